"""The lines on stated justifications: which all the states compared share, and which one of them gives alone."""

from django.urls import reverse
from django.utils.http import urlencode

from config.compare.cells import quotation, text
from config.compare.lines import Block, Cell, Fact, Line, all_of
from statements.enums import JustificationKind


def reasons_block(treaty, sides):
    """Every justification that at least one of the states stated, shared ones first; None without any."""
    given = {}
    for side in sides:
        for stated in side.stated:
            given.setdefault(stated.justification, {})[side.one.iso3] = stated
    if not given:
        return None
    order = sorted(given.items(), key=lambda item: _place(*item))
    lines = [_line(treaty, justification, by_state, sides) for justification, by_state in order]
    return Block(f"{treaty.slug}-justifications", "Stated justifications", lines)


def _place(justification, by_state):
    """Reasons before pledges; what more states share first; then the order of the taxonomy."""
    return justification.kind != JustificationKind.REASON, -len(by_state), justification.position


def _line(treaty, justification, by_state, sides):
    mark = _mark([side.one for side in sides if side.one.iso3 in by_state], len(sides))
    cells = [_cell(treaty, side, justification, by_state.get(side.one.iso3), mark) for side in sides]
    pledge = "" if justification.kind == JustificationKind.REASON else "a pledge"
    shown = ", ".join(filter(None, (pledge, mark)))
    return Line("justifications", justification.label, cells, "–", shown, kind="words")


def _mark(states, number):
    """Whether all of the states compared give a justification, or a single one of them."""
    if len(states) == number:
        return f"by {all_of(number)}"
    return f"by {states[0].state.name_in_text} alone" if len(states) == 1 else ""


def _cell(treaty, side, justification, stated, mark):
    if stated is None:
        return Cell((Fact(justification.code, None, "statements"),))
    keys = (link.key for passage in stated.passages for link in passage.statement.sources)
    facts = [Fact(justification.code, len(stated.passages), "statements", mark, tuple(dict.fromkeys(keys)))]
    for passage in stated.passages:
        sources = tuple(link.key for link in passage.statement.sources)
        if passage.words:
            key = passage.statement.statement.key
            facts.append(Fact(justification.code, passage.words, "quotation", key, sources))
    return Cell(tuple(facts), quotation(stated.passages[0]) + _others(treaty, side, justification, stated))


def _others(treaty, side, justification, stated):
    """A link to all the statements that give it, where there are several."""
    if len(stated.passages) < 2:
        return ""
    query = urlencode({"state": side.one.iso3, "justification": justification.code, "treaty": treaty.slug})
    words = f"all {len(stated.passages)} statements"
    who = f'<span class="unseen"> of {text(side.one.name)}</span>'
    return f'<a class="cite compare-note" href="{reverse("statements:list")}?{text(query)}">{words}{who}</a>'

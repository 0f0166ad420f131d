"""The lines on how each state came to leave: the stages with the days between them, and the votes."""

from config.compare.cells import ahead, days, note, nothing, partial_link
from config.compare.lines import Block, Cell, Fact, Line
from treaties.cells import time
from treaties.enums import ActKind, StepKind
from treaties.stages import TO_SUSPENSION, TO_WITHDRAWAL, days_between

NOTHING = "no step on record"
ENDING = (ActKind.WITHDRAWAL, ActKind.SUSPENSION_NOTIFICATION)
#: The numbers of a result, as downloads name them.
RESULTS = {"for": "in_favour"} | {name: name for name in ("against", "abstained", "absent", "seats", "share_against")}


def stages_block(treaty, sides, day):
    """The stages of each state's last way, in their order, and the days between the main ones; None without any."""
    if not any(side.way for side in sides):
        return None
    kinds = [kind for kind in StepKind if kind in {*TO_WITHDRAWAL, *TO_SUSPENSION}]
    stages = {side.one.iso3: {stage.kind: stage for stage in side.way.stages} if side.way else {} for side in sides}
    suspends = any(side.way and side.way.suspended for side in sides)
    withdraws = any(side.way and not side.way.suspended for side in sides)
    lines = [_ends(sides), *_spans(sides)]
    for kind in kinds:
        if (kind in TO_WITHDRAWAL and withdraws) or (kind in TO_SUSPENSION and suspends):
            lines.append(_stage(kind, sides, stages, day))
            lines.append(_intervals(kind, sides, stages))
    return Block(f"{treaty.slug}-stages", "The way there, in days", lines)


def votes_block(treaty, sides):
    """Every vote with every reported result; None without any."""
    if not any(side.story.votes for side in sides):
        return None
    cells = [Cell(tuple(_of_votes(side.story.votes))) for side in sides]
    line = Line("votes", "Votes in parliament", cells, shown=False)
    slug = f"{treaty.slug}-votes"
    return Block(slug, "Votes in parliament", [line], tuple((side.one, side.story.votes) for side in sides))


def _ends(sides):
    cells = []
    for side in sides:
        if not side.way:
            cells.append(Cell((Fact("leads_to", None),)))
            continue
        earlier = len(side.story.strips) - 1
        more = f"{earlier} earlier way{'s'[: earlier != 1]} on the profile" if earlier else ""
        words, html = _end(side.way)
        cells.append(Cell((Fact("leads_to", words, "text", more),), html + note(more)))
    # What is alike for all tells none apart, and the stages below say it again.
    return Line("stages", "Leads to", cells, NOTHING, shown=len({cell.html for cell in cells}) > 1)


def _end(way):
    """What a way leads to, as text and as HTML."""
    if way.notice:
        back = f", taken back on {way.notice.taken_back.isoformat()}" if way.notice.taken_back else ""
        shown = f", taken back on {time(way.notice.taken_back)}" if way.notice.taken_back else ""
        return f"notice of withdrawal{back}", f"a notice of withdrawal{shown}"
    if way.suspended:
        return "notified suspension", "a notified suspension, contested"
    return "no notice so far", "no notice received so far"


def _stage(kind, sides, stages, day):
    cells = []
    for side in sides:
        stage = stages[side.one.iso3].get(kind)
        entries = stage.entries if stage else ()
        facts = tuple(Fact(kind.value, str(one.when), "date", "", _sources(side, kind, one)) for one in entries)
        html = "".join(_entry(side, kind, entry, day) for entry in entries) or _without(side, kind)
        cells.append(Cell(facts or (Fact(kind.value, None, "date"),), html))
    return Line("stages", kind.stage, cells, "none" if kind.dated_by_acts else "not recorded")


def _entry(side, kind, entry, day):
    perhaps = "perhaps still to come" if entry.perhaps_ahead and not entry.ahead else ""
    date = partial_link(entry.when, _address(side, kind, entry)) + ahead(entry.when.day, day)
    return f'<span class="compare-entry">{date} {note(entry.interval)} {note(perhaps)}</span>'


def _without(side, kind):
    """Why there is no day of effect, if that is known."""
    notice = side.way.notice if side.way and kind is StepKind.EFFECTIVE else None
    if notice and notice.taken_back:
        return "notice taken back"
    return "not before the end of the armed conflict" if notice and notice.hold else ""


def _intervals(kind, sides, stages):
    """The days from the entry before to each entry of a stage: on the page they stand beside the dates."""
    key, cells = f"{kind.value}_interval", []
    for side in sides:
        stage = stages[side.one.iso3].get(kind)
        entries = [entry for entry in stage.entries if entry.follows] if stage else []
        facts = tuple(
            Fact(key, entry.days, "days", f"to {entry.when}", _sources(side, kind, entry)) for entry in entries
        )
        cells.append(Cell(facts or (Fact(key, None, "days"),)))
    return Line("stages", kind.stage, cells, shown=False)


def _spans(sides):
    """The days between the main stages of the ways that led to a notice; no lines without any."""
    noticed = [bool(side.way and side.way.notice) for side in sides]
    for key, heading, measure in SPANS if any(noticed) else ():
        numbers = [measure(side.way) if there else None for side, there in zip(sides, noticed, strict=True)]
        cells = [
            Cell((Fact(key, number, "days"),), days(number) if there else nothing("no notice"))
            for number, there in zip(numbers, noticed, strict=True)
        ]
        yield Line("stages", heading, cells, "not known", kind="number")


def _to_effect(way, kind):
    first = {stage.kind: stage.entries[0].when for stage in way.stages if stage.entries}
    return days_between(first.get(kind), first.get(StepKind.EFFECTIVE))


#: What is measured: its name in downloads, its heading, and the days of a way.
SPANS = [
    ("days_announced_to_notice", "From announcement to notice", lambda way: way.days_announced_to_notice),
    ("days_vote_to_notice", "From vote to notice", lambda way: way.days_vote_to_notice),
    ("days_notice_to_effective", "From notice to effect", lambda way: _to_effect(way, StepKind.NOTIFICATION_RECEIVED)),
    ("days_announced_to_effective", "From announcement to effect", lambda way: _to_effect(way, StepKind.ANNOUNCEMENT)),
]


def _act_behind(side):
    """The act that dates the notice, its effect or a suspension."""
    wanted = side.way.notice.received if side.way.notice else side.way.suspended
    return next((act for act in side.acts if act.date == wanted and act.kind in ENDING), None)


def _address(side, kind, entry):
    act = _act_behind(side) if kind.dated_by_acts else None
    return f"{side.one.url}#act-{act.pk}" if act else f"{side.one.url}#step-{entry.steps[0].pk}"


def _sources(side, kind, entry):
    act = _act_behind(side) if kind.dated_by_acts else None
    facts = ([act] if act else []) + list(entry.steps)
    return tuple(dict.fromkeys(key for fact in facts for key, _ in fact.sources))


def _of_votes(votes):
    for vote in votes:
        yield Fact("vote", str(vote.when), "date", vote.title, tuple(key for key, _ in vote.sources))
        for result in vote.results:
            told = f"{vote.when}: {vote.title}" + ("" if result.preferred else " (also reported)")
            sources = tuple(key for key, _ in result.sources)
            for key, name in RESULTS.items():
                yield Fact(key, getattr(result, name), "%" if name == "share_against" else "votes", told, sources)
    if not votes:
        yield Fact("vote", None, "date")

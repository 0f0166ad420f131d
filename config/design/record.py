"""What the page of the design takes from the record: the first treaty's, where something of the kind is there."""

from typing import Any, NamedTuple

from statements.models import Statement
from statements.quotations import coded, marked
from statements.rows import quoted_for, with_links
from statements.tables import STATEMENT_COLUMNS
from treaties.acts import listed_acts
from treaties.models import ReportedDate, Treaty
from treaties.notices import effect_of, effects_of_notices
from treaties.rows import parties_chart, timelines
from treaties.stories import stories_on

SHOWN = {"date", "title", "issuers", "justifications", "sources"}
PASSAGES = 2


class Quoted(NamedTuple):
    """A statement with its quotation in pieces and what it is taken to state."""

    statement: Any
    codings: list[Any]
    pieces: list[Any]


def from_record(found):
    """The record's own contents on the day of a filter; None where no treaty is on record."""
    treaty = Treaty.objects.first()
    if treaty is None:
        return None
    day, histories = found.day, timelines(treaty)
    quoted = [_quoted(statement) for statement in _statements(treaty, day) if statement]
    return {
        "treaty": treaty,
        "on": day,
        "chart": parties_chart(treaty, histories, day),
        "story": _story(stories_on(treaty, day, histories)),
        "act": _differing(treaty, histories, day),
        "quoted": quoted,
        "passages": _passages(quoted, treaty, day),
        "table": found.listing(
            [column for column in STATEMENT_COLUMNS if column.key in SHOWN],
            lambda: with_links([one.statement for one in quoted]),
        ),
    }


def _story(stories):
    """The way to a notice with the vote of which most results are reported; None without any."""
    told = [story for story in stories.values() if story.notices and story.votes]
    return max(
        told, key=lambda story: (max(len(vote.results) for vote in story.votes), story.votes[0].pk), default=None
    )


def _differing(treaty, histories, day):
    """The oldest act for which sources report another date, and its effect; None without one."""
    dates = ReportedDate.objects.filter(act__treaty=treaty, act__date__lte=day)
    acts = listed_acts(pk__in=dates.order_by("act__date", "pk").values_list("act", flat=True)[:1])
    if not acts:
        return None
    effects = effects_of_notices(histories[acts[0].state_id], day)
    return {"act": acts[0], "effect": effect_of(acts[0], effects, treaty.rules)}


def _statements(treaty, day):
    """The newest statement whose quotation is a translation, and the newest quoted in its original words."""
    coded_ones = Statement.objects.published().filter(treaty=treaty, date__lte=day, codings__retired_on=None)
    given = coded_ones.exclude(quote="").exclude(codings=None).distinct().order_by("-date", "pk")
    return given.exclude(translated_by="").first(), given.filter(translated_by="").first()


def _quoted(statement):
    codings = coded(statement)
    return Quoted(statement, codings, marked(statement, codings))


def _passages(quoted, treaty, day):
    codings = [coding for one in quoted for coding in one.codings if coding.passage]
    return quoted_for(codings[0].justification, treaty, day, PASSAGES) if codings else []

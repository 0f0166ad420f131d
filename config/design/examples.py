"""Invented contents for components whose states the record need not hold: computed by the site's own rules.

"A state" and its "Example Treaty" of the years before 2000 are nothing that could be taken for a fact.
"""

from datetime import date
from typing import Any, NamedTuple

from django.core.paginator import Paginator
from django.utils.safestring import mark_safe

from config.answers import names_for
from config.design.filters import asked
from config.home import Answer
from config.profile import Clock, clock_of
from states.charts import Link
from treaties.charts import standing_over_time
from treaties.drawing import looks_of_page, patterns
from treaties.enums import ActKind, Status
from treaties.map import Change, pins
from treaties.map_page import Moments, legend_of, table_body, the_atlas
from treaties.mistakes import common_mistake
from treaties.models import Treaty
from treaties.notices import notices
from treaties.rows import StatusRow
from treaties.sentences import sentence
from treaties.stages import strips
from treaties.status import Counters, Standing, at, timeline
from treaties.tables import STATUS_COLUMNS

DAY = date(2000, 7, 1)
TREATY = Treaty(
    name="Example Treaty",
    noun="Treaty",
    opened_on=date(1990, 1, 1),
    in_force_on=date(1991, 1, 1),
    entry_months=6,
    withdrawal_months=6,
    conflict_bars_withdrawal=True,
    withdrawal_article="Article 1",
    checked_on=DAY,
)
SHOWN = {"state", "status", "since", "in_force"}


class ExampleAct(NamedTuple):
    """What the rules read of an act."""

    kind: ActKind
    date: date
    effective_on: date | None = None


class Place(NamedTuple):
    """What the rows of lists and maps read of a state."""

    iso3: str
    name: str
    region_name: str = "A region"
    article: str = ""
    sort_key: str = "a state"


class Case(NamedTuple):
    """A state with some acts, as every page would tell of it."""

    standing: Standing
    sentence: str
    mistake: str
    clock: Clock | None


CONSENT = ExampleAct(ActKind.ACCESSION, date(1995, 1, 10))
ACTS = {
    "party": [CONSENT],
    "withdrawing": [CONSENT, ExampleAct(ActKind.WITHDRAWAL, date(2000, 4, 1))],
    "withdrawn": [CONSENT, ExampleAct(ActKind.WITHDRAWAL, date(1999, 10, 1))],
    "consented": [ExampleAct(ActKind.ACCESSION, date(2000, 5, 10))],
    "signatory": [ExampleAct(ActKind.SIGNATURE, date(1990, 2, 1))],
    "non_party": [],
    "contested": [CONSENT, ExampleAct(ActKind.SUSPENSION_NOTIFICATION, date(2000, 3, 1))],
    "held": [
        CONSENT,
        ExampleAct(ActKind.ARMED_CONFLICT_BEGAN, date(1999, 9, 1)),
        ExampleAct(ActKind.WITHDRAWAL, date(1999, 10, 1)),
    ],
}


def examples(address):
    """What the templates of the page show with invented contents; `address` is the page's own."""
    cases = {name: _case(acts) for name, acts in ACTS.items()}
    rows = {name: _row(case, address) for name, case in cases.items()}
    told = [rows[name] for name in ("withdrawn", "contested", "consented")]
    return {
        "day": DAY,
        "treaty": TREATY,
        "cases": cases,
        "statuses": [(cases[status.value], status) for status in Status],
        "answer": Answer(TREATY, Counters(41, 40), told, {}, DAY),
        "counters": Counters(41, 40),
        "chart": _chart(),
        "strip": strips([], timeline(ACTS["withdrawing"], TREATY.rules), DAY)[0],
        "moments": _moments(),
        "page": Paginator(range(150), 50).page(2),
        "alike": [{"url": address, "name": "A state"}],
    } | _questions(rows) | _map([rows[name] for name in ("party", "contested", *Status.values[1:])])  # fmt: skip


def _case(acts):
    changes, names = timeline(acts, TREATY.rules), names_for("a state", TREATY)
    now, received = at(changes, DAY), notices(changes, DAY)
    return Case(
        now,
        sentence(names, acts, TREATY.rules, DAY),
        common_mistake(names, now, None),
        clock_of(now, received, TREATY.rules, DAY),
    )


def _row(case, address):
    return StatusRow(Place("AAA", "A state"), case.standing, address, address)


def _questions(rows) -> dict[str, Any]:
    """The question asked in vain, well and badly, and the list that it chooses."""
    well = asked("on=2000-07-01&q=state&status=party&status=withdrawing&sort=-since", DAY, "filled")
    columns = [column for column in STATUS_COLUMNS if column.key in SHOWN]
    chosen = [rows[name] for name in ("party", "withdrawing")]
    return {
        "empty": asked("", DAY, "empty"),
        "filled": well,
        # Its ids are the usual ones: the summary of errors leads to them.
        "refused": asked("on=1.7.2000&region=atlantis&colour=blue", DAY),
        "finder_errors": ["What was not understood stands here."],
        "ask": asked("", DAY, "ask"),
        "table": well.listing(columns, lambda: chosen),
    }


def _map(rows):
    looks = looks_of_page("design")
    drawn = f'<svg class="design-patterns" width="0" height="0" aria-hidden="true">{patterns(looks)}</svg>'
    return {
        "patterns": mark_safe(drawn),  # noqa: S308 -- own words
        "legend": legend_of(pins(rows), looks),
        "disclaimer": the_atlas().disclaimer,
        "map_table": table_body(rows),
    }


def _chart():
    changes = timeline(ACTS["withdrawn"], TREATY.rules)
    source = [Link("none, the contents are invented")]
    return standing_over_time("A state", TREATY.name, changes, TREATY.opened_on, DAY, source=source, key="design")


def _moments():
    first, second = date(2000, 1, 1), DAY
    days = f"{first.isoformat()} {second.isoformat()}"
    return Moments(days, 2, 2, first, second, first, None, Change(second, ["State Party: A state"]))

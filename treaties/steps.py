"""Published steps as plain rows, with their sources and the results of votes."""

from collections import defaultdict
from typing import NamedTuple

from django.db.models import IntegerField, Value
from django.urls import reverse

from sources.dates import PartialDate, Precision
from treaties.acts import Place
from treaties.enums import StepKind
from treaties.models import Step, Tally
from treaties.votes import NUMBERS, Result, written

OF_A_NOTICE = (StepKind.NOTIFICATION_RECEIVED, StepKind.EFFECTIVE)


class ListedStep(NamedTuple):
    """A step with its citable sources, (key, publisher) each, and for a vote its results, the preferred one first."""

    pk: int
    treaty_id: int
    state_id: int | None
    #: None for an event of no single state.
    place: Place | None
    #: For an objection: the state to whose act it objects.
    concerns_id: int | None
    kind: StepKind
    when: PartialDate
    title: str
    detail: str
    sources: list[tuple[str, str]]
    results: tuple[Result, ...]

    @property
    def result(self):
        """The result shown first, or None."""
        return self.results[0] if self.results else None


class JsonSteps(tuple):
    """Steps as dictionaries for JSON; as text, for CSV: "2025-04-16 parliament_vote 66-14-2; …"."""

    __slots__ = ()

    def __str__(self):
        return "; ".join(map(_in_words, self))


COLUMNS = ("pk", "treaty_id", "state_id", "concerns_id", "kind", "date", "date_precision", "title", "detail")
PLACE = ("state__iso3", "state__name", "state__sort_key", "state__slug")
TALLY = ("tally", *(f"tally__{name}" for name in (*NUMBERS, "preferred", "reason")))
#: What the one kind of link has in the columns of the other. The kind that fills them stands first in the union: it
#: gives the types.
BLANK = Value(None, IntegerField())


class _Link(NamedTuple):
    """What ties a step, or the result of a vote, to a source, (key, publisher), that can be cited."""

    pk: int
    step: ListedStep
    source: tuple[str, str]
    #: The primary key of the tally, and what it says; None for a source of the step itself.
    tally: int | None
    result: Result


def listed_steps(steps):
    """The published steps of a queryset, oldest first: one query."""
    found, links = {}, _links(steps)
    results = _results(link for link in links if link.tally)
    own = (link for link in links if not link.tally)
    for link in sorted(own, key=lambda link: (link.step.when.day, link.step.pk, link.pk)):
        step = link.step
        if step.pk not in found:
            found[step.pk] = step._replace(results=tuple(results[step.pk]))
        found[step.pk].sources.append(link.source)
    return list(found.values())


def json_steps(steps, notices, day):
    """One state's steps up to `day` as JSON has them. A notice and its effect have the days of the acts."""
    titles = {(step.kind, step.when.day): step.title for step in steps}
    told = [_as_json(step) for step in steps if step.kind not in OF_A_NOTICE]
    for kind, when, title in _of_notices(notices, day):
        told.append(_fact(kind, when, titles.get((kind, when), title)))
    return JsonSteps(sorted(told, key=lambda step: step["date"]))


def _of_notices(notices, day):
    """What the acts say of notices: a kind, a day and a title each."""
    for notice in notices:
        yield "notification_received", notice.received, "The depositary received the notice of withdrawal"
        if notice.taken_back:
            yield "notification_taken_back", notice.taken_back, "The notice was taken back"
        elif notice.effective and notice.effective <= day:
            yield "effective", notice.effective, "The withdrawal took effect"


def _results(links):
    """The results of each vote that have a citable source, the preferred one first."""
    found, sources = {}, defaultdict(list)
    for link in sorted(links, key=lambda link: (not link.result.preferred, link.tally, link.pk)):
        found[link.tally] = link
        sources[link.tally].append(link.source)
    results = defaultdict(list)
    for tally, link in found.items():
        results[link.step.pk].append(link.result._replace(sources=tuple(sources[tally])))
    return results


def _links(steps):
    """The links of the steps on the record and of the tallies of votes."""
    links = _citable(Tally.sources.through, "tally__step", steps, TALLY).union(
        _citable(Step.sources.through, "step", steps, [BLANK] * len(TALLY)), all=True
    )
    profiles, width = reverse("states:list"), len(COLUMNS) + len(PLACE)
    return [
        _Link(pk, _step(row[:width], profiles), (key, publisher), tally, Result(*result))
        for row in links
        for pk, key, publisher, tally, *result in [row[width:]]
    ]


def _step(values, profiles):
    """A step whose sources and results are still to come."""
    pk, treaty_id, state_id, concerns_id, kind, day, precision, title, detail, *state, slug = values
    return ListedStep(
        pk=pk,
        treaty_id=treaty_id,
        state_id=state_id,
        place=Place(*state, f"{profiles}{slug}/") if state_id else None,
        concerns_id=concerns_id,
        kind=StepKind(kind),
        when=PartialDate(day, Precision(precision)),
        title=title,
        detail=detail,
        sources=[],
        results=(),
    )


def _citable(links, step, steps, tally):
    """The rows that tie steps on the record, or their tallies, to sources that can be cited."""
    columns = [f"{step}__{column}" for column in (*COLUMNS, *PLACE)]
    published = links.objects.filter(source__citable=True, **{f"{step}__in": steps, f"{step}__retired_on": None})
    return published.values_list(*columns, "pk", "source__key", "source__publisher", *tally)


def _as_json(step):
    result = step.result or Result()
    votes = {"for": result.in_favour, "against": result.against}
    votes |= {"abstained": result.abstained, "absent": result.absent}
    return {"kind": step.kind.value, "date": str(step.when), "title": step.title} | votes


def _fact(kind, day, title):
    """A step that the acts tell."""
    votes = dict.fromkeys(("for", "against", "abstained", "absent"))
    return {"kind": kind, "date": day.isoformat(), "title": title} | votes


def _in_words(step):
    numbers = written(step["for"], step["against"], step["abstained"], dash="-")
    return f"{step['date']} {step['kind']} {numbers}".rstrip()

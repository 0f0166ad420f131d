"""Published steps as plain rows, with their sources and the results of votes."""

from collections import defaultdict
from typing import NamedTuple

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


def listed_steps(steps):
    """The published steps of a queryset, oldest first: two queries."""
    found, results, profiles = {}, _results(steps), reverse("states:list")
    links = Step.sources.through.objects.filter(step__in=steps, step__retired_on=None, source__citable=True)
    columns = [f"step__{column}" for column in (*COLUMNS, *PLACE)]
    rows = links.order_by("step__date", "step", "pk").values_list("source__key", "source__publisher", *columns)
    for key, publisher, pk, treaty_id, state_id, concerns_id, kind, day, precision, title, detail, *state, slug in rows:
        if pk not in found:
            found[pk] = ListedStep(
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
                results=tuple(results[pk]),
            )
        found[pk].sources.append((key, publisher))
    return list(found.values())


def by_state(steps):
    """The steps of each state: a dictionary from its primary key, or None for international events."""
    grouped = defaultdict(list)
    for step in steps:
        grouped[step.state_id].append(step)
    return grouped


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


def _results(steps):
    """The results of each vote that have a citable source, the preferred one first; one query."""
    found, sources = {}, defaultdict(list)
    links = Tally.sources.through.objects.filter(tally__step__in=steps, source__citable=True)
    numbers = [f"tally__{name}" for name in (*NUMBERS, "preferred", "reason")]
    rows = links.order_by("-tally__preferred", "tally", "pk")
    for tally, step, key, publisher, *values in rows.values_list(
        "tally", "tally__step", "source__key", "source__publisher", *numbers
    ):
        found[tally] = (step, Result(*values))
        sources[tally].append((key, publisher))
    results = defaultdict(list)
    for tally, (step, result) in found.items():
        results[step].append(result._replace(sources=tuple(sources[tally])))
    return results


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

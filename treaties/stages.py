"""The stages on the way to a withdrawal, in their order, with what is recorded of each.

Announced, ministers' recommendation, government decision, vote in parliament, head of state, notice received,
effective. The days of the last two come from the acts, by way of `treaties.notices`: nothing else feeds the clock
(Article 20(3)). Everything before them comes from steps and moves nothing. A notified suspension, for which the
treaty does not provide, has the same stages at home and ends with its notification.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from operator import attrgetter
from typing import NamedTuple, Protocol, TypeAlias

from sources.dates import PartialDate, Precision
from treaties.enums import StepKind
from treaties.notices import Notice, notices
from treaties.status import Standing, at
from treaties.votes import Result

AT_HOME = tuple(kind for kind in StepKind if kind.stage and not kind.dated_by_acts)
TO_WITHDRAWAL = (*AT_HOME, StepKind.NOTIFICATION_RECEIVED, StepKind.EFFECTIVE)
TO_SUSPENSION = (*AT_HOME, StepKind.SUSPENSION_NOTIFIED)


class Step(Protocol):
    """What the strip reads of a step."""

    @property
    def kind(self) -> str: ...
    @property
    def when(self) -> PartialDate: ...
    @property
    def results(self) -> Sequence[Result]:
        """The results of a vote as sources report them, the preferred one first; empty for any other step."""
        ...


_Dated: TypeAlias = tuple[PartialDate, tuple[Step, ...]]


class Entry(NamedTuple):
    """One dated thing in a stage."""

    when: PartialDate
    #: Days since the entry before it, in this stage or an earlier one, negative where the order was another. None for
    #: the first entry, and where either date is known only to the month or the year.
    days: int | None
    #: Whether there is an entry before it.
    follows: bool
    #: Whether it is still to come on the day asked about.
    ahead: bool
    #: Whether it may be: before any notice, a date known only to the month or the year that is not over.
    perhaps_ahead: bool
    #: The step itself; for a stage that the acts date, the steps that report it too.
    steps: tuple[Step, ...]

    @property
    def interval(self) -> str:
        """How long after the entry before it, in words; empty for the first entry."""
        if not self.follows:
            return ""
        if self.days is None:
            return "days not known"
        if self.days == 0:
            return "same day"
        return f"{abs(self.days)} day{'s'[: abs(self.days) > 1]} {'later' if self.days > 0 else 'earlier'}"


class Stage(NamedTuple):
    """A stage and its entries, oldest first; none where nothing is recorded."""

    kind: StepKind
    entries: tuple[Entry, ...]


class Strip(NamedTuple):
    """The stages of one withdrawal, of one notified suspension, or of steps that led to neither so far."""

    stages: tuple[Stage, ...]
    notice: Notice | None = None
    #: The day a suspension was notified.
    suspended: date | None = None

    @property
    def announced(self) -> PartialDate | None:
        """The first announcement."""
        entries = self._entries(StepKind.ANNOUNCEMENT)
        return entries[0].when if entries else None

    @property
    def government_decision(self) -> PartialDate | None:
        """The last decision of the government, which completes the stage."""
        return self._completed(StepKind.GOVERNMENT_DECISION)

    @property
    def parliament_vote(self) -> PartialDate | None:
        """The vote that `result` is about, else the last one."""
        voted = self._voted
        return voted.when if voted else None

    @property
    def head_of_state(self) -> PartialDate | None:
        """The last act of the head of state, which completes the stage."""
        return self._completed(StepKind.PROMULGATION)

    @property
    def result(self) -> Result | None:
        """The preferred result of the last vote with a reported one. A second chamber may have none."""
        voted = self._voted
        return next(iter(voted.results), None) if voted else None

    @property
    def days_announced_to_notice(self) -> int | None:
        return self._until_notice(self.announced)

    @property
    def days_vote_to_notice(self) -> int | None:
        return self._until_notice(self.parliament_vote)

    @property
    def _voted(self) -> Step | None:
        votes = [entry.steps[0] for entry in self._entries(StepKind.PARLIAMENT_VOTE)]
        return next((vote for vote in reversed(votes) if vote.results), votes[-1] if votes else None)

    def _entries(self, kind: StepKind) -> tuple[Entry, ...]:
        return next((stage.entries for stage in self.stages if stage.kind is kind), ())

    def _completed(self, kind: StepKind) -> PartialDate | None:
        entries = self._entries(kind)
        return entries[-1].when if entries else None

    def _until_notice(self, when: PartialDate | None) -> int | None:
        return days_between(when, _exactly(self.notice.received)) if self.notice else None


def strips(steps: Iterable[Step], changes: Sequence[Standing], day: date) -> list[Strip]:
    """The strip of each notice and each suspension that one state notified up to `day`, in order.

    `changes` is the state's timeline. A step belongs to the first notice or suspension on or after its date, or to the
    last one while that is pending. Other steps of a state that is bound make a strip of their own, the last; what a
    state did after it had left is in none.
    """
    ends = sorted([*_withdrawals(changes, day), *_suspensions(changes, day)], key=attrgetter("day"))
    sorted_out: list[list[Step]] = [[] for _ in range(len(ends) + 1)]
    for step in sorted(steps, key=lambda step: step.when.day):
        place = _place(step, ends, changes) if step.when.day <= day else None
        if place is not None:
            sorted_out[place].append(step)
    without = sorted_out.pop()
    found = [_strip(end, steps, day) for end, steps in zip(ends, sorted_out, strict=True)]
    if any(step.when.last_day <= day for step in without):
        found.append(_strip(None, without, day))
    return found


def days_between(earlier: PartialDate | None, later: PartialDate | None) -> int | None:
    """Days from one date to another; None where either is missing or known only to the month or the year."""
    if earlier is None or later is None or {earlier.precision, later.precision} != {Precision.DAY}:
        return None
    return (later.day - earlier.day).days


class _End(NamedTuple):
    """What a strip leads to: a notice of withdrawal or, without one, a notified suspension."""

    day: date
    #: The first day on which it is no longer pending: taken back or, for a notice, effective.
    over: date | None
    notice: Notice | None

    def dated(self, kind: StepKind) -> date | None:
        """The day of a stage that the acts date; None for the effect of a notice taken back or held."""
        if kind is StepKind.EFFECTIVE:
            return self.notice.effective if self.notice else None
        return self.day


def _withdrawals(changes: Sequence[Standing], day: date) -> Iterator[_End]:
    for notice in notices(changes, day):
        yield _End(notice.received, notice.taken_back or notice.effective, notice)


def _suspensions(changes: Sequence[Standing], day: date) -> Iterator[_End]:
    notified: date | None = None
    for change in changes:
        if change.contested and notified is None and change.day <= day:
            notified = change.day
        elif notified and not change.contested:
            yield _End(notified, change.day, None)
            notified = None
    if notified:
        yield _End(notified, None, None)


def _place(step: Step, ends: Sequence[_End], changes: Sequence[Standing]) -> int | None:
    """Which end a step belongs to, one more than the last for none so far; None if it belongs in no strip."""
    kind, day = StepKind(step.kind), step.when.day
    if not kind.stage:
        return None
    if kind.dated_by_acts:
        suspends = kind is StepKind.SUSPENSION_NOTIFIED
        places = [place for place, end in enumerate(ends) if (end.notice is None) == suspends]
        # A report may be some days off; the day that counts is the act's.
        return min(
            places, key=lambda place: abs(((ends[place].dated(kind) or ends[place].day) - day).days), default=None
        )
    place = bisect_left([end.day for end in ends], day)
    if place < len(ends):
        return place
    if ends and (ends[-1].over is None or day < ends[-1].over):
        return place - 1
    return place if at(changes, day).bound else None


def _strip(end: _End | None, steps: Sequence[Step], day: date) -> Strip:
    kinds = TO_SUSPENSION if end and end.notice is None else TO_WITHDRAWAL
    stages: list[Stage] = []
    before: PartialDate | None = None
    for kind in kinds:
        entries = []
        for when, behind in _recorded(kind, end, [step for step in steps if step.kind == kind]):
            ahead, perhaps = when.day > day, end is None and when.last_day > day
            entries.append(Entry(when, days_between(before, when), before is not None, ahead, perhaps, behind))
            before = when
        stages.append(Stage(kind, tuple(entries)))
    notice = end.notice if end else None
    return Strip(tuple(stages), notice, end.day if end and notice is None else None)


def _recorded(kind: StepKind, end: _End | None, steps: Sequence[Step]) -> Iterator[_Dated]:
    """What is recorded of a stage: each date with the steps behind it."""
    if not kind.dated_by_acts:
        yield from ((step.when, (step,)) for step in steps)
    elif end and (day := end.dated(kind)):
        yield _exactly(day), tuple(steps)


def _exactly(day: date) -> PartialDate:
    return PartialDate(day, Precision.DAY)

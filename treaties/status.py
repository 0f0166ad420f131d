"""The rule at the heart: acts in, standing out.

A state's standing under a treaty is never stored. It is folded from the state's acts, in order, under the treaty's
rules; the day is always an argument. Everything that shows a standing calls `timeline` or `standing_on`.
"""

from bisect import bisect_right
from calendar import monthrange
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date
from operator import attrgetter
from typing import NamedTuple, Protocol, TypeAlias, TypeVar

from treaties.enums import CONSENT_KINDS, ActKind, Status

Day: TypeAlias = date


class Act(Protocol):
    """What the rule reads of an act: its kind, its day, and a day of effect where one is recorded."""

    @property
    def kind(self) -> str: ...
    @property
    def date(self) -> Day: ...
    @property
    def effective_on(self) -> Day | None: ...


AnAct = TypeVar("AnAct", bound=Act)


@dataclass(frozen=True, slots=True)
class Rules:
    """A treaty's own parameters, from its row."""

    opened_on: date
    #: The first day on which the treaty is no longer open for signature; None while it stays open.
    signature_closed_on: date | None
    #: The day the treaty itself entered into force; None before that.
    in_force_on: date | None
    entry_months: int
    withdrawal_months: int
    #: Whether a state engaged in an armed conflict stays bound until the conflict ends (Article 20(3)).
    conflict_bars_withdrawal: bool


class Standing(NamedTuple):
    """What a state is to a treaty from `day` until the next change."""

    #: The day from which this is the answer.
    day: date
    status: Status
    #: The day the status began in law; None for a state that never did anything. A succession may begin before `day`.
    since: date | None = None
    #: Whether the treaty is in force for the state.
    bound: bool = False
    #: Whether a notified suspension, which the treaty does not know, stands on the record.
    contested: bool = False
    signed: date | None = None
    consent: date | None = None
    consent_kind: ActKind | None = None
    in_force: date | None = None
    withdrawal_received: date | None = None
    #: Scheduled while pending; None while an armed conflict holds a withdrawal whose months are over.
    withdrawal_effective: date | None = None
    #: Whether the state is recorded as engaged in an armed conflict, where the treaty lets that bar a withdrawal.
    in_conflict: bool = False
    #: The next change already scheduled by the acts so far: an entry into force or the effect of a withdrawal.
    next_change: date | None = None
    #: The day the suspension was notified that is contested.
    suspended: date | None = None


class Counters(NamedTuple):
    """How many states: with a consent deposited and not withdrawn, and with the treaty in force for them."""

    deposited: int
    in_force: int


NEVER = Standing(day=date.min, status=Status.NON_PARTY)


class UnknownAct(ValueError):
    """A kind of act the rule does not know. It is never ignored."""


def in_order(acts: Iterable[AnAct]) -> list[AnAct]:
    """The acts by day; two on one day in the order of `ActKind`. Raises UnknownAct."""
    try:
        return sorted(acts, key=lambda act: (act.date, _PLACE[act.kind]))
    except KeyError as error:
        raise UnknownAct(f"{error.args[0]!r} is not a known kind of act") from None


def timeline(acts: Iterable[Act], rules: Rules) -> list[Standing]:
    """Every change of one state's standing, in order, including those its acts have scheduled.

    The acts may come in any order; two on one day are taken in the order of `ActKind`, after what was scheduled for
    that day. An act without a legal object (a withdrawal by a state that is not bound) changes nothing; the record
    refuses such acts before they get here. Raises UnknownAct.
    """
    changes: list[Standing] = []
    now = NEVER
    for act in in_order(acts):
        now = _reach(act.date, now, changes)
        now = _note(_AFTER[act.kind](now, act, rules), changes)
    _reach(date.max, now, changes)
    return changes


def at(changes: Sequence[Standing], day: date) -> Standing:
    """The standing on `day`, out of a timeline."""
    later = bisect_right(changes, day, key=attrgetter("day"))
    return changes[later - 1] if later else NEVER


def standing_on(acts: Iterable[Act], rules: Rules, day: date) -> Standing:
    """The standing on `day`. Acts dated after it change nothing about the answer. Raises UnknownAct."""
    return at(timeline(acts, rules), day)


def entry_into_force(deposited: date, rules: Rules) -> date | None:
    """The day the treaty enters into force for a state that deposited its consent on `deposited`.

    Article 17(2): the first day of the sixth month after the month of deposit; Article 17(1): not before the treaty
    itself is in force. None while the treaty is not in force.
    """
    if rules.in_force_on is None:
        return None
    return max(rules.in_force_on, _add_months(deposited.replace(day=1), rules.entry_months))


def withdrawal_effect(received: date, rules: Rules) -> date:
    """The day a withdrawal takes effect if no armed conflict holds it: six calendar months after its receipt.

    Article 20(3). Where the month is too short the last day counts: 31 August gives 28 or 29 February.
    """
    return _add_months(received, rules.withdrawal_months)


def count(standings: Iterable[Standing]) -> Counters:
    """The two counters over the states' standings on one day."""
    deposited = in_force = 0
    for standing in standings:
        in_force += standing.bound
        deposited += standing.bound or standing.status is Status.CONSENTED
    return Counters(deposited, in_force)


def _add_months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _note(new: Standing, changes: list[Standing]) -> Standing:
    """Append a change unless nothing but the day differs; of several on one day the last one stands."""
    if changes and new is changes[-1]:
        return new
    if changes and changes[-1].day == new.day:
        changes.pop()
    before = changes[-1] if changes else NEVER
    # All but the day, which is the first.
    if new[1:] != before[1:]:
        changes.append(new)
    return new


def _reach(day: date, now: Standing, changes: list[Standing]) -> Standing:
    """Let everything scheduled up to `day` happen."""
    while now.next_change and now.next_change <= day:
        now = _note(_scheduled(now, now.next_change), changes)
    return now


def _scheduled(now: Standing, day: date) -> Standing:
    if now.status is Status.CONSENTED:
        return _in_force(now._replace(day=day))
    if now.in_conflict:
        return now._replace(day=day, withdrawal_effective=None, next_change=None)
    return _withdrawn(now, day)


def _in_force(now: Standing) -> Standing:
    return now._replace(status=Status.PARTY, since=now.in_force, bound=True, next_change=None)


def _withdrawn(now: Standing, day: date) -> Standing:
    return now._replace(
        day=day,
        status=Status.WITHDRAWN,
        since=day,
        bound=False,
        contested=False,
        suspended=None,
        withdrawal_effective=day,
        next_change=None,
    )


def _signature(now: Standing, act: Act, rules: Rules) -> Standing:
    if now.signed:
        return now
    if now.status is not Status.NON_PARTY:
        return now._replace(day=act.date, signed=act.date)
    return now._replace(day=act.date, signed=act.date, status=Status.SIGNATORY, since=act.date)


def _consent(now: Standing, act: Act, rules: Rules) -> Standing:
    if now.bound or now.status is Status.CONSENTED:
        return now
    in_force = act.effective_on or entry_into_force(act.date, rules)
    consented = now._replace(
        day=act.date,
        status=Status.CONSENTED,
        since=act.date,
        consent=act.date,
        consent_kind=_KIND[act.kind],
        in_force=in_force,
        withdrawal_received=None,
        withdrawal_effective=None,
        next_change=in_force,
    )
    # A succession binds from a day before its own notification.
    return _in_force(consented) if in_force and in_force <= act.date else consented


def _withdrawal(now: Standing, act: Act, rules: Rules) -> Standing:
    if now.status is not Status.PARTY:
        return now
    effective = max(act.date, act.effective_on or withdrawal_effect(act.date, rules))
    return now._replace(
        day=act.date,
        status=Status.WITHDRAWING,
        since=act.date,
        withdrawal_received=act.date,
        withdrawal_effective=effective,
        next_change=effective,
    )


def _withdrawal_revocation(now: Standing, act: Act, rules: Rules) -> Standing:
    if now.status is not Status.WITHDRAWING:
        return now
    return _in_force(now._replace(day=act.date, withdrawal_received=None, withdrawal_effective=None))


def _conflict_began(now: Standing, act: Act, rules: Rules) -> Standing:
    return now._replace(day=act.date, in_conflict=rules.conflict_bars_withdrawal)


def _conflict_ended(now: Standing, act: Act, rules: Rules) -> Standing:
    after = now._replace(day=act.date, in_conflict=False)
    held = now.status is Status.WITHDRAWING and now.next_change is None
    return _withdrawn(after, act.date) if held else after


def _suspension(now: Standing, act: Act, rules: Rules) -> Standing:
    if not now.bound:
        return now._replace(day=act.date, contested=False)
    # Notified again, it is still the suspension of the first day.
    return now._replace(day=act.date, contested=True, suspended=now.suspended or act.date)


_AFTER: dict[str, Callable[[Standing, Act, Rules], Standing]] = {
    ActKind.SIGNATURE: _signature,
    **dict.fromkeys(CONSENT_KINDS, _consent),
    ActKind.PROVISIONAL_APPLICATION: lambda now, act, rules: now,
    ActKind.ARMED_CONFLICT_BEGAN: _conflict_began,
    ActKind.ARMED_CONFLICT_ENDED: _conflict_ended,
    ActKind.WITHDRAWAL: _withdrawal,
    ActKind.WITHDRAWAL_REVOCATION: _withdrawal_revocation,
    ActKind.SUSPENSION_NOTIFICATION: _suspension,
    ActKind.SUSPENSION_REVOCATION: lambda now, act, rules: now._replace(day=act.date, contested=False, suspended=None),
}
_KIND: dict[str, ActKind] = {kind.value: kind for kind in ActKind}
_PLACE: dict[str, int] = {kind.value: place for place, kind in enumerate(ActKind)}

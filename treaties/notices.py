"""Notices of withdrawal and what became of them, out of a state's timeline; and the day an act takes effect."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from treaties.enums import CONSENT_KINDS, ActKind, Status
from treaties.status import Act, Rules, Standing, entry_into_force


class Notice(NamedTuple):
    """A notice of withdrawal as it stands on a day."""

    received: date
    #: The day of its effect, scheduled or past; None once taken back, and while an armed conflict holds it.
    effective: date | None
    taken_back: date | None
    #: Whether the state is recorded as engaged in an armed conflict while the notice is pending.
    hold: bool


def notices(changes: Sequence[Standing], day: date) -> list[Notice]:
    """Every notice received up to `day`, in order, as known on `day`."""
    found: list[Notice] = []
    for change in changes:
        if change.day > day:
            break
        if change.withdrawal_received:
            if found and found[-1].received == change.withdrawal_received:
                found.pop()
            pending = change.status is Status.WITHDRAWING
            hold = pending and change.in_conflict
            found.append(Notice(change.withdrawal_received, change.withdrawal_effective, None, hold))
        elif found and found[-1].taken_back is None and _was_pending(found[-1], change):
            found[-1] = found[-1]._replace(effective=None, taken_back=change.day, hold=False)
    return found


def effects_of_notices(changes: Sequence[Standing], day: date) -> dict[date, date | None]:
    """The day each notice received up to `day` takes effect, by the day of its receipt; None as in `Notice`."""
    return {notice.received: notice.effective for notice in notices(changes, day)}


def days_left(effective: date | None, day: date) -> int | None:
    """The whole days from `day` to the effect of a withdrawal; None where none is set, and once it has come."""
    return (effective - day).days if effective and effective > day else None


def effect_of(act: Act, notified: Mapping[date, date | None], rules: Rules) -> date | None:
    """The day the treaty enters into force by a consent, or ceases to bind by a withdrawal.

    `notified` are the effects of the state's notices. None for an act of another kind, for a notice taken back and
    for one that an armed conflict holds.
    """
    if act.kind in CONSENT_KINDS:
        return act.effective_on or entry_into_force(act.date, rules)
    if act.kind == ActKind.WITHDRAWAL:
        return notified.get(act.date)
    return None


def _was_pending(notice: Notice, change: Standing) -> bool:
    """Whether the notice had not taken effect when the standing changed to one that knows no notice."""
    return notice.effective is None or notice.effective > change.day

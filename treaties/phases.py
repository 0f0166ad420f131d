"""What a state that left said and did, told apart by whether it was still bound on that day."""

from collections.abc import Sequence
from datetime import date
from enum import Enum
from typing import Generic, NamedTuple, Protocol, TypeVar

from sources.dates import PartialDate, in_text


class Step(Protocol):
    """What the rule reads of a step."""

    @property
    def when(self) -> PartialDate: ...


AStep = TypeVar("AStep", bound=Step)


class Phase(Enum):
    """Where a date lies to the last time that the state was bound. The order is that of a page."""

    BEFORE = "before"
    BOUND = "bound"
    #: The date is known to the month or the year only, and the state began or ceased to be bound within it.
    UNKNOWN = "unknown"
    AFTER = "after"


class Told(NamedTuple, Generic[AStep]):
    """The steps of one phase under their heading."""

    heading: str
    steps: list[AStep]


def phase_of(when: PartialDate, began: date, ended: date) -> Phase:
    """The phase of a date for a state that was bound from `began` and no longer on `ended`.

    A day of effect is inclusive: what happened on `ended` happened after leaving. A date known in part belongs to a
    phase only if every day that it may mean does.
    """
    first, last = when.day, when.last_day
    if first >= ended:
        return Phase.AFTER
    if last < began:
        return Phase.BEFORE
    return Phase.BOUND if began <= first and last < ended else Phase.UNKNOWN


def by_phase(steps: Sequence[AStep], began: date, ended: date) -> list[Told[AStep]]:
    """The steps by their phase, in the order given; phases without a step are left out."""
    headings = {
        Phase.BEFORE: f"Before it became bound on {in_text(began)}",
        Phase.BOUND: "While still bound",
        Phase.UNKNOWN: "Day not known exactly",
        Phase.AFTER: f"Since {in_text(ended)}, no longer bound",
    }
    told = [
        Told(heading, [step for step in steps if phase_of(step.when, began, ended) is phase])
        for phase, heading in headings.items()
    ]
    return [one for one in told if one.steps]

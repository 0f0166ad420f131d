"""Plain steps, and timelines from lines, for the tests of the way to a withdrawal."""

from typing import NamedTuple

from sources.dates import PartialDate
from tests.treaties.acts import OTTAWA, PlainAct, day
from treaties.status import timeline
from treaties.votes import Result

PARTY = ("ratification 2012-12-27",)
LEFT = (*PARTY, "withdrawal 2025-08-20")


class PlainStep(NamedTuple):
    kind: str
    when: PartialDate
    results: tuple[Result, ...] = ()


def steps(*lines):
    """Steps from lines such as "parliament_vote 2025-06"; numbers after the date are the result of a vote."""
    parts = [line.split() for line in lines]
    return [
        PlainStep(kind, PartialDate.parse(when), (Result(*map(int, numbers)),) if numbers else ())
        for kind, when, *numbers in parts
    ]


def changes(*lines):
    """The timeline of acts from lines such as "withdrawal 2025-08-20"."""
    return timeline([PlainAct(kind, day(when)) for kind, when in map(str.split, lines)], OTTAWA)

"""The times for which a treaty was in force for a state."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from treaties.status import Standing


class Spell(NamedTuple):
    """A time for which the treaty is in force for a state: from `began`, and until the day before `ended`."""

    began: date
    ended: date | None


def spells(changes: Sequence[Standing], day: date) -> list[Spell]:
    """The times for which the treaty was in force for the state, as known on `day`, in order."""
    found: list[Spell] = []
    for change in changes[: bisect_right(changes, day, key=attrgetter("day"))]:
        open_spell = bool(found) and found[-1].ended is None
        if change.bound and change.in_force and not open_spell:
            found.append(Spell(change.in_force, None))
        elif open_spell and not change.bound:
            found[-1] = found[-1]._replace(ended=change.day)
    return found

"""Casualties by how states stood under a treaty on a day. Which state stood how is handed in; see `config.casualties`.

Standing is not shown to cause the numbers: they are set beside each other, and the page says so.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple, Protocol

#: What stands beside every split.
CAUTION = (
    "Standing under a treaty is not shown to cause these numbers. Casualties come from old and new contamination, from "
    "the use of mines by states and by armed groups, and from how much is recorded; figures exist for part of the "
    "states only."
)


class StandingGroup(NamedTuple):
    """States that stood alike on a day, by their primary keys."""

    key: str
    label: str
    states: frozenset[int]


class Standings(Protocol):
    """What the lists of casualties ask of the treaties; the part of the site that knows both answers."""

    #: Values of the filter `standing` with their words.
    choices: list[tuple[str, str]]

    @property
    def treaty(self) -> str:
        """The name of the treaty that standing is meant under."""
        ...

    def states_with(self, values: Iterable[str], day: date, states: Iterable[int]) -> frozenset[int]:
        """Which of the states, given by their primary keys, stood in any of these ways on the day."""
        ...

    def groups_on(self, day: date, states: Iterable[int]) -> list[StandingGroup]:
        """Each of the states in one of a few groups: parties, withdrawn, not parties."""
        ...


class Share(NamedTuple):
    """One group's part of a year: how many of its states have a figure, and what these add up to; None without any."""

    key: str
    label: str
    areas: int
    total: int | None
    #: Whether no state belonged to the group on the day, so that nothing can be missing.
    is_empty: bool = False


def split(totals: Mapping[int, int], groups: Iterable[StandingGroup]) -> list[Share]:
    """The totals of a year by group; what belongs to no group comes last, as other areas."""
    shares, rest = [], dict(totals)
    for group in groups:
        theirs = [rest.pop(state) for state in group.states & rest.keys()]
        shares.append(_share(group.key, group.label, theirs)._replace(is_empty=not group.states))
    return [*shares, _share("other_areas", "Other areas, which have no standing", list(rest.values()))]


def _share(key: str, label: str, totals: list[int]) -> Share:
    return Share(key, label, len(totals), sum(totals) if totals else None)

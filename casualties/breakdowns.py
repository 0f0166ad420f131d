"""How a total divides: the parts that are stated, and percentages of the known cases only."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from casualties.enums import Dimension
from casualties.sentences import number, share


class PartShare(NamedTuple):
    """A part with its number, None where it is not stated, and its percentage of the known cases, or empty."""

    label: str
    value: int | None
    percent: str


class Breakdown(NamedTuple):
    """One dimension of a figure. `basis` says what the percentages are of; empty where there are none."""

    label: str
    parts: tuple[PartShare, ...]
    basis: str


def breakdowns(figure: Any) -> Iterator[Breakdown]:
    """The dimensions of which any part is stated, in their order."""
    for dimension in Dimension:
        values = [(part, getattr(figure, part.column)) for part in dimension.parts]
        if any(value is not None for _, value in values):
            yield _breakdown(dimension, values)


def _breakdown(dimension: Dimension, values: list[Any]) -> Breakdown:
    known = [value for part, value in values if not part.is_unknown]
    # With one of the known cases missing, the others have no whole that a percentage could be of.
    whole = 0 if None in known else sum(known)
    parts = tuple(
        PartShare(part.label, value, share(value, whole) if whole and not part.is_unknown else "")
        for part, value in values
    )
    basis = f"Percentages are of the {number(whole)} casualties {dimension.known}." if whole else ""
    return Breakdown(str(dimension.label), parts, basis)

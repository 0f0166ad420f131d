"""The matrix of justifications and states, from counts of codings. Pure: no database."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from statements.enums import JustificationKind


class Cell(NamedTuple):
    """How often one state gave one justification."""

    state: Any
    number: int


class Line(NamedTuple):
    """One justification and its cell for every state of the matrix."""

    justification: Any
    cells: list[Cell]

    @property
    def states(self) -> list[Any]:
        """The states that gave it."""
        return [cell.state for cell in self.cells if cell.number]


class Matrix(NamedTuple):
    """Every justification given by at least one state, and every state that gave one."""

    states: list[Any]
    lines: list[Line]

    @property
    def shared(self) -> list[Line]:
        """The justifications that all states give; none where there are not two states to share one."""
        return [line for line in self.lines if len(line.states) == len(self.states) > 1]

    @property
    def alone(self) -> list[Line]:
        """The justifications that a single one of several states gives."""
        return [line for line in self.lines if len(line.states) == 1 < len(self.states)]

    @property
    def reasons(self) -> list[Line]:
        """The lines of the reasons for leaving."""
        return [line for line in self.lines if line.justification.kind == JustificationKind.REASON]

    @property
    def pledges(self) -> list[Line]:
        """The lines of the pledges about conduct."""
        return [line for line in self.lines if line.justification.kind == JustificationKind.PLEDGE]

    @property
    def number(self) -> int:
        """How many codings it counts."""
        return sum(cell.number for line in self.lines for cell in line.cells)

    @property
    def width(self) -> int:
        """How many columns its table has: a heading and one for each state."""
        return 1 + len(self.states)


def matrix(counts: Mapping[tuple[int, int], int], states: Iterable[Any], justifications: Iterable[Any]) -> Matrix:
    """From counts by (primary key of the state, of the justification); states and justifications in their order."""
    given = {state for state, _ in counts}
    columns = [state for state in states if state.pk in given]
    lines = (_line(counts, justification, columns) for justification in justifications)
    return Matrix(columns, [line for line in lines if line.states])


def _line(counts: Mapping[tuple[int, int], int], justification: Any, columns: Sequence[Any]) -> Line:
    return Line(justification, [Cell(state, counts.get((state.pk, justification.pk), 0)) for state in columns])

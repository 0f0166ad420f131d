"""What a comparison is made of: lines of cells, each with its facts for downloads and its HTML for the page."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from sources.wording import in_words


class Fact(NamedTuple):
    """One thing on record; None where it is not stated. `sources` are keys; `unit` says what a value is."""

    key: str
    value: Any
    unit: str = ""
    detail: str = ""
    sources: tuple[str, ...] = ()


class Cell(NamedTuple):
    """What one state has in a line. Without any HTML there is nothing on record."""

    facts: tuple[Fact, ...]
    html: str = ""


class Line(NamedTuple):
    """One question, answered by each state in turn."""

    section: str
    heading: str
    cells: list[Cell]
    #: What is said once where no state has anything, and in each cell where one has nothing.
    nothing: str = "not recorded"
    #: What is said beside the heading.
    mark: str = ""
    #: Whether the page has it; downloads have all.
    shown: bool = True
    #: What the cells are styled as.
    kind: str = "fact"

    @property
    def is_empty(self) -> bool:
        return not any(cell.html for cell in self.cells)


class Block(NamedTuple):
    """Lines under one heading: a table of the page. `votes` are those of each state, which a template shows."""

    slug: str
    heading: str
    lines: list[Line]
    votes: tuple[Any, ...] = ()

    @property
    def shown(self) -> list[Line]:
        return [line for line in self.lines if line.shown]


class Part(NamedTuple):
    """What is compared under one treaty."""

    treaty: Any
    blocks: list[Block]
    #: What there is nothing of for any of the states: "steps towards leaving", "votes".
    missing: list[str]

    @property
    def missing_in_words(self) -> str:
        *first, last = self.missing or [""]
        return f"{', '.join(first)} or {last}" if first else last


class Comparison(NamedTuple):
    """The states compared, under each treaty, and what holds for them whatever the treaty."""

    states: list[Any]
    parts: list[Part]
    casualties: Block
    #: The edition and data year of the casualties, as `casualties.comparison.comparable` gives them; or None.
    comparable: Any
    place: Block


class FactRow(NamedTuple):
    """A fact of one state, as downloads have it."""

    state: Any
    treaty: str
    section: str
    fact: Fact


def fact_rows(comparison: Comparison) -> Iterator[FactRow]:
    """Every fact of a comparison, question by question, in the order of the page; states in theirs."""
    blocks = [(part.treaty.slug, block) for part in comparison.parts for block in part.blocks]
    blocks += [("", comparison.casualties), ("", comparison.place)]
    for treaty, block in blocks:
        for line in block.lines:
            for state, cell in zip(comparison.states, line.cells, strict=True):
                for fact in cell.facts:
                    yield FactRow(state, treaty, line.section, fact)


def all_of(number: int) -> str:
    """How many states are compared, as text has it."""
    return "both" if number == 2 else f"all {in_words(number)}"

"""What every chart is made of: marks, keys, patterns, lines of words, and the chart itself with its table.

Coordinates are whole hundredths of a percent of the drawing's frame, from its upper left corner. A drawing so made
fills whatever room there is while its words keep their size: one can be read on a phone and on paper. What is measured
in pixels says so. Nothing here knows a colour or a database; `templates/components/chart.html` draws it.
"""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

#: The width and the height of the frame.
FULL = 10_000
#: How many letters fit into the width of the smallest screen, about 290 pixels.
LETTERS = 46


class Link(NamedTuple):
    """Words that lead somewhere; an empty address where they do not."""

    text: str
    url: str = ""


class Box(NamedTuple):
    """A rectangle; `look` names what it stands for, as a style sheet has it."""

    look: str
    x: int
    y: int
    width: int
    height: int
    title: str = ""
    pattern: str = ""

    @property
    def shape(self) -> str:
        return "box"


class Line(NamedTuple):
    """A straight line."""

    look: str
    x1: int
    y1: int
    x2: int
    y2: int

    @property
    def shape(self) -> str:
        return "line"


class Steps(NamedTuple):
    """A line that keeps its height until the next change; `path` is in the frame's own coordinates."""

    look: str
    path: str
    title: str = ""

    @property
    def shape(self) -> str:
        return "steps"


class Dot(NamedTuple):
    """A point."""

    look: str
    x: int
    y: int
    title: str = ""

    @property
    def shape(self) -> str:
        return "dot"


class Words(NamedTuple):
    """Words beside what they name. `anchor` says which end stands at x; `right` and `down` are pixels from there."""

    text: str
    x: int
    y: int
    anchor: str = "start"
    right: int = 0
    down: int = 0
    look: str = "words"

    @property
    def shape(self) -> str:
        return "words"


Mark: TypeAlias = Box | Line | Steps | Dot | Words


class Key(NamedTuple):
    """What a look means. `shape` is box, upright, dot, range or number: then the look is a number on the drawing."""

    look: str
    text: str
    pattern: str = ""
    shape: str = "box"


class Pattern(NamedTuple):
    """A pattern in the colours of a look; its lines are `path`, within a tile of six pixels."""

    look: str
    path: str


PATTERNS = {
    "hatch": "M-1 5l2 2M0 0l6 6M5 -1l2 2",
    "cross": "M-1 1l2-2M0 6l6-6M5 7l2-2M-1 5l2 2M0 0l6 6M5 -1l2 2",
    "level": "M0 1.5h6M0 4.5h6",
    "dots": "M1 1h2v2h-2zM4 4h2v2h-2z",
}


class Chart(NamedTuple):
    """A drawing with everything said about it, and the same numbers as a table."""

    #: Names the chart in addresses and ids; no two on one page have the same.
    key: str
    title: str
    #: What is counted, in which unit, as at when.
    unit: str
    #: What a reader who cannot see the drawing is told of it.
    description: str
    #: The height of the frame in pixels, and the room above and below it.
    height: int
    marks: tuple[Mark, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    source: tuple[Link, ...]
    above: int = 12
    below: int = 28
    #: Whether the numbers of a scale stand left of the frame.
    scaled: bool = False
    keys: tuple[Key, ...] = ()
    note: str = ""
    #: The address of the table on the page that has these numbers already.
    table_at: str = ""

    @property
    def total_height(self) -> int:
        """The height of the drawing with the room above and below its frame, in pixels."""
        return self.above + self.height + self.below

    @property
    def patterns(self) -> list[Pattern]:
        """Every pattern that the drawing or its keys use, once."""
        used = [(mark.look, mark.pattern) for mark in self.marks if isinstance(mark, Box)]
        known = dict.fromkeys([*used, *((key.look, key.pattern) for key in self.keys)])
        return [Pattern(look, PATTERNS[pattern]) for look, pattern in known if pattern]


def steps(points: Sequence[tuple[int, int]], end: int) -> str:
    """The path of a line that keeps each point's height until the next one, and the last until `end`."""
    return f"M{points[0][0]} {points[0][1]}" + "".join(f"H{x}V{y}" for x, y in points[1:]) + f"H{end}"


def lines_of(text: str, letters: int = LETTERS, marks: Sequence[str] = (". ", ", ", " ")) -> list[str]:
    """A text parted into lines that fit the smallest screen, between sentences where it can be, else after commas.

    Only a part too long for a line is parted between its words; a word too long for one stands alone.
    """
    if len(text) <= letters or not marks:
        return [text] if text else []
    lines: list[str] = []
    pieces = text.split(marks[0])
    for place, piece in enumerate(pieces, 1):
        whole = piece if place == len(pieces) else f"{piece}{marks[0].rstrip()}"
        if lines and len(lines[-1]) + len(whole) < letters:
            lines[-1] += f" {whole}"
        else:
            lines += lines_of(whole, letters, marks[1:])
    return lines

"""What every chart is made of: scales, round numbers, axes, marks, and the chart itself with its table.

Coordinates are whole hundredths of a percent of the drawing's frame, from its upper left corner. A drawing so made
fills whatever room there is while its words keep their size: one can be read on a phone and on paper. What is measured
in pixels says so. Nothing here knows a colour or a database; `templates/components/chart.html` draws it.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import count
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


class Scale(NamedTuple):
    """From numbers to the frame: `low` lies at its left or lower edge, `high` at the other."""

    low: int
    high: int

    def across(self, value: float) -> int:
        """How far from the left edge a value lies; a value beyond the scale lies at its end."""
        span = max(self.high - self.low, 1)
        return round(FULL * (min(max(value, self.low), self.high) - self.low) / span)

    def down(self, value: float) -> int:
        """How far from the upper edge a value lies."""
        return FULL - self.across(value)


def round_numbers(highest: int, lines: int = 5) -> list[int]:
    """Round numbers from 0 to at least `highest`, in at most so many steps of 1, 2 or 5 times a power of ten."""
    step = round_step(highest, lines)
    return list(range(0, -(-max(highest, 1) // step) * step + 1, step))


def round_step(span: int, lines: int = 5) -> int:
    """The smallest step of 1, 2 or 5 times a power of ten of which at most so many make the span."""
    steps: Iterator[int] = (size * 10**power for power in count() for size in (1, 2, 5))
    return next(step for step in steps if step * lines >= max(span, 1))


def days(first: date, last: date) -> Scale:
    """The scale of the days from one to another."""
    return Scale(first.toordinal(), last.toordinal())


def dates_between(first: date, last: date, most: int = 5) -> list[tuple[date, str]]:
    """At most so many first days of years, or of months in a short time, and how an axis names them."""
    if last.year - first.year >= most:
        step = round_step(last.year - first.year + 1, most)
        years = range(-(-first.year // step) * step, last.year + 1, step)
        return [(date(year, 1, 1), str(year)) for year in years if year and first <= date(year, 1, 1)]
    months = [month for month in months_between(first, last) if month >= first]
    step = next((step for step in (1, 2, 3, 4, 6, 12, 24) if len(months) <= step * most), 24)
    return [(month, f"{month:%b} {month.year}") for month in months if (month.month - 1 + 12 * month.year) % step == 0]


def months_between(first: date, last: date) -> list[date]:
    """The first day of every month from that of `first` to that of `last`."""
    return [
        date(month // 12, month % 12 + 1, 1)
        for month in range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    ]


def time_axis(scale: Scale, first: date, last: date, most: int = 5) -> list[Mark]:
    """The base of a drawing over time with its dates below."""
    marks: list[Mark] = [Line("axis", 0, FULL, FULL, FULL)]
    for day, text in dates_between(first, last, most):
        x = scale.across(day.toordinal())
        marks.append(Words(text, x, FULL, anchor_at(x), down=20, look="tick"))
    return marks


def grid(scale: Scale, values: Iterable[tuple[int, str]]) -> list[Mark]:
    """Lines across the frame at some values, whose names stand left of it."""
    marks: list[Mark] = []
    for value, text in values:
        y = scale.down(value)
        marks += [Line("grid", 0, y, FULL, y), Words(text, 0, y, "end", right=-8, down=5, look="tick")]
    return marks


def anchor_at(x: int) -> str:
    """Which part of some words stands at x, so that they do not leave the frame."""
    return "start" if x < 300 else "end" if x > FULL - 300 else "middle"


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

"""The geometry of the charts: numbers in, whole-number coordinates out. A template draws them as SVG.

The origin is the upper left corner. Nothing here knows a colour, a language or a database.
"""

from collections.abc import Sequence
from itertools import count
from math import ceil
from typing import NamedTuple

from casualties.series import Year

WIDTH, HEIGHT = 720, 400
#: Room for the numbers of the scale at twice their size, which small screens show.
LEFT, RIGHT, TOP, BOTTOM = 104, 36, 24, 48
BASE = HEIGHT - BOTTOM
WIDEST = 64


class Box(NamedTuple):
    """A part of a bar: its upper left corner and size, and what it stands for."""

    kind: str
    x: int
    y: int
    width: int
    height: int


class Whisker(NamedTuple):
    """From the lowest to the highest total that any edition gives; `first` is where the first published lies."""

    x: int
    top: int
    bottom: int
    first: int
    left: int
    right: int


class Bar(NamedTuple):
    """One year: its boxes, its whisker where it was revised, and the year it came from; a gap has no box."""

    year: Year
    x: int
    width: int
    middle: int
    boxes: tuple[Box, ...]
    whisker: Whisker | None


class Tick(NamedTuple):
    """A line of the scale."""

    value: int
    y: int


class Label(NamedTuple):
    """A year written below the bars."""

    text: int
    x: int


class BarChart(NamedTuple):
    """Stacked bars by year with revision whiskers."""

    width: int
    height: int
    left: int
    base: int
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    labels: tuple[Label, ...]


class Revision(NamedTuple):
    """One revised year: from the zero line to how far the newest total is from the first published."""

    year: Year
    x: int
    top: int
    height: int
    y: int


class RevisionChart(NamedTuple):
    """Change since first published, in percent, by data year."""

    width: int
    height: int
    left: int
    zero: int
    points: tuple[Revision, ...]
    ticks: tuple[Tick, ...]
    labels: tuple[Label, ...]


def scale(highest: int, lines: int = 5) -> list[int]:
    """Round numbers from 0 to at least `highest`, in at most so many steps of 1, 2 or 5 times a power of ten."""
    highest = max(highest, 1)
    steps = (size * 10**power for power in count() for size in (1, 2, 5))
    step = next(step for step in steps if step * lines >= highest)
    return list(range(0, -(-highest // step) * step + 1, step))


def stacked_bars(years: Sequence[Year]) -> BarChart:
    """A bar for every year: killed, injured and unknown outcome, and behind them the newest total."""
    highest = max((max(year.totals, default=0) for year in years), default=0)
    values = scale(highest)
    slot = _slot(years)
    bars = tuple(_bar(year, LEFT + place * slot, slot, values[-1]) for place, year in enumerate(years))
    ticks = tuple(Tick(value, _height_of(value, values[-1])) for value in values)
    return BarChart(WIDTH, HEIGHT, LEFT, BASE, bars, ticks, _labels(years, slot))


def revisions(years: Sequence[Year]) -> RevisionChart:
    """How far each year's newest total is from the first published. Years in one edition only are left out."""
    changes = {year.year: year.change for year in years if year.change is not None}
    highest, lowest = max([*changes.values(), 1]), min([*changes.values(), 0])
    # One step above and below zero, so that the lines of the scale stay apart.
    step = scale(ceil(max(highest, -lowest)))[1]
    above, below = ceil(highest / step) * step, ceil(-lowest / step) * step
    span = above + below
    zero = TOP + (BASE - TOP) * above // span
    slot = _slot(years)
    points = []
    for place, year in enumerate(years):
        if (change := changes.get(year.year)) is not None:
            y = round(zero - (BASE - TOP) * change / span)
            points.append(Revision(year, LEFT + place * slot + slot // 2, min(y, zero), abs(zero - y), y))
    values = range(-below, above + 1, step)
    ticks = tuple(Tick(value, round(zero - (BASE - TOP) * value / span)) for value in values)
    return RevisionChart(WIDTH, HEIGHT, LEFT, zero, tuple(points), ticks, _labels(years, slot))


def _slot(years: Sequence[Year]) -> int:
    """The room of one year: an even part of the width, but no bar so wide that it looks like an area."""
    return min((WIDTH - LEFT - RIGHT) // max(len(years), 1), WIDEST)


def _bar(year: Year, left: int, slot: int, top_value: int) -> Bar:
    gap = max(slot // 5, 1)
    x, width = left + gap // 2, max(slot - gap, 1)
    middle = x + width // 2
    boxes = _boxes(year, x, width, top_value)
    whisker = None
    if year.is_revised and year.first and year.first.total is not None:
        whisker = Whisker(
            middle,
            _height_of(max(year.totals), top_value),
            _height_of(min(year.totals), top_value),
            _height_of(year.first.total, top_value),
            middle - max(width // 4, 2),
            middle + max(width // 4, 2),
        )
    return Bar(year, x, width, middle, boxes, whisker)


def _boxes(year: Year, x: int, width: int, top_value: int) -> tuple[Box, ...]:
    if year.total is None:
        return ()
    if year.total == 0:
        return (Box("zero", x, BASE - 3, width, 3),)
    y = _height_of(year.total, top_value)
    boxes = [Box("total", x, y, width, BASE - y)]
    reached = 0
    for kind, value in (("killed", year.killed), ("injured", year.injured), ("unknown", year.unknown)):
        # An older edition may have counted more than the newest total; the bar never stands above its total.
        value = min(value or 0, year.total - reached)
        if value > 0:
            top, bottom = _height_of(reached + value, top_value), _height_of(reached, top_value)
            boxes.append(Box(kind, x, top, width, bottom - top))
            reached += value
    return tuple(boxes)


def _height_of(value: int, top_value: int) -> int:
    return BASE - round((BASE - TOP) * value / max(top_value, 1))


def _labels(years: Sequence[Year], slot: int) -> tuple[Label, ...]:
    """The first and last years and those that five divides, but none so close to the last that they overlap."""
    shown = []
    for place, year in enumerate(years):
        last = place == len(years) - 1
        if last or len(years) < 7 or (year.year % 5 == 0 and (len(years) - 1 - place) * slot > 70):
            shown.append(Label(year.year, LEFT + place * slot + slot // 2))
    return tuple(shown)

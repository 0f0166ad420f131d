"""Where numbers and days stand in the frame of a chart: scales, round numbers and axes."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count
from typing import NamedTuple

from states.charts import FULL, Line, Mark, Words


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

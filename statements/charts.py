"""How much was said, month by month: counts in, geometry out. Pure: no database, clock or settings."""

from collections.abc import Mapping, Sequence
from datetime import date

from states.charts import FULL, Box, Chart, Line, Link, Mark, Words
from states.scales import Scale, anchor_at, grid, months_between, round_numbers

#: How many months a drawing has at most: three years are told apart on the smallest screen.
MOST_MONTHS = 36
#: The most room for one month: a bar is no area.
WIDEST = 1200
#: The part of a month's room that its bar takes, in percent.
BAR = 76


def first_month(last: date) -> date:
    """The first month that a drawing ending with the month of `last` shows."""
    return months_between(date(max(last.year - MOST_MONTHS // 12, 1), 1, 1), last)[-MOST_MONTHS:][0]


def statements_per_month(
    counts: Mapping[date, int], undated: int, end: date, *, source: Sequence[Link]
) -> Chart | None:
    """Statements by the month of their date, up to the month of `end` or, where none is near it, of the newest.

    `counts` maps the first day of a month to its statements; `undated` are those dated to a year only. None without a
    month.
    """
    if not counts:
        return None
    last = end if max(counts) >= first_month(end) else max(counts)
    months = months_between(max(min(counts), first_month(last)), last)
    shown = {month: counts.get(month, 0) for month in months}
    numbers = round_numbers(max(shown.values()), 4)
    scale, room = Scale(0, numbers[-1]), min(FULL // len(months), WIDEST)
    most = max(months, key=lambda month: shown[month])
    earlier = sum(number for month, number in counts.items() if month < months[0])
    return Chart(
        key="statements",
        title="Statements per month",
        unit=f"Number of statements in this list, {_name(months[0])} to {_name(months[-1])}",
        description=f"A bar for each month. The most, {shown[most]}, are of {_name(most)}; "
        f"{sum(shown.values())} are drawn in all.",
        height=180,
        above=24,
        marks=(
            *grid(scale, [(number, str(number)) for number in numbers]),
            *(mark for place, month in enumerate(months) for mark in _bar(place, month, shown[month], room, scale)),
            Words(str(shown[most]), _middle(months.index(most), room), scale.down(shown[most]), "middle", down=-6),
            *_axis(months, room),
        ),
        columns=("Month", "Statements"),
        rows=(*((_name(month), str(shown[month])) for month in reversed(months)), *_others(earlier, undated)),
        source=tuple(source),
        scaled=True,
        note=_note(earlier, undated),
    )


def _bar(place: int, month: date, number: int, room: int, scale: Scale) -> list[Mark]:
    y = scale.down(number)
    width = room * BAR // 100
    title = f"{_name(month)}: {number} statement{'s'[: number != 1]}"
    return [Box("statements", place * room + (room - width) // 2, y, width, FULL - y, title)] if number else []


def _axis(months: Sequence[date], room: int) -> list[Mark]:
    """The base, and below it the names of three months at most, the last among them."""
    marks: list[Mark] = [Line("axis", 0, FULL, FULL, FULL)]
    step = max(1, -(-2 * len(months) // 5))
    for place in range(len(months) - 1, -1, -step):
        x = _middle(place, room)
        text = f"{months[place]:%b} {months[place].year}"
        marks.append(Words(text, x, FULL, "end" if x > FULL - 900 else anchor_at(x), down=20, look="tick"))
    return marks


def _middle(place: int, room: int) -> int:
    return place * room + room // 2


def _others(earlier: int, undated: int) -> list[tuple[str, str]]:
    rows = [("Earlier months", str(earlier))] if earlier else []
    return [*rows, ("Dated to the year only", str(undated))] if undated else rows


def _note(earlier: int, undated: int) -> str:
    """What is not drawn."""
    told = [f"{earlier} of earlier months"] if earlier else []
    told += [f"{undated} dated to the year only"] if undated else []
    return f"Not drawn: {' and '.join(told)}." if told else ""


def _name(month: date) -> str:
    return f"{month:%B} {month.year}"

"""Casualties by year and how the totals were revised: numbers in, geometry out. Pure: no database or settings."""

from collections.abc import Iterator, Sequence
from math import ceil, floor

from casualties.sentences import counted, number
from casualties.series import Year, editions_of
from states.charts import FULL, Box, Chart, Dot, Key, Line, Link, Mark, Words
from states.scales import Scale, grid, round_numbers, round_step

#: The room of one year at most, in hundredths of a percent: a bar is no area.
WIDEST = 900
#: How close two years are written at most.
APART = 1500
BARS = (
    Key("killed", "killed"),
    Key("injured", "injured"),
    Key("unknown", "unknown, as stated", "hatch"),
    Key("total", "outcome not stated"),
    Key("whisker", "lowest to highest total of all editions", shape="range"),
    Key("gap", "no data", shape="upright"),
)

COLUMNS = ("Year", "Casualties", "Edition", "Killed", "Injured", "Unknown", "These by edition", "First published")


def casualties_by_year(years: Sequence[Year], area: str, *, source: Sequence[Link], table_at: str = "") -> Chart | None:
    """A bar for every year: killed, injured and unknown outcome within the newest total; None without a year."""
    if not years:
        return None
    numbers = round_numbers(max((max(year.totals, default=0) for year in years), default=0))
    scale, room = Scale(0, numbers[-1]), _room(years)
    drawn = [mark for place, year in enumerate(years) for mark in _bar(year, place * room, room, scale)]
    used = {mark.look for mark in drawn if not isinstance(mark, Words)}
    marks = [*grid(scale, [(value, number(value)) for value in numbers]), *drawn, *_axis(years, room)]
    return Chart(
        key="casualties",
        title=f"Casualties by year: {area}",
        unit="People killed and injured, as recorded, by data year",
        description="A bar for each data year; years without data have none. Each bar is parted into killed, injured "
        "and unknown outcome as far as these are stated. Thin lines reach from the lowest to the highest total that "
        f"any edition gives. {_newest(years)}",
        height=300,
        marks=tuple(marks),
        columns=COLUMNS,
        rows=tuple(_cells(year) for year in reversed(years)),
        source=(*source, Link(_editions(years))),
        scaled=True,
        keys=tuple(one for one in BARS if one.look in used),
        note="The height is the newest edition’s total; its parts are those of the newest edition that states killed "
        "and injured.",
        table_at=table_at,
    )


def revisions_by_year(years: Sequence[Year], area: str, *, source: Sequence[Link], table_at: str = "") -> Chart | None:
    """How far each year's newest total is from the first published, in percent; None where none was repeated."""
    changes = {year.year: year.change for year in years if year.change is not None}
    if not changes:
        return None
    highest, lowest = max([*changes.values(), 1]), min([*changes.values(), 0])
    step = round_step(ceil(max(highest, -lowest)))
    scale = Scale(step * floor(lowest / step), step * ceil(highest / step))
    room, zero = _room(years), scale.down(0)
    values = range(scale.low, scale.high + 1, step)
    marks = grid(scale, [(value, f"{value:+d}%" if value else "0%") for value in values])
    marks.append(Line("axis", 0, zero, FULL, zero))
    for place, year in enumerate(years):
        if (change := changes.get(year.year)) is not None:
            x, y, title = place * room + room // 2, scale.down(change), _revised(year)
            marks.append(Box("stem", x - 20, min(y, zero), 40, abs(zero - y), title))
            marks.append(Dot("revision", x, y, title))
    return Chart(
        key="revisions",
        title=f"How the totals were revised: {area}",
        unit="Change of the total (killed and injured) since it was first published, in percent, by data year",
        description="For each data year that later editions repeated: the change of the total since it was first "
        "published. Years in one edition only are left out.",
        height=260,
        marks=(*marks, *_years(years, room)),
        columns=("Year", "First published", "Newest", "Change"),
        rows=tuple(_change(year) for year in reversed(years) if year.change is not None),
        source=(*source, Link(_editions(years))),
        scaled=True,
        table_at=table_at,
    )


def _room(years: Sequence[Year]) -> int:
    """The room of one year: an even part of the width, but no bar so wide that it looks like an area."""
    return min(FULL // max(len(years), 1), WIDEST)


def _bar(year: Year, left: int, room: int, scale: Scale) -> Iterator[Mark]:
    gap = max(room // 5, 1)
    x, width = left + gap // 2, max(room - gap, 1)
    middle = x + width // 2
    if year.latest is None:
        yield Line("gap", middle, 0, middle, FULL)
    yield from _boxes(year, x, width, scale)
    if year.is_revised and year.first and year.first.total is not None:
        top, bottom, reach = scale.down(max(year.totals)), scale.down(min(year.totals)), max(width // 4, 1)
        yield Line("whisker", middle, top, middle, bottom)
        yield Line("whisker", middle - reach, top, middle + reach, top)
        yield Line("whisker", middle - reach, bottom, middle + reach, bottom)


def _boxes(year: Year, x: int, width: int, scale: Scale) -> Iterator[Box]:
    if year.total is None:
        return
    title = _told(year)
    if year.total == 0:
        yield Box("zero", x, FULL - 100, width, 100, title)
        return
    top = scale.down(year.total)
    yield Box("total", x, top, width, FULL - top, title)
    reached = 0
    for kind, value in (("killed", year.killed), ("injured", year.injured), ("unknown", year.unknown)):
        # An older edition may have counted more than the newest total; the bar never stands above its total.
        value = min(value or 0, year.total - reached)
        if value > 0:
            top, bottom = scale.down(reached + value), scale.down(reached)
            yield Box(kind, x, top, width, bottom - top, title, "hatch" if kind == "unknown" else "")
            reached += value


def _axis(years: Sequence[Year], room: int) -> list[Mark]:
    return [Line("axis", 0, FULL, FULL, FULL), *_years(years, room)]


def _years(years: Sequence[Year], room: int) -> Iterator[Mark]:
    """The last year and those that five divides, but none so close to the last that they overlap; all of a few."""
    for place, year in enumerate(years):
        last = place == len(years) - 1
        spare = (len(years) - 1 - place) * room >= APART
        if last or (len(years) < 7 and room * 2 > APART) or (year.year % 5 == 0 and spare):
            # The last may stand a few pixels into the margin: drawn back, it would touch the one before it.
            yield Words(str(year.year), place * room + room // 2, FULL, "middle", down=20, look="tick")


def _told(year: Year) -> str:
    """A year's newest total in words, and what was published first where that differs; of a year with a total."""
    told = counted(year.counted)
    if year.is_revised and year.first and year.first.total is not None:
        told += f"; first published: {year.first.text} (Landmine Monitor {year.first.edition})"
    return told


def _revised(year: Year) -> str:
    first, newest, change = _change(year)[1:]
    return f"{year.year}: first {first}, newest {newest}: {change}"


def _change(year: Year) -> tuple[str, str, str, str]:
    """The row of a revised year."""
    first, newest = (
        f"{number(one.total)} (Landmine Monitor {one.edition})" if one and one.total is not None else "not stated"
        for one in (year.first, year.latest)
    )
    return str(year.year), first, newest, f"{year.change:+.1f}%" if year.change else "0%"


def _cells(year: Year) -> tuple[str, ...]:
    """The row of a year; blank is not stated, which is never zero."""
    if year.latest is None:
        return str(year.year), "no data", "", "", "", "", "", ""
    numbers = [_number(value) for value in (year.killed, year.injured, year.unknown)]
    # The parts may be those of an older edition than the total, which must then stand beside them.
    parted = str(year.outcome_edition or "none")
    return str(year.year), year.latest.text, str(year.latest.edition), *numbers, parted, year.first_published


def _number(value: int | None) -> str:
    return "not stated" if value is None else number(value)


def _newest(years: Sequence[Year]) -> str:
    """The newest year in words."""
    newest = next((year for year in reversed(years) if year.total is not None), None)
    return f"The newest: {_told(newest)}." if newest else "No year has a total."


def _editions(years: Sequence[Year]) -> str:
    editions = editions_of(years)
    if not editions:
        return "no edition"
    return f"edition {editions[0]}" if len(editions) == 1 else f"editions {editions[0]} to {editions[-1]}"

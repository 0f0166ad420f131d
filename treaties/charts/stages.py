"""How long each withdrawal took: from the first recorded stage to the effect, a row for each, on one scale of days."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from sources.dates import Precision, in_table, in_text
from states.charts import FULL, Box, Chart, Dot, Key, Line, Link, Mark, Words, lines_of
from states.scales import Scale, round_step
from treaties.enums import StepKind
from treaties.stages import Entry, Strip

#: Pixels: a line of words, the band of a row, the room for one tier of numbers above it, and the room after a row.
LINE, BAND, TIER, GAP = 19, 12, 17, 20
#: The room that a letter needs on the smallest screen.
LETTER = 230
#: The room between two labels above the band there.
APART = LETTER // 2


class Row(NamedTuple):
    """One withdrawal on the scale: days counted from its first stage that is known to the day."""

    name: str
    strip: Strip
    first: date
    #: The number of a stage, as the key has it, and its day; stages known to the day only.
    points: tuple[tuple[int, int, date], ...]
    #: Days to the receipt of the notice, and to the effect or to whatever ends the drawing.
    to_notice: int
    to_end: int
    end: str


class Label(NamedTuple):
    """The number above a stage, or the numbers of all stages of one day, and how high above the band it stands."""

    text: str
    x: int
    anchor: str
    tier: int


def row_of(name: str, strip: Strip, day: date) -> Row | None:
    """The row of a withdrawal; None without a notice."""
    if strip.notice is None:
        return None
    notice = strip.notice
    known = [(number, entry.when.day) for number, entry in _entries(strip) if entry.when.precision is Precision.DAY]
    first = min(when for _, when in known)
    if notice.taken_back:
        end, last = "taken back", notice.taken_back
    elif notice.effective:
        end, last = ("to come" if notice.effective > day else ""), notice.effective
    else:
        end, last = "held by an armed conflict", max(day, notice.received)
    points = tuple((number, (when - first).days, when) for number, when in sorted(known, key=lambda one: one[1]))
    return Row(name, strip, first, points, (notice.received - first).days, (last - first).days, end)


def stages_in_days(
    name: str, strips: Sequence[tuple[str, Strip]], day: date, *, source: Sequence[Link], key: str
) -> Chart | None:
    """The stages of each withdrawal in days; None where no notice is on record.

    `strips` has each strip with the name of its state, in the order of the rows.
    """
    rows = [row for name_of_state, strip in strips if (row := row_of(name_of_state, strip, day))]
    if not rows:
        return None
    scale = Scale(0, max(row.to_end for row in rows) or 1)
    drawn: list[tuple[int, int, Mark]] = []
    top = 0
    for row in rows:
        lines = list(_row(row, scale, top))
        drawn += lines
        top = max(at + height for at, height, _ in lines) + GAP
    height = top - GAP + 6
    kinds = [stage.kind for stage in rows[0].strip.stages]
    return Chart(
        key=key,
        title=f"{name}: from the first step to the day of leaving",
        unit=f"Days since the first recorded stage of each state, as at {in_text(day)}",
        description="A row for each withdrawal with numbered stages. " + " ".join(map(_described, rows)),
        height=height,
        above=2,
        marks=(*_axis(scale), *(_placed(*one, height) for one in drawn)),
        columns=("State", *(f"{number}. {kind.stage}" for number, kind in enumerate(kinds, 1)), "Days to the notice",
                 "Days from the notice to the effect"),
        rows=tuple(_cells(row) for row in rows),
        source=tuple(source),
        keys=(
            *(Key(str(number), str(kind.stage), shape="number") for number, kind in enumerate(kinds, 1)),
            Key("way", "steps at home"),
            Key("standing-withdrawing", "from the notice to its effect: still bound", "hatch"),
        ),
    )  # fmt: skip


def _entries(strip: Strip) -> Iterator[tuple[int, Entry]]:
    """Every entry with the number of its stage."""
    for number, stage in enumerate(strip.stages, 1):
        for entry in stage.entries:
            yield number, entry


def _axis(scale: Scale) -> Iterator[Mark]:
    step = round_step(scale.high, 4)
    for days in range(0, scale.high + 1, step):
        x = scale.across(days)
        # Every row begins at 0; a line there would only run through its numbers.
        if days:
            yield Line("grid", x, 0, x, FULL)
        if x < FULL - 500 or days == scale.high:
            yield Words(f"{days} days" if days else "0", x, FULL, "start" if not x else "middle", down=20, look="tick")


def _row(row: Row, scale: Scale, top: int) -> Iterator[tuple[int, int, Mark]]:
    """The marks of a row, each with its distance from the top and its height in pixels."""
    yield top, LINE, Words(row.name, 0, 0, down=14, look="row")
    labels = list(_labels(row, scale))
    band = top + LINE + TIER * (max(label.tier for label in labels) + 1) + 4
    notice, end = scale.across(row.to_notice), scale.across(row.to_end)
    yield band, BAND, Box("way", 0, 0, notice, 0, f"{row.to_notice} days to the notice")
    title = f"{row.to_end - row.to_notice} days from the notice{f', {row.end}' if row.end else ''}"
    yield band, BAND, Box("standing-withdrawing", notice, 0, end - notice, 0, title, "hatch")
    for text, x, anchor, tier in labels:
        foot = band - TIER * tier - 4
        yield foot, band - foot + BAND, Line("flag", x, 0, x, 0)
        yield foot, 0, Words(text, x, 0, anchor, right=3 if anchor == "start" else 0, down=-3, look="number")
    for number, days, when in row.points:
        kind = row.strip.stages[number - 1].kind
        yield band + BAND // 2, 0, Dot(_look(kind), scale.across(days), 0, f"{kind.stage}: {in_text(when)}, day {days}")
    yield from _spans(row, scale, band + BAND)
    under = band + BAND + LINE
    for line in lines_of(_unknown(row)):
        yield under, LINE, Words(line, 0, 0, down=15, look="quiet")
        under += LINE


def _labels(row: Row, scale: Scale) -> Iterator[Label]:
    """A label for each day with a stage, the last first: as low as it can without touching a later one.

    So an earlier label stands higher, and its line comes down left of the later one instead of through it.
    """
    groups = [
        (scale.across(days), "·".join(dict.fromkeys(str(number) for number, *_ in points)))
        for days, points in groupby(row.points, key=lambda point: point[1])
    ]
    before = [-FULL, *(x for x, _ in groups)]
    #: How far each tier is free.
    free: list[int] = []
    for (x, text), x_before in reversed(list(zip(groups, before, strict=False))):
        room, anchor = len(text) * LETTER, _anchor(x, x - x_before)
        left = x - {"start": 0, "middle": room // 2, "end": room}[anchor]
        tier = next((tier for tier, end in enumerate(free) if left + room <= end), len(free))
        free[tier : tier + 1] = [left - APART]
        yield Label(text, x, anchor, tier)


def _spans(row: Row, scale: Scale, y: int) -> Iterator[tuple[int, int, Mark]]:
    """How many days each part of the band is, below it; where they would not fit, they run on from its start."""
    notice, end = scale.across(row.to_notice), scale.across(row.to_end)
    before, after = f"{row.to_notice} days", f"{row.to_end - row.to_notice} days{f', {row.end}' if row.end else ''}"
    if notice > len(before) * LETTER:
        yield y, LINE, Words(before, notice // 2, 0, "middle", down=15, look="words")
    at = (notice + end) // 2
    if (room := len(after) * LETTER // 2) < at < FULL - room and end - notice > room:
        yield y, LINE, Words(after, at, 0, "middle", down=15, look="words")
    else:
        yield y, LINE, Words(after, end, 0, "end" if end > FULL // 2 else "start", down=15, look="words")


def _look(kind: StepKind) -> str:
    return {StepKind.NOTIFICATION_RECEIVED: "notice", StepKind.EFFECTIVE: "withdrawal"}.get(kind, "stage")


def _unknown(row: Row) -> str:
    """The stages that the band cannot show: those of which nothing is recorded, and those not known to the day."""
    missing = [str(number) for number, stage in enumerate(row.strip.stages, 1) if not stage.entries]
    vague = [
        f"{number} ({entry.when.text})" for number, entry in _entries(row.strip)
        if entry.when.precision is not Precision.DAY
    ]  # fmt: skip
    parts = [f"Not recorded: {', '.join(missing)}"] if missing else []
    return ". ".join([*parts, *([f"Day not known: {', '.join(vague)}"] if vague else [])])


def _cells(row: Row) -> tuple[str, ...]:
    """The row of the table: each stage's days, and how many there are between."""
    stages = [
        "; ".join(
            f"{in_table(entry.when.day)} (day {(entry.when.day - row.first).days})"
            if entry.when.precision is Precision.DAY
            else f"{entry.when.text} (day not known)"
            for entry in stage.entries
        )
        or "not recorded"
        for stage in row.strip.stages
    ]
    return row.name, *stages, str(row.to_notice), f"{row.to_end - row.to_notice}{f' ({row.end})' if row.end else ''}"


def _described(row: Row) -> str:
    end = f" ({row.end})" if row.end else ""
    unknown = _unknown(row)
    return (
        f"{row.name}: {row.to_notice} days to the notice, {row.to_end - row.to_notice} from there{end}."
        f"{f' {unknown}.' if unknown else ''}"
    )


def _anchor(x: int, since: int) -> str:
    """Which part of a label stands at x: its start at the edge, and where the line of the one before is near."""
    return "end" if x > FULL - 100 else "start" if x < 100 or since < LETTER else "middle"


def _placed(top: int, height: int, mark: Mark, whole: int) -> Mark:
    """The mark where it belongs on a drawing of that height."""
    y, end = round(FULL * top / whole), round(FULL * (top + height) / whole)
    if isinstance(mark, Line):
        return mark._replace(y1=y, y2=end)
    if isinstance(mark, Box):
        return mark._replace(y=y, height=end - y)
    return mark._replace(y=y) if isinstance(mark, Dot | Words) else mark

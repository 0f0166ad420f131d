"""The latest changes of who is bound, close up: each with its day and the names of the states."""

from collections.abc import Mapping, Sequence
from datetime import date

from sources.dates import in_table, in_text
from states.charts import FULL, Chart, Dot, Key, Link, Mark, Words, lines_of
from states.scales import Scale, grid, time_axis
from states.scales import days as days_of
from treaties.charts.parties import WITHDRAWAL, Change, Histories, changes_of, line_of

ENTRY = Key("entry", "the treaty enters into force for a state", shape="dot")

#: Few enough changes to name each beside the line.
MOST_NAMED, MOST_TOGETHER = 12, 3
#: The width of a letter on the smallest screen, in hundredths of a percent.
LETTER = 260
#: The height of a line of words, in pixels.
LINE = 16


def last_changes(
    name: str,
    histories: Histories,
    names: Mapping[int, str],
    first: date,
    last: date,
    *,
    source: Sequence[Link],
    key: str,
) -> Chart | None:
    """The States Parties since `first`, every change with the names of the states; None where there are too many."""
    every = changes_of(histories, last)
    changes = [change for change in every if change.day > first and (change.entered or change.left)]
    if not 0 < len(changes) <= MOST_NAMED:
        return None
    start = next((change.counters.in_force for change in reversed(every) if change.day <= first), 0)
    points = [(first, start), *((change.day, change.counters.in_force) for change in changes)]
    values = [value for _, value in points]
    time, scale = days_of(first, last), Scale(min(values) - 1, max(values) + 1)
    ticks = range(min(values), max(values) + 1, max(1, (max(values) - min(values)) // 5))
    # No base: the scale does not begin at zero.
    dates = [mark for mark in time_axis(time, first, last, most=3) if isinstance(mark, Words)]
    marks = [*grid(scale, [(value, str(value)) for value in ticks]), *dates]
    marks.append(line_of("in-force", points, time, scale))
    marks += [mark for change in changes for mark in _named(change, names, time, scale)]
    return Chart(
        key=key,
        title=f"{name}: the latest changes close up",
        unit=f"States Parties, {in_text(first)} to {in_text(last)}. The scale does not begin at zero",
        description="A line that keeps its height between changes. "
        + " ".join(_change_in_words(change, names) for change in changes),
        height=280,
        marks=tuple(marks),
        columns=("Day", "Change", "States Parties from that day"),
        rows=tuple((in_table(one.day), _who(one, names), str(one.counters.in_force)) for one in changes),
        source=tuple(source),
        scaled=True,
        keys=(ENTRY, WITHDRAWAL),
    )


def _named(change: Change, names: Mapping[int, str], time: Scale, scale: Scale) -> list[Mark]:
    """A dot for a change and the names of its states: of those that entered left of it, of those that left right."""
    x, y = time.across(change.day.toordinal()), scale.down(change.counters.in_force)
    look = "withdrawal" if change.left else "entry"
    listed = sorted(names[state] for state in change.left or change.entered)
    text = ", ".join(listed) if len(listed) <= MOST_TOGETHER else f"{len(listed)} states"
    dot = Dot(look, x, y, _change_in_words(change, names))
    if look == "entry":
        return [dot, Words(text, x, y, "end" if x > FULL // 3 else "start", down=-10, look="name")]
    return [dot, *_beside([*lines_of(text, 18), in_table(change.day)], x, y)]


def _beside(lines: Sequence[str], x: int, y: int) -> list[Mark]:
    """Lines beside the dot of a withdrawal, on the side that is free; the last of them is the day."""
    if x + max(map(len, lines)) * LETTER < FULL:
        anchor, right, first = "start", 10, -5 - LINE * (len(lines) - 1)
    else:
        anchor, right, first = "end", -10, 5
    looks = ["name"] * (len(lines) - 1) + ["name-day"]
    return [
        Words(text, x, y, anchor, right=right, down=first + LINE * place, look=one)
        for place, (text, one) in enumerate(zip(lines, looks, strict=True))
    ]


def _who(change: Change, names: Mapping[int, str]) -> str:
    """The states that entered and left on one day."""
    entered = ", ".join(sorted(names[state] for state in change.entered))
    left = ", ".join(sorted(names[state] for state in change.left))
    return "; ".join(
        [*([f"In force for {entered}"] if entered else []), *([f"Withdrawal of {left} takes effect"] if left else [])]
    )


def _change_in_words(change: Change, names: Mapping[int, str]) -> str:
    return f"{in_text(change.day)}: {_who(change, names)}; then {change.counters.in_force} States Parties."

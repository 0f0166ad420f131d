"""How many states consented to a treaty, and for how many it is in force, day by day."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sources.dates import in_table, in_text
from states.charts import FULL, Chart, Dot, Key, Link, Mark, Steps, Words, steps
from states.scales import Scale, grid, round_numbers, time_axis
from states.scales import days as days_of
from treaties.enums import Status
from treaties.status import Counters, Standing, count

WITHDRAWAL = Key("withdrawal", "a withdrawal takes effect", shape="dot")
Histories = Mapping[int, Sequence[Standing]]


class Change(NamedTuple):
    """A day on which a counter changes: both from that day, and the states that entered and that left then."""

    day: date
    counters: Counters
    entered: tuple[int, ...] = ()
    left: tuple[int, ...] = ()


def changes_of(histories: Histories, last: date) -> list[Change]:
    """Every day up to `last` on which either counter or who is bound changes, in order."""
    moves: dict[date, list[tuple[int, Standing | None, Standing]]] = {}
    for key, history in histories.items():
        before: Standing | None = None
        for standing in history:
            if standing.day > last:
                break
            moves.setdefault(standing.day, []).append((key, before, standing))
            before = standing
    found: list[Change] = []
    deposited = in_force = 0
    for day in sorted(moves):
        earlier = count(before for _, before, _ in moves[day] if before)
        later = count(standing for _, _, standing in moves[day])
        deposited += later.deposited - earlier.deposited
        in_force += later.in_force - earlier.in_force
        entered = tuple(key for key, before, now in moves[day] if now.bound and not (before and before.bound))
        left = tuple(key for key, before, now in moves[day] if before and before.bound and not now.bound)
        counters = Counters(deposited, in_force)
        if entered or left or counters != (found[-1].counters if found else Counters(0, 0)):
            found.append(Change(day, counters, entered, left))
    return found


def withdrawals(histories: Histories, last: date) -> list[tuple[date, int]]:
    """The day each withdrawal up to `last` took effect and whose it was, in order."""
    return sorted(
        (standing.day, key)
        for key, history in histories.items()
        for before, standing in zip(history, history[1:], strict=False)
        if standing.day <= last and standing.status is Status.WITHDRAWN and before.bound
    )


def parties_over_time(
    name: str, histories: Histories, first: date, last: date, *, source: Sequence[Link], key: str, table_at: str = ""
) -> Chart | None:
    """Consents deposited and States Parties from the treaty's opening to a day; None before it opened."""
    changes = changes_of(histories, last)
    if last <= first or not changes:
        return None
    time, numbers = days_of(first, last), round_numbers(max(change.counters.deposited for change in changes))
    scale, gone = Scale(0, numbers[-1]), withdrawals(histories, last)
    now = changes[-1].counters
    marks = [*grid(scale, [(number, str(number)) for number in numbers]), *time_axis(time, first, last)]
    marks += [line_of("deposited", [(change.day, change.counters.deposited) for change in changes], time, scale)]
    marks += [line_of("in-force", [(change.day, change.counters.in_force) for change in changes], time, scale)]
    marks += _dots(changes, {day for day, _ in gone}, time, scale)
    marks += _ends(now, gone, scale)
    return Chart(
        key=key,
        title=f"{name}: parties over time",
        unit=f"Number of states, {first.year} to {in_text(last)}",
        description=_described(now, gone, first, last),
        height=280,
        above=24,
        marks=tuple(marks),
        columns=("As at", "In force", "Deposited", "Withdrawals in effect by then"),
        rows=tuple(_year_ends(changes, [day for day, _ in gone], first, last)),
        source=tuple(source),
        scaled=True,
        keys=(WITHDRAWAL,) if gone else (),
        table_at=table_at,
    )


def line_of(look: str, points: Sequence[tuple[date, int]], time: Scale, scale: Scale) -> Mark:
    """A line that keeps its height from each day to the next."""
    return Steps(look, steps([(time.across(day.toordinal()), scale.down(value)) for day, value in points], FULL))


def _dots(changes: Iterable[Change], gone: set[date], time: Scale, scale: Scale) -> list[Mark]:
    """A dot on the line of States Parties for each day on which a withdrawal took effect."""
    return [
        Dot(
            "withdrawal",
            time.across(change.day.toordinal()),
            scale.down(change.counters.in_force),
            f"{in_text(change.day)}: {_withdrawals(len(change.left))}; {change.counters.in_force} States Parties",
        )
        for change in changes
        if change.day in gone
    ]


def _ends(now: Counters, gone: Sequence[tuple[date, int]], scale: Scale) -> list[Mark]:
    """What the lines count, written at their ends."""
    above = Words(f"{now.deposited} deposited", FULL, scale.down(now.deposited), "end", down=-10, look="end-deposited")
    below = Words(f"{now.in_force} in force", FULL, scale.down(now.in_force), "end", down=24, look="end-in-force")
    if not gone:
        return [above, below]
    # Two lines, because one would cross the rising lines on a phone.
    lines = (_withdrawals(len(gone)), f"since {gone[0][0]:%B} {gone[0][0].year}")
    told = [
        Words(text, FULL, scale.down(now.in_force), "end", down=down, look="end-withdrawal")
        for text, down in zip(lines, (44, 60), strict=True)
    ]
    return [above, below, *told]


def _withdrawals(number: int) -> str:
    return f"{number} withdrawal{'s'[: number != 1]}"


def _described(now: Counters, gone: Sequence[tuple[date, int]], first: date, last: date) -> str:
    left = f" {_withdrawals(len(gone))} took effect, the first on {in_text(gone[0][0])}." if gone else ""
    return (
        f"Two lines from {in_text(first)}, when the treaty was opened for signature, to {in_text(last)}. "
        f"On the last day {now.deposited} states have a consent deposited and not withdrawn, and the treaty is in "
        f"force for {now.in_force}.{left}"
    )


def ends_of_years(first: date, last: date) -> list[date]:
    """The last day of each year from one day to another, and that day itself; of an absurd span the first century.

    None where the years are in the wrong order.
    """
    if last.year < first.year:
        return []
    years = range(first.year, min(last.year, first.year + 100))
    return [*(date(year, 12, 31) for year in years), last]


def _year_ends(
    changes: Sequence[Change], gone: Sequence[date], first: date, last: date
) -> Iterable[tuple[str, str, str, str]]:
    """A row for the end of each year, the last for `last` itself."""
    for day in ends_of_years(first, last):
        now = next((change.counters for change in reversed(changes) if change.day <= day), Counters(0, 0))
        yield in_table(day), str(now.in_force), str(now.deposited), str(sum(one <= day for one in gone))

"""What a map shows of standings: a mark for each state, the legend with its counts, and the days on which it changes.

Marks follow from standings alone; where a state lies is the atlas's business.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from sources.dates import in_table
from treaties.enums import Status
from treaties.status import Standing, at


class Mark(NamedTuple):
    """How a standing looks: colour and pattern go by `key`, the letter is theirs where neither can be seen."""

    key: str
    letter: str
    label: str
    #: Whether its letter, and on larger drawings the state's name, stand on the map: for what readers look for.
    lettered: bool = False


def _mark(status: Status, *, lettered: bool = False) -> Mark:
    return Mark(status.value, status.letter, str(status.label), lettered)


PARTY = _mark(Status.PARTY)
CONTESTED = Mark("contested", "c", "State Party, suspension contested", lettered=True)
MARKS = {
    Status.PARTY: PARTY,
    Status.WITHDRAWING: _mark(Status.WITHDRAWING, lettered=True),
    Status.WITHDRAWN: _mark(Status.WITHDRAWN, lettered=True),
    Status.CONSENTED: _mark(Status.CONSENTED),
    Status.SIGNATORY: _mark(Status.SIGNATORY),
    Status.NON_PARTY: _mark(Status.NON_PARTY),
}
#: In the order of the legend; the contested stand below the parties that they are part of.
ORDER = (PARTY, CONTESTED, *list(MARKS.values())[1:])


class Pin(NamedTuple):
    """A state on the map: its code and name, its page, its mark and what its standing is in words."""

    iso3: str
    name: str
    url: str
    mark: Mark
    words: str
    since: date | None
    #: The day a suspension was notified that is contested.
    notified: date | None = None


class Entry(NamedTuple):
    """A line of the legend and of the table: a mark and the states that have it."""

    mark: Mark
    pins: list[Pin]
    #: Whether these states stand in another line as well.
    part: bool = False

    @property
    def number(self) -> int:
        return len(self.pins)


class Change(NamedTuple):
    """What changed on a day: how many states came to each label, with their names where they are few."""

    day: date
    words: list[str]


def mark_of(standing: Standing) -> Mark:
    """The mark of a standing: a notified suspension shows, though it changes nothing about who is bound.

    Where the state is withdrawing as well, that shows: it will change who is bound.
    """
    return CONTESTED if standing.contested and standing.status is Status.PARTY else MARKS[standing.status]


def pins(rows: Iterable[Any]) -> list[Pin]:
    """The states of these rows, as `treaties.rows.standing_rows` gives them."""
    return [
        Pin(
            row.place.iso3, row.place.name, row.url,
            mark_of(row.standing), words_of(row.standing), row.standing.since, row.standing.suspended,
        )
        for row in rows
    ]  # fmt: skip


def words_of(standing: Standing) -> str:
    """A standing in a few words: "State Party since 1 Mar 1999; notified suspension contested"."""
    since = f" since {in_table(standing.since)}" if standing.since else ""
    contested = "; notified suspension contested" if standing.contested and standing.bound else ""
    return f"{standing.status.label}{since}{contested}"


def entries(states: Iterable[Pin]) -> list[Entry]:
    """The legend: every mark, also one that no state has, so that two days compare; the contested are parties too."""
    by_mark: dict[Mark, list[Pin]] = {mark: [] for mark in ORDER}
    for pin in states:
        by_mark[pin.mark].append(pin)
        if pin.mark is CONTESTED:
            by_mark[PARTY].append(pin)
    return [
        Entry(mark, chosen, part=mark is CONTESTED)
        for mark, chosen in by_mark.items()
        if chosen or mark is not CONTESTED
    ]


def change_days(histories: Mapping[int, Sequence[Standing]]) -> list[date]:
    """Every day on which a standing changed or is to change, first to last."""
    return sorted({standing.day for changes in histories.values() for standing in changes})


def earlier(days: Sequence[date], day: date) -> date | None:
    """The change before the one that the map of `day` shows, which may be of a day before it."""
    place = bisect_right(days, day)
    return days[place - 2] if place > 1 else None


def later(days: Sequence[date], day: date) -> date | None:
    """The first of the days after `day`."""
    place = bisect_right(days, day)
    return days[place] if place < len(days) else None


#: So many states are named; more are counted.
NAMED = 6


def last_change(
    histories: Mapping[int, Sequence[Standing]], names: Mapping[int, str], days: Sequence[date], day: date
) -> Change | None:
    """What changed on the last of the days up to `day`; None before the first. `names` are in alphabetical order."""
    place = bisect_right(days, day)
    if not place:
        return None
    last = days[place - 1]
    came = defaultdict(list)
    for state, name in names.items():
        changes = histories.get(state, ())
        if any(standing.day == last for standing in changes):
            came[mark_of(at(changes, last)).label].append(name)
    return Change(last, [_came(label, who) for label, who in came.items()])


def _came(label: str, who: list[str]) -> str:
    return f"{', '.join(who) if len(who) <= NAMED else f'{len(who)} states'}: {label}"

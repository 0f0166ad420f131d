"""How parliaments voted: a bar for every reported result, parted as the members were."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from sources.dates import PartialDate
from states.charts import FULL, Box, Chart, Key, Link, Mark, Words, lines_of
from treaties.votes import Part, Result

#: Pixels: a line of words, a bar, and the room after a vote.
LINE, BAR, GAP = 19, 24, 22
NAMES = {"in_favour": "for", "against": "against", "abstained": "abstained", "absent": "absent or not voting"}
PATTERN_OF = {"abstained": "dots", "absent": "hatch"}


class Vote(Protocol):
    """What the chart reads of a step that is a vote: its results with the preferred one first."""

    @property
    def when(self) -> PartialDate: ...
    @property
    def title(self) -> str: ...
    @property
    def results(self) -> Sequence[Result]: ...


class Drawn(NamedTuple):
    """A mark before the height of the whole is known: its distance from the top in pixels, and its height."""

    top: int
    height: int
    mark: Mark


def votes_in_parliament(
    name: str, votes: Sequence[tuple[str, Vote]], *, source: Sequence[Link], key: str
) -> Chart | None:
    """The votes, each with the name of its state, oldest first; None without one."""
    if not votes:
        return None
    ordered = sorted(votes, key=lambda one: (one[1].when.day, one[0]))
    drawn: list[Drawn] = []
    top = 0
    for state, vote in ordered:
        drawn += _vote(state, vote, top)
        top = max(one.top + one.height for one in drawn) + GAP
    height = top - GAP
    results = [result for _, vote in ordered for result in vote.results]
    return Chart(
        key=key,
        title=f"{name}: how parliaments voted on leaving",
        unit="Members of each chamber, by vote; no vote is the day of leaving",
        description="A bar for each reported result, parted into votes for, against, abstentions and members absent or "
        "not voting. " + " ".join(_described(state, vote) for state, vote in ordered),
        height=height,
        above=2,
        below=4,
        marks=tuple(_placed(one, height) for one in drawn),
        columns=("State", "Date", "Vote", *(name.capitalize() for name in NAMES.values()), "Seats", "Reported by"),
        rows=tuple(row for state, vote in ordered for row in _rows(state, vote)),
        source=tuple(source),
        keys=tuple(_keys(results)),
        note=_note(results),
    )


def _keys(results: Sequence[Result]) -> Iterator[Key]:
    for part, text in NAMES.items():
        yield Key(f"vote-{part}", text, PATTERN_OF.get(part, ""))
    if any(result.unstated for result in results):
        yield Key("vote-chamber", "seats of which nothing is stated")


def _note(results: Sequence[Result]) -> str:
    counted = any(result.seats is None for result in results)
    told = " Where seats are not stated, it is as long as the members counted: no full chamber." if counted else ""
    return f"A bar is as long as the chamber has seats.{told} Numbers that a source does not state are not drawn."


def _vote(state: str, vote: Vote, top: int) -> Iterator[Drawn]:
    """A vote's heading, its bars and what each says in words."""
    yield Drawn(top, LINE, Words(f"{state}, {vote.when.text}", 0, 0, down=14, look="row"))
    top += LINE
    for line in lines_of(vote.title):
        yield Drawn(top, LINE, Words(line, 0, 0, down=13, look="quiet"))
        top += LINE
    if not vote.results:
        yield Drawn(top + 4, BAR, Box("vote-unknown", 0, 0, FULL, 0, "Result not recorded"))
        yield Drawn(top + 4, BAR, Words("Result not recorded", FULL // 2, 0, "middle", down=17, look="quiet"))
    for place, result in enumerate(vote.results):
        said = _said(result) if place == 0 else f"Also reported: {_said(result)}"
        bar = BAR if place == 0 else BAR // 2
        for part in result.bar:
            if part.width:
                yield Drawn(top + 4, bar, _part(part, said))
        yield Drawn(top + 4, bar, Box("vote-chamber", 0, 0, FULL, 0, said))
        top += bar + 4
        for line in lines_of(said):
            yield Drawn(top, LINE, Words(line, 0, 0, down=15, look="words"))
            top += LINE


def _part(part: Part, said: str) -> Box:
    start, end = (min(round(100 * place), FULL) for place in (part.start, part.start + part.width))
    return Box(f"vote-{part.name}", start, 0, end - start, 0, said, PATTERN_OF.get(part.name, ""))


def _placed(one: Drawn, height: int) -> Mark:
    """The mark where it belongs on a drawing of that height."""
    y = round(FULL * one.top / height)
    if isinstance(one.mark, Box):
        return one.mark._replace(y=y, height=round(FULL * one.height / height))
    return one.mark._replace(y=y) if isinstance(one.mark, Words) else one.mark


def _said(result: Result) -> str:
    """What is stated, in words: "66 for, 14 against, 2 abstained, 3 absent or not voting, of 100 seats"."""
    stated = ((getattr(result, part), text) for part, text in NAMES.items())
    return ", ".join([*(f"{number} {text}" for number, text in stated if number is not None), result.base])


def _described(state: str, vote: Vote) -> str:
    results = " Also reported: ".join(f"{_said(result)}." for result in vote.results) or "result not recorded."
    return f"{state}, {vote.when.text}: {results}"


def _rows(state: str, vote: Vote) -> Iterator[tuple[str, ...]]:
    for result in vote.results or [Result()]:
        numbers = (result.in_favour, result.against, result.abstained, result.absent, result.seats)
        told = ["not recorded" if not vote.results else "not stated" if n is None else str(n) for n in numbers]
        by = ", ".join(publisher for _, publisher in result.sources)
        yield state, vote.when.text, vote.title, *told, by

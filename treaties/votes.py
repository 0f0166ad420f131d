"""Results of votes: how they are written, what share was against, and which cannot be right."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

#: More than any chamber has; what is above it is a slip of the hand.
LARGEST_CHAMBER = 10_000
#: What the members of a chamber did, as `Result` and the record name it.
COUNTED = ("in_favour", "against", "abstained", "absent")
#: The numbers of a result, likewise.
NUMBERS = (*COUNTED, "seats", "majority_needed")


class Part(NamedTuple):
    """A part of a bar, in per cent of its length."""

    name: str
    start: float
    width: float


class Result(NamedTuple):
    """The result of a vote as some source reports it; None where it is not stated, which is never zero."""

    in_favour: int | None = None
    against: int | None = None
    abstained: int | None = None
    #: Members reported as absent or as not voting.
    absent: int | None = None
    #: Members of the chamber.
    seats: int | None = None
    majority_needed: int | None = None
    preferred: bool = False
    #: Why it is preferred.
    reason: str = ""
    #: Key and publisher of each source.
    sources: tuple[tuple[str, str], ...] = ()

    @property
    def numbers(self) -> str:
        """For, against and abstained as they are written: "66–14–2", and "68–14" where abstentions are not stated."""
        return written(self.in_favour, self.against, self.abstained)

    @property
    def voted(self) -> int | None:
        """The votes for and against and the abstentions; None where one of the three is not stated."""
        if self.in_favour is None or self.against is None or self.abstained is None:
            return None
        return self.in_favour + self.against + self.abstained

    @property
    def share_against(self) -> float | None:
        """The votes against in per cent of those for, against and abstained; None where one is not stated."""
        return round(100 * self.against / self.voted, 1) if self.voted and self.against is not None else None

    @property
    def counted(self) -> int:
        """The members of whom something is stated."""
        return sum(getattr(self, name) or 0 for name in COUNTED)

    @property
    def unstated(self) -> int:
        """The seats of which nothing is stated; 0 where their number is not stated either."""
        return max(self.seats - self.counted, 0) if self.seats else 0

    @property
    def base(self) -> str:
        """What the whole of the bar is, so that one of the members counted is not read as a full chamber."""
        return f"of {self.seats} seats" if self.seats else f"of {self.counted} counted; seats not stated"

    @property
    def bar(self) -> list[Part]:
        """The stated numbers as parts of a bar as long as the chamber or, where that is not stated, as their sum."""
        length = self.seats or self.counted or 1
        parts, start = [], 0
        for name in COUNTED:
            number = getattr(self, name) or 0
            parts.append(Part(name, round(100 * start / length, 2), round(100 * number / length, 2)))
            start += number
        return parts


def written(in_favour: int | None, against: int | None, abstained: int | None, dash: str = "–") -> str:
    """Three numbers of a vote; "?" for one that is not stated before one that is."""
    numbers = [in_favour, against, abstained]
    while numbers and numbers[-1] is None:
        numbers.pop()
    return dash.join("?" if number is None else str(number) for number in numbers)


def refusals(result: Result) -> Iterator[tuple[str, str]]:
    """Every reason against a result by itself, with the field to mend."""
    if result.in_favour is None and result.against is None:
        yield "in_favour", "Name at least the votes for or those against."
    if result.seats is None:
        return
    if result.counted > result.seats:
        yield "seats", f"{result.counted} members are counted: more than the {result.seats} of the chamber."
    if result.majority_needed and result.majority_needed > result.seats:
        yield "majority_needed", f"More votes are needed than the chamber has members, {result.seats}."


class Preferable(Protocol):
    """What the comparison of results reads of each."""

    @property
    def preferred(self) -> bool: ...
    @property
    def reason(self) -> str: ...


def disagreements(results: Sequence[Preferable]) -> Iterator[tuple[str, str]]:
    """Every reason against the results of one vote taken together: one is preferred, of several with a reason."""
    chosen = [result for result in results if result.preferred]
    if len(chosen) > 1:
        yield "preferred", "One tally of a vote is preferred, not several."
    if results and not chosen:
        yield "preferred", "One tally of each vote is preferred; it is the one shown first."
    if len(results) > 1 and len(chosen) == 1 and not chosen[0].reason:
        yield "reason", "Where tallies differ, say why this one is preferred."

"""What the first page says of a treaty on a day: a headline and the sentences under it. Pure: no database, no clock."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sources.dates import in_text
from sources.wording import in_words, with_capital
from treaties.status import Counters

#: How many states a sentence names; more are counted.
NAMED = 7


class Change(NamedTuple):
    """A state, as running text calls it, and the day on which it left or will; None where no day is set."""

    state: str
    day: date | None


def headline(treaty: str, counters: Counters, left: int, leaving: int) -> str:
    """Who left and who is bound, in one line: "Five states have left the …; 161 are bound and none is leaving"."""
    if not counters.in_force:
        return _before_force(treaty, counters.deposited)
    leaving_now = f", {in_words(leaving)} of them leaving" if leaving else ""
    bound = _one_or_many(counters.in_force, "is bound", "are bound")
    if left:
        gone = f"{_states(left).capitalize()} {_one_or_many(left, 'has', 'have')} left the {treaty}"
        return f"{gone}; {counters.in_force} {bound}{leaving_now or ' and none is leaving'}"
    nobody = "none has left" if leaving else "none has left and none is leaving"
    return f"{_states(counters.in_force).capitalize()} {bound} by the {treaty}{leaving_now}; {nobody}"


def _before_force(treaty: str, deposited: int) -> str:
    start = f"No state is bound by the {treaty} yet"
    return f"{start}; {_states(deposited)} {_one_or_many(deposited, 'has', 'have')} consented" if deposited else start


def who_left(left: Sequence[Change]) -> str:
    """Which states ceased to be parties, and when, in one sentence; empty where none did."""
    if not left:
        return ""
    first, *_, last = sorted([change.day for change in left if change.day] * 2)
    when = f"on {in_text(first)}" if first == last else f"between {in_text(first)} and {in_text(last)}"
    what = _one_or_many(len(left), "a State Party", "States Parties")
    return with_capital(f"{_names([change.state for change in left])} ceased to be {what} {when}.")


def who_is_leaving(leaving: Sequence[Change]) -> str:
    """Which states gave notice that has no effect yet, and when it will, in one sentence; empty where none did.

    Never "until" a day: on the day of effect a state is no longer bound.
    """
    if not leaving:
        return ""
    effects = [f"effective {in_text(change.day)}" if change.day else "held by an armed conflict" for change in leaving]
    named = [f"{change.state} ({effect})" for change, effect in zip(leaving, effects, strict=True)]
    still = _one_or_many(len(leaving), "is still bound", "are still bound")
    return with_capital(f"{_names(named)} gave notice of withdrawal and {still}.")


def who_is_contested(contested: Sequence[str], noun: str) -> str:
    """Which parties notified a suspension, in one sentence; empty where none did."""
    if not contested:
        return ""
    one = len(contested) == 1
    what = "has not withdrawn: it notified a suspension" if one else "have not withdrawn: they notified suspensions"
    still = "it remains a State Party" if one else "they remain States Parties"
    return with_capital(f"{_names(contested)} {what}, for which the {noun} does not provide; {still}.")


def _names(states: Sequence[str]) -> str:
    more = len(states) - NAMED
    *others, last = [*states[:NAMED], f"{in_words(more)} more"] if more > 0 else states
    return f"{', '.join(others)} and {last}" if others else last


def _states(number: int) -> str:
    return f"{in_words(number)} {_one_or_many(number, 'state', 'states')}"


def _one_or_many(number: int, one: str, many: str) -> str:
    return one if number == 1 else many

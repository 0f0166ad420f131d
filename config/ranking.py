"""How well a name answers what was typed. Pure: folded texts in ("cote-divoire"), ranks out."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from enum import IntEnum
from typing import TypeVar

Key = TypeVar("Key")

#: A name of fewer letters may be a word of the question: "car", "lao".
SHORTEST_NAMED = 4
#: How alike a misspelt name must be, of 1; and how much of what was typed is compared.
LIKENESS, MOST_COMPARED = 0.75, 60
MOST_ALIKE = 5


class Rank(IntEnum):
    """From the best to the least."""

    EXACT = 0
    #: The question holds the name: "has-poland-left".
    NAMED = 1
    BEGINS = 2
    WORD_BEGINS = 3
    CONTAINED = 4
    #: Each word by itself begins a word of the name.
    EVERY_WORD = 5
    #: The name says nothing of it; the text behind it does.
    BODY = 6

    @property
    def tier(self) -> int:
        """By which kinds of answers compare: whether a title begins with a word or holds it says little there."""
        return {Rank.NAMED: Rank.EXACT, Rank.WORD_BEGINS: Rank.BEGINS}.get(self, self)


def rank_of(wanted: str, name: str) -> Rank | None:
    """How well one name answers; None if it does not."""
    if not wanted or not name:
        return None
    if name == wanted:
        return Rank.EXACT
    if name.startswith(wanted):
        return Rank.BEGINS
    if f"-{wanted}" in name:
        return Rank.WORD_BEGINS
    if wanted in name:
        return Rank.CONTAINED
    return Rank.EVERY_WORD if holds_every_word(wanted, name) else None


def best_rank(wanted: str, names: Iterable[str]) -> Rank | None:
    """How well the best of several names answers; None if none does."""
    return min((rank for rank in (rank_of(wanted, name) for name in names) if rank is not None), default=None)


def holds_every_word(wanted: str, text: str) -> bool:
    """Whether each of the words begins a word of the text."""
    words = re.findall(r"[a-z0-9]+", wanted)
    return bool(words) and all(re.search(rf"(?<![a-z0-9]){word}", text) for word in words)


def named_in(question: str, names: Mapping[str, Key]) -> list[Key]:
    """What a question of several words names, in its order; of names within each other only the longest."""
    found: dict[int, Key] = {}
    taken: list[tuple[int, int]] = []
    around = f"-{question}-"
    for name in sorted((name for name in names if len(name) >= SHORTEST_NAMED), key=len, reverse=True):
        begin = around.find(f"-{name}-")
        end = begin + len(name)
        if begin >= 0 and not any(first < end and begin < last for first, last in taken):
            taken.append((begin, end))
            found[begin] = names[name]
    return list(dict.fromkeys(found[begin] for begin in sorted(found)))


def nearest(wanted: str, names: Mapping[str, Key]) -> list[Key]:
    """What was perhaps meant: the names most like all that was typed, else most like one of its words."""
    words = [word for word in wanted.split("-") if len(word) >= SHORTEST_NAMED]
    for typed in dict.fromkeys([wanted[:MOST_COMPARED], *(word[:MOST_COMPARED] for word in words[:MOST_ALIKE])]):
        alike = get_close_matches(typed, list(names), n=MOST_ALIKE, cutoff=LIKENESS) if typed else []
        if alike:
            return list(dict.fromkeys(names[name] for name in alike))
    return []

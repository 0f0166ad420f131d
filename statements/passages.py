"""A text in pieces, so that passages of it can be marked where they stand. Pure: no database."""

from collections.abc import Iterable
from typing import Any, NamedTuple


class Piece(NamedTuple):
    """A stretch of the text, the marks of the passages it is part of, and of those that end with it."""

    text: str
    marks: list[Any]
    ending: list[Any]


def pieces(text: str, passages: Iterable[tuple[Any, str]]) -> list[Piece]:
    """The text cut wherever one of the passages, (mark, words) each, begins or ends. Passages may overlap.

    Words that stand in the text more than once are marked where they stand first.
    """
    spans = [(text.find(words), len(words), mark) for mark, words in passages if words]
    spans = [(begin, begin + length, mark) for begin, length, mark in spans if begin >= 0]
    cuts = sorted({0, len(text), *(cut for begin, end, _ in spans for cut in (begin, end))})
    return [
        Piece(
            text[begin:end],
            [mark for first, last, mark in spans if first <= begin and end <= last],
            [mark for _, last, mark in spans if last == end],
        )
        for begin, end in zip(cuts, cuts[1:], strict=False)
    ]

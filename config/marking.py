"""Marks in a text what was searched for, whatever its case, accents and script. Pure: no database.

A search compares folded texts ("cote-divoire"); what is marked are the letters of the text itself ("Côte d'Ivoire").
"""

import re
import unicodedata
from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from anyascii import anyascii

#: How many letters an excerpt has, and how many of them stand before what was found.
EXCERPT, BEFORE = 180, 60
WORD = re.compile(r"[a-z0-9]+")
#: A number as texts have it, in any script: "2025", "1,003", "0.5", "1 003" with a space that breaks no line.
NUMBER = re.compile(r"\d+(?:[.,'’\u00a0\u2009\u202f]\d+)*")


class Folded(NamedTuple):
    """A text in plain lower-case ASCII, and for each of its letters the place in the text that it comes from."""

    text: str
    origins: list[int]


class Span(NamedTuple):
    """A stretch of a text: the place of its first letter, and the one behind its last."""

    begin: int
    end: int


def folded(text: str) -> Folded:
    """As `states.models.fold` has it, but for a hyphen that may be left at the end."""
    letters: list[str] = []
    origins: list[int] = []
    for place, character in enumerate(text):
        # One letter may fold to several, such as "ß" to "ss", and a mark above a letter to none.
        for plain in anyascii(character).lower():
            letter = "-" if plain.isspace() else plain
            parts = letter == "-" and (not letters or letters[-1] == "-")
            if (letter.isalnum() or letter in "-_") and not parts:
                letters.append(letter)
                origins.append(place)
    return Folded("".join(letters), origins)


def spans(text: str, wanted: str, *, inside: bool = False) -> list[Span]:
    """Where folded words stand in a text, in order and apart: all together, else each by itself.

    They are found where words begin; with `inside`, within words too, if they begin none. A number is found whole or
    not at all: folded, "1,003" has lost its comma and begins with "100".
    """
    plain, numbers = folded(text), [Span(*match.span()) for match in NUMBER.finditer(text)]
    at_words = [rf"(?<![a-z0-9]){re.escape(wanted)}"]
    at_words.append("|".join(rf"(?<![a-z0-9]){word}" for word in WORD.findall(wanted)))
    for pattern in [*at_words[:1], *([re.escape(wanted)] if inside else []), *at_words[1:]]:
        matches = re.finditer(pattern, plain.text) if wanted and pattern else ()
        found = [_original(text, plain, *match.span()) for match in matches]
        if whole := [span for span in found if not any(_parts(span, number) for number in numbers)]:
            return _apart(whole)
    return []


def marked(text: str, wanted: str, *, inside: bool = False) -> str:
    """The text as HTML, escaped, with what was found in `<mark>`."""
    return "".join(_html(text, spans(text, wanted, inside=inside), Span(0, len(text))))


def excerpt(text: str, wanted: str, *, inside: bool = False) -> str:
    """As `marked`: the part of a text around what was found first, cut between words; else its beginning."""
    found = spans(text, wanted, inside=inside)
    window = _window(text, found[0] if found else Span(0, 0))
    before, after = "… " * (window.begin > 0), " …" * (window.end < len(text))
    return "".join([before, *_html(text, found, window), after])


def _original(text: str, plain: Folded, begin: int, end: int) -> Span:
    last = plain.origins[end - 1] + 1
    # A mark above a letter goes with its letter.
    while last < len(text) and unicodedata.combining(text[last]):
        last += 1
    return Span(plain.origins[begin], last)


def _parts(span: Span, number: Span) -> bool:
    """Whether the span begins or ends inside the number."""
    return any(number.begin < place < number.end for place in span)


def _apart(found: list[Span]) -> list[Span]:
    """Spans that overlap as one: two may share a letter that folds to several."""
    merged: list[Span] = []
    for span in found:
        if merged and span.begin < merged[-1].end:
            span = Span(merged.pop().begin, span.end)
        merged.append(span)
    return merged


def _window(text: str, first: Span) -> Span:
    if len(text) <= EXCERPT:
        return Span(0, len(text))
    begin = max(0, min(first.begin - BEFORE, len(text) - EXCERPT))
    end = max(begin + EXCERPT, first.end)
    if begin:
        begin = next((place + 1 for place in range(begin, first.begin) if text[place] == " "), first.begin)
    if end < len(text):
        end = next((place for place in range(end, max(first.end, begin), -1) if text[place] == " "), end)
    return Span(begin, end)


def _html(text: str, found: list[Span], window: Span) -> Iterator[str]:
    place = window.begin
    for begin, end in found:
        if window.begin <= begin and end <= window.end:
            yield escape(text[place:begin])
            yield f"<mark>{escape(text[begin:end])}</mark>"
            place = end
    yield escape(text[place : window.end])

"""What the record of statements can hold. Pure: the analysts' forms and the loader ask the same questions."""

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any, NamedTuple

WORD_LIMIT = 45
#: From this ratio on, two titles are taken to be one title written twice.
ALIKE = 0.8


class Refusal(NamedTuple):
    """Why a row cannot be recorded, and the field beside which that is said."""

    field: str
    reason: str


def count_words(text: str) -> int:
    """Words as a reader counts them: a dash or an ellipsis between spaces is none."""
    return sum(any(sign.isalnum() for sign in word) for word in text.split())


def statement_refusals(values: Mapping[str, Any]) -> Iterator[Refusal]:
    """Every reason against a statement with these values, as far as they are known."""
    kind, quote = values.get("kind"), values.get("quote") or ""
    issuers = len(values.get("states") or ()) + len(values.get("organisations") or ())
    if not issuers:
        yield Refusal("states", "Name at least one state or organisation that issued it.")
    elif kind == "joint_statement" and issuers < 2:
        yield Refusal("kind", "A joint statement has at least two issuers.")
    if kind == "joint_statement" and values.get("speaker"):
        yield Refusal("speaker", "A joint statement is credited to all its issuers and to no single speaker.")
    if (words := count_words(quote)) > WORD_LIMIT:
        yield Refusal("quote", f"The quotation has {words} words; at most {WORD_LIMIT} are quoted.")
    if values.get("translated_by") and not quote:
        yield Refusal("translated_by", "There is no quotation that could be a translation.")


def coding_refusals(*, state: str, issued: bool, passage: str, quote: str) -> Iterator[Refusal]:
    """Every reason against a coding for `state` beside a statement with this quotation."""
    if not issued:
        yield Refusal("state", f"{state} did not issue the statement.")
    if passage not in quote:
        yield Refusal("passage", "The quotation does not contain these words; a passage is an exact part of it.")


def alike(title: str, other: str) -> bool:
    """Whether two titles may be one title written twice."""
    return SequenceMatcher(None, _plain(title), _plain(other)).ratio() >= ALIKE


def _plain(title: str) -> str:
    return re.sub(r"\W+", " ", title.casefold()).strip()

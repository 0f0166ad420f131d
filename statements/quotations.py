"""A quotation with its coded passages marked where they stand."""

from typing import Any, NamedTuple

from statements.passages import pieces


class Coded(NamedTuple):
    """What a statement is taken to state: one justification by one passage, for one or several of its issuers."""

    number: int
    justification: Any
    passage: str
    states: list[Any]


def coded(statement):
    """The codings of a statement, those of several states with the same passage together; one query."""
    found = {}
    codings = statement.codings.filter(retired_on=None).select_related("justification", "state")
    for coding in codings.order_by("justification__position", "pk"):
        found.setdefault((coding.justification, coding.passage), []).append(coding.state)
    return [
        Coded(number, justification, passage, sorted(states, key=lambda state: state.sort_key))
        for number, ((justification, passage), states) in enumerate(found.items(), 1)
    ]


def marked(statement, codings):
    """The quotation in pieces; each knows the codings that it is part of and those that end with it."""
    return pieces(statement.quote, [(coding, coding.passage) for coding in codings])

"""What states said up to a day, treaty by treaty: for a profile, its JSON and comparisons. Three queries in all."""

from collections import defaultdict
from typing import Any, NamedTuple

from statements.models import Coding, Statement
from statements.models.statements import LATEST_FIRST
from statements.rows import StatementRow, statement_rows
from statements.tables import STATEMENT_COLUMNS


class Passage(NamedTuple):
    """Where a state gave a justification: the words quoted, if any, and the statement."""

    words: str
    statement: StatementRow


class Stated(NamedTuple):
    """A justification that a state gave, and where, quotations first."""

    justification: Any
    passages: list[Passage]


def statements_of(state, day):
    """The statements that a state issued, alone or with others, newest first, by slug of the treaty: two queries."""
    statements = Statement.objects.published().by_day(day).filter(states=state)
    found = defaultdict(list)
    for row in statement_rows(statements.order_by().values("pk"), LATEST_FIRST):
        found[row.statement.treaty__slug].append(row)
    return found


def justifications_of(state, statements):
    """The justifications that a state gave in these statements, those of `statements_of`, by slug of the treaty.

    Those with a quotation come first; one query.
    """
    return justifications_of_states([state], [row for rows in statements.values() for row in rows])[state.pk]


def statements_of_states(states, day):
    """The statements that any of these states issued, newest first: two queries."""
    statements = Statement.objects.published().by_day(day).filter(states__in=states)
    return statement_rows(statements.order_by().values("pk"), LATEST_FIRST)


def justifications_of_states(states, statements):
    """The justifications that each of these states gave in these statements, those with a quotation first.

    By primary key of the state and slug of the treaty; one query.
    """
    rows = {row.statement.pk: row for row in statements}
    found = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    codings = Coding.objects.filter(state__in=states, retired_on=None, statement__in=list(rows))
    for coding in codings.select_related("justification").order_by("-statement__date", "pk"):
        row = rows[coding.statement_id]
        given = found[coding.state_id][row.statement.treaty__slug]
        given[coding.justification].append(Passage(coding.passage, row))
    return {
        state.pk: defaultdict(list, {slug: _quotations_first(given) for slug, given in found[state.pk].items()})
        for state in states
    }


def statements_as_json(rows):
    """Statements as their list's download has them."""
    columns = [column for column in STATEMENT_COLUMNS if column.exported]
    return [{column.key: _or_null(column.value(row)) for column in columns} for row in rows]


def justifications_as_json(stated):
    """One object for each passage, as the download of the codings has them, and the kind of the justification."""
    return [
        {
            "justification": one.justification.code,
            "kind": one.justification.kind,
            "statement": passage.statement.statement.key,
            "date": str(passage.statement.when),
            "passage": _or_null(passage.words),
        }
        for one in stated
        for passage in one.passages
    ]


def _quotations_first(given):
    stated = [
        Stated(justification, sorted(passages, key=lambda passage: not passage.words))
        for justification, passages in given.items()
    ]
    return sorted(stated, key=lambda one: (not one.passages[0].words, one.justification.position))


def _or_null(value):
    return None if value == "" else value

"""The columns of the lists of statements, codings and claims: for the page, CSV, JSON and the dictionary."""

from statements import cells
from states.tables import Column


def _statement(name):
    return lambda row: getattr(row.statement, name)


def _coding(name):
    return lambda row: getattr(row.coding, name)


def _keys(name):
    return lambda row: [link.key for link in getattr(row, name)]


STATEMENT_COLUMNS = [
    Column("key", "Key", _statement("key"), "The permanent name, used in the address.", shown=False),
    Column(
        "date", "Date", lambda row: str(row.when),
        "When it was made or, failing that, reported, as far as known: year, month or day.", cells.when_cell,
    ),
    Column("kind", "Kind", _statement("kind"), "What it is.", shown=False),
    Column("title", "Statement", _statement("title"), "One line on what was said.", cells.title_cell),
    Column(
        "issuers", "Issued by",
        lambda row: [link.key for link in row.states] + [link.name for link in row.organisations],
        "All who issued it: states by ISO 3166-1 alpha-3 code, then organisations by name.", cells.issuers_cell,
    ),
    Column("speaker", "Speaker", _statement("speaker"), "Who spoke; blank for a joint statement.", shown=False),
    Column(
        "role", "Role", _statement("role"), "The speaker's office on that day, or the body that speaks.", shown=False
    ),
    Column(
        "language", "Language", _statement("language"),
        "The language it was made in, by its ISO 639-1 code; blank if not stated.", shown=False,
    ),
    Column("quote", "Quotation", _statement("quote"), "Exact words in English; blank if none.", shown=False),
    Column(
        "translation", "Translation", _statement("translated_by"),
        "For a quotation that is a translation: who published it in English.", shown=False,
    ),
    Column("summary", "Summary", _statement("summary"), "What else it says, in the record's words.", shown=False),
    Column(
        "stance", "Stance", _statement("stance"),
        "Towards what it regards, whatever that is: opposes_withdrawal beside suspension opposes the suspension.",
        cells.stance_cell,
    ),
    Column(
        "regarding", "Regarding", _statement("regarding"),
        "The withdrawal, the suspension, or withdrawal from another treaty.", shown=False,
    ),
    Column(
        "justifications", "Justifications", _keys("justifications"), "Codes of the justifications that it states.",
        cells.justifications_cell,
    ),
    Column("sources", "Sources", _keys("sources"), "Keys of the sources.", cells.sources_cell),
]  # fmt: skip

CODING_COLUMNS = [
    Column("iso3", "Code", _coding("state__iso3"), "The state's ISO 3166-1 alpha-3 code.", shown=False),
    Column("state", "State", _coding("state__name"), "The common English short name."),
    Column("justification", "Justification", _coding("justification__code"), "The code of the justification."),
    Column("statement", "Statement", _coding("statement__key"), "The key of the statement."),
    Column(
        "date", "Date", lambda row: str(row.when), "The date of the statement, as far as known: year, month or day."
    ),
    Column(
        "passage", "Passage", _coding("passage"),
        "The words of the quotation that say so; blank where only the rest of the statement does.",
    ),
]  # fmt: skip

CLAIM_COLUMNS = [
    Column("n", "No.", lambda row: row.claim.position, "The number of the claim in the list."),
    Column("claim", "Claim", lambda row: row.claim.claim, "What is claimed.", cells.claim_cell),
    Column("verdict", "Verdict", lambda row: row.claim.verdict, "What it comes to beside the record.",
           cells.verdict_cell, sort=lambda row: row.place),
    Column("finding", "What the record says", lambda row: row.claim.finding, "What the record says.",
           cells.finding_cell),
    Column("sources", "Sources", _keys("sources"), "Keys of the sources of the finding.", cells.sources_cell),
]  # fmt: skip

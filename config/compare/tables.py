"""The columns of a comparison's downloads: a fact a row, for every state in turn."""

from states.tables import Column

COMPARISON_COLUMNS = [
    Column("iso3", "Code", lambda row: row.state.iso3, "The state's ISO 3166-1 alpha-3 code."),
    Column("state", "State", lambda row: row.state.name, "The common English short name."),
    Column("treaty", "Treaty", lambda row: row.treaty, "The treaty's slug; blank for what holds whatever the treaty."),
    Column(
        "section", "Section", lambda row: row.section,
        "standing, acts, stages, votes, justifications, casualties, groups or borders.",
    ),
    Column(
        "fact", "Fact", lambda row: row.fact.key,
        "What is told. In standing and acts: a column of the list of standings, or the sentence of the profile. In "
        "stages: a stage, the days from the date before it (its name with _interval), or the days between two stages. "
        "In votes: the vote, then the numbers of each reported result. In justifications: a code of the taxonomy. In "
        "casualties: total (killed and injured), killed, injured. In groups: the group. In borders: the code of the "
        "neighbour. It stands in as many rows as there are values.",
    ),
    Column(
        "value", "Value", lambda row: row.fact.value,
        "The value; blank where nothing is on record or it is not stated, which is never zero.",
    ),
    Column(
        "unit", "Unit", lambda row: row.fact.unit,
        "What the value is: date (year, month or day, as far as known), days, votes, %, people, statements (how many "
        "give the justification), quotation, year (of joining), text; blank for a code or for true and false.",
    ),
    Column(
        "detail", "Detail", lambda row: row.fact.detail,
        "What the value is of: the vote and whether the result is also reported beside a preferred one, the statement "
        "quoted, the data year and edition, who shares a justification.",
    ),
    Column("sources", "Sources", lambda row: list(row.fact.sources), "Keys of the sources."),
]  # fmt: skip

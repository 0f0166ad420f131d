"""The columns of the lists of casualties: for the page, CSV, JSON and the dictionary."""

from casualties.cells import (
    area_cell,
    counts,
    edition_cell,
    first_cell,
    group_total,
    note_cell,
    sources_cell,
    total_cell,
    world_cell,
)
from casualties.enums import Dimension
from casualties.sentences import share
from states.tables import Column


def _of(name):
    return lambda row: getattr(row.figure, name)


def _number(key, heading, meaning, *, shown=True):
    meaning = f"{meaning} Blank where it is not stated."
    return Column(key, heading, _of(key), meaning, counts(key), shown=shown, numeric=True)


#: What the contract puts elsewhere, or what a page has no room for.
_LEADING = ("killed", "injured", "unknown", "civilians", "military", "deminers", "children")
_OTHERS = [
    _number(part.column, part.label, f"Casualties by {dimension.label.lower()}: {part.label.lower()}.", shown=False)
    for dimension in Dimension
    for part in dimension.parts
    if part.column not in _LEADING
]

FIGURE_COLUMNS = [
    Column("year", "Year", _of("data_year"), "The data year: when people were killed or injured."),
    Column("edition", "Edition", _of("edition_id"), "The edition of Landmine Monitor; later than the year.",
           edition_cell, numeric=True),
    Column("latest", "Newest", lambda row: row.is_latest,
           "Whether this is the newest edition's figure for the year and area, the one shown.", shown=False),
    Column("area", "Code", lambda row: row.code, "ISO 3166-1 alpha-3 code of the state or area; WLD for the world.",
           shown=False),
    Column("area_name", "State or area", lambda row: row.name, "The common English short name.", area_cell),
    Column("region", "Region", _of("area__subregion__parent__name"), "The UN M49 region; blank for the world.",
           shown=False),
    Column("total", "Casualties", _of("total"),
           "People killed or injured, with those of unknown outcome: a recorded minimum. Blank: not stated.",
           total_cell, numeric=True),
    _number("killed", "Killed", "People killed."),
    _number("injured", "Injured", "People injured who lived."),
    _number("unknown", "Outcome unknown", "Not known whether the person survived, as the source states it."),
    _number("civilians", "Civilians", "Casualties who were civilians."),
    _number("military", "Military", "Security forces and members of armed groups.", shown=False),
    _number("deminers", "Deminers", "Deminers.", shown=False),
    _number("children", "Children", "Casualties under 18."),
    Column("sources", "Sources", lambda row: [key for key, _ in row.sources], "Keys of the sources.", sources_cell),
    Column("first_edition", "First in", lambda row: row.first_edition, "The first edition with a figure.", shown=False),
    Column("first_total", "First published", lambda row: row.first_total,
           "The total of the first edition with a figure for the year and area.", first_cell, numeric=True),
    Column("qualifier", "Qualifier", _of("qualifier"),
           "at_least for a recorded minimum; about where the source itself rounds.", shown=False),
    *_OTHERS,
    _number("areas_with_casualties", "States and areas", "States and areas with casualties; for the world.",
            shown=False),
    Column("preferred", "Preferred", _of("preferred"), "Whether it is the figure kept for its edition.", shown=False),
    Column("preferred_because", "Why", _of("preferred_because"), "Where sources of one edition differ: why this one.",
           shown=False),
    Column("note", "Note", _of("note"), "What a reader should know about the figure.", note_cell),
]  # fmt: skip


def _share(key):
    return lambda row: row.shares[key].total


def _group(key, heading, meaning):
    return [
        Column(key, heading, _share(key), meaning, lambda row: group_total(row.shares[key]), numeric=True),
        Column(f"{key}_areas", f"{heading}: states with figures", lambda row: row.shares[key].areas,
               "How many of them have a figure for the year.", shown=False),
        _percent(key, heading, _share(key)),
    ]  # fmt: skip


def _percent(key, heading, part):
    return Column(
        f"{key}_percent", f"{heading}, of the total", lambda row: row.percent(part(row)),
        "Percentage of the world's recorded total of the year.",
        lambda row: "" if row.percent(part(row)) is None else share(part(row), row.world), numeric=True,
    )  # fmt: skip


def _not_attributed(row):
    return row.not_attributed


STANDING_COLUMNS = [
    Column("year", "Year", lambda row: row.year, "The data year.", lambda row: f'<a href="{row.url}">{row.year}</a>'),
    Column("on", "Standing as at", lambda row: row.on, "The day of the standing: the last day of the data year."),
    Column("treaty", "Treaty", lambda row: row.treaty, "The treaty that standing is meant under.", shown=False),
    Column("world", "World", lambda row: row.world, "The newest total of the world: a recorded minimum.",
           world_cell, numeric=True),
    Column("world_edition", "Edition", lambda row: row.world_edition, "The edition that gives it.",
           numeric=True),
    *_group("states_parties", "States Parties", "Casualties in states for which the treaty was in force."),
    *_group("withdrawn", "Withdrawn", "Casualties in states whose withdrawal had taken effect."),
    *_group("not_party", "Not parties", "Casualties in other states."),
    *_group("other_areas", "Other areas", "Casualties in other areas, which have no standing."),
    Column("not_attributed", "Not attributed", _not_attributed,
           "What is left of the world's recorded total: casualties in states and areas without a figure of their own; "
           "blank where the figures of areas add up to more.", shown=False, numeric=True),
    _percent("not_attributed", "Not attributed", _not_attributed),
    Column("world_qualifier", "Qualifier", lambda row: row.world_qualifier,
           "Of the world's total: at_least for a recorded minimum; about where the source itself rounds.", shown=False),
]  # fmt: skip

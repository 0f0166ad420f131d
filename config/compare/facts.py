"""The lines that hold whatever the treaty: casualties of one edition, groups and borders."""

from casualties.cells import count
from casualties.enums import Qualifier
from config.compare.cells import cited, note
from config.compare.lines import Block, Cell, Fact, Line

OUTCOMES = {"total": "Casualties (killed and injured)", "killed": "Killed", "injured": "Injured"}


def casualties_block(chosen, found):
    """The casualties of the states in one edition and one data year; "not stated" is never zero."""
    figures = [found.of(one.state) if found else None for one in chosen]
    lines = [_outcome(name, heading, figures, found) for name, heading in OUTCOMES.items()]
    return Block("casualties", "Casualties", lines)


def _outcome(name, heading, figures, found):
    told, cells = f"data year {found.year}, Landmine Monitor {found.edition}" if found else "", []
    for row in figures:
        value = getattr(row.figure, name) if row else None
        least = _least(row.figure) if value and name == "total" else ""
        sources = tuple(key for key, _ in row.sources) if row else ()
        html = "" if value is None else f'{least} <b class="compare-number">{count(value)}</b>'
        if html and name == "total":
            html = f"{html} {note(row.figure.note)} {cited(row.sources)}"
        detail = ", ".join(filter(None, (least, told)))
        cells.append(Cell((Fact(name, value, "people", detail, sources),), html))
    return Line("casualties", heading, cells, "not stated", kind="number")


def _least(figure):
    """Whether a total is a minimum or rounded, in words."""
    return Qualifier(figure.qualifier).label


def place_block(chosen, groups, neighbours):
    """Since when each state belongs to each group, and whether it borders those with which borders are recorded."""
    lines = [_group(group, chosen) for group in groups] + [_border(other, chosen) for other in neighbours]
    return Block("place", "Groups and borders", lines)


def _group(group, chosen):
    cells = []
    for one in chosen:
        since, sources = group.members.get(one.iso3, (None, ()))
        year = since.year if since else None
        html = f"since {year} {cited(sources)}" if since else ""
        cells.append(Cell((Fact(group.slug, year, "year", "", tuple(key for key, _ in sources)),), html))
    return Line("groups", f"{group.short_name} member", cells, "no")


def _border(neighbour, chosen):
    cells = []
    for one in chosen:
        sources = neighbour.borders.get(one.iso3, ())
        itself = one.iso3 == neighbour.iso3
        value = None if itself else bool(sources)
        html = f"yes {cited(sources)}" if sources else "itself" if itself else ""
        cells.append(Cell((Fact(neighbour.iso3, value, "", "", tuple(key for key, _ in sources)),), html))
    return Line("borders", f"Land border with {neighbour.name}", cells, "none recorded")

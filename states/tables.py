"""The columns of the list of states, read by its page, its CSV, its JSON and the data dictionary."""

from collections import defaultdict
from collections.abc import Callable
from html import escape
from typing import Any, NamedTuple

from django.urls import reverse

from states.models import LandBorder, Membership


class Column(NamedTuple):
    """One column of a list. `value` reads a row; `cell` gives its HTML where plain text is not enough."""

    key: str
    heading: str
    value: Callable[[Any], Any] | None
    meaning: str
    cell: Callable[[Any], str] | None = None
    #: What it sorts by, where not by its value.
    sort: Callable[[Any], Any] | None = None
    #: Whether the page shows it, and whether downloads have it.
    shown: bool = True
    exported: bool = True
    #: Whether it holds quantities, which are compared digit below digit.
    numeric: bool = False


class ListedState(NamedTuple):
    """A state, as a plain row, with what holds for it on the day of the list."""

    place: Any
    official_name: str
    groups: list[tuple[str, str]]
    #: Codes and names of its recorded neighbours.
    borders: list[tuple[str, str]]
    url: str


def listed_states(found):
    """The states that a filter chooses, with their groups on its day and their recorded neighbours."""
    groups, borders = defaultdict(list), defaultdict(list)
    memberships = Membership.objects.published().on(found.day).order_by("group__slug")
    for state_id, *group in memberships.values_list("state", "group__slug", "group__short_name"):
        groups[state_id].append(tuple(group))
    sides = [f"{side}{part}" for side in ("state", "neighbour") for part in ("", "__iso3", "__name")]
    for state_id, iso3, name, other_id, *other in LandBorder.objects.published().values_list(*sides):
        borders[state_id].append(tuple(other))
        borders[other_id].append((iso3, name))
    names = dict(found.qs.values_list("pk", "official_name"))
    base = reverse("states:list")
    return [
        ListedState(place, names[place.pk], groups[place.pk], sorted(borders[place.pk]), f"{base}{place.slug}/")
        for place in found.chosen_places
    ]


def profile_link(row):
    """A link to the profile of the row's state."""
    return f'<a href="{row.url}">{escape(row.place.name)}</a>'


COLUMNS = [
    Column("iso3", "Code", lambda row: row.place.iso3, "The ISO 3166-1 alpha-3 code."),
    Column(
        "name",
        "State",
        lambda row: row.place.name,
        "The common English short name.",
        cell=profile_link,
        sort=lambda row: row.place.sort_key,
    ),
    Column("official_name", "Official name", lambda row: row.official_name, "The formal name in English."),
    Column("region", "Region", lambda row: row.place.region_name, "The UN M49 region."),
    Column("subregion", "Subregion", lambda row: row.place.subregion_name, "The UN M49 subregion."),
    Column(
        "groups",
        "Member of",
        lambda row: [slug for slug, _ in row.groups],
        "The groups it belongs to on the day of the list.",
        cell=lambda row: escape(", ".join(short_name for _, short_name in row.groups)),
    ),
    Column(
        "borders",
        "Land border on record",
        lambda row: [iso3 for iso3, _ in row.borders],
        "The states with which a land border is recorded, as ISO 3166-1 alpha-3 codes. Borders are recorded only with "
        "the states that the filter names.",
        cell=lambda row: escape(", ".join(name for _, name in row.borders)),
    ),
    Column("url", "Profile", lambda row: row.url, "The address of the profile on this site.", shown=False),
]

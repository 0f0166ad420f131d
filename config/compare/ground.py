"""What is known of every state at once: group memberships, land borders and standings on a day."""

from collections import defaultdict
from typing import Any, NamedTuple

from states.models import LandBorder, Membership
from treaties.models import Act
from treaties.status import at, timeline


class Group(NamedTuple):
    """A group with its members on a day: since when, and the sources, (key, publisher) each, by code of the state."""

    slug: str
    name: str
    short_name: str
    members: dict[str, tuple[Any, list[tuple[str, str]]]]


class Neighbour(NamedTuple):
    """A state with which borders are recorded, and the sources of each border by code of the other state."""

    iso3: str
    name: str
    borders: dict[str, list[tuple[str, str]]]


def groups_on(day):
    """Every group that has members on `day`; one query."""
    found = {}
    held = Membership.objects.published().on(day)
    links = Membership.sources.through.objects.filter(membership__in=held, source__citable=True)
    links = links.order_by("membership__group__slug", "pk")
    names = ("slug", "name", "short_name")
    columns = [*(f"membership__group__{name}" for name in names), "membership__state__iso3", "membership__since"]
    for slug, name, short_name, iso3, since, *source in links.values_list(*columns, "source__key", "source__publisher"):
        group = found.setdefault(slug, Group(slug, name, short_name, {}))
        group.members.setdefault(iso3, (since, []))[1].append(tuple(source))
    return list(found.values())


def neighbours(places):
    """The states with which borders are recorded, in the order of `places`; one query."""
    borders = defaultdict(lambda: defaultdict(list))
    published = LandBorder.objects.published()
    links = LandBorder.sources.through.objects.filter(landborder__in=published, source__citable=True).order_by("pk")
    columns = ("landborder__state__iso3", "landborder__neighbour__iso3", "source__key", "source__publisher")
    for one, other, *source in links.values_list(*columns):
        borders[other][one].append(tuple(source))
        borders[one][other].append(tuple(source))
    return [Neighbour(place.iso3, place.name, borders[place.iso3]) for place in places if place.is_neighbour]


def standings_on(day, treaties):
    """The standing of each state that acted, by code, under each treaty by primary key; one query."""
    acts = Act.objects.published().filter(treaty__in=treaties)
    rules = {treaty.pk: treaty.rules for treaty in treaties}
    found = {treaty: defaultdict(list) for treaty in rules}
    columns = ("treaty_id", "state__iso3", "kind", "date", "effective_on")
    for act in acts.order_by().values_list(*columns, named=True):
        found[act.treaty_id][act.state__iso3].append(act)
    return {
        treaty: {iso3: at(timeline(acts, rules[treaty]), day) for iso3, acts in by_state.items()}
        for treaty, by_state in found.items()
    }

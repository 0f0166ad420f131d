"""Comparisons worth making, found in the record: no state is named here."""

from typing import NamedTuple

from django.urls import reverse
from django.utils.http import urlencode

from config.compare.filters import FEWEST, MOST
from config.compare.ground import standings_on
from treaties.enums import Status


class Suggestion(NamedTuple):
    """Some states that can be compared: what they have in common, their codes, and the page that does it."""

    label: str
    states: list[str]
    url: str
    #: The states' names, where the page lists them.
    names: str = ""


def comparison_address(states, *, treaty="", on=None):
    """The address of a comparison of states, by code; empty if there are too few or too many of them."""
    if not FEWEST <= len(states) <= MOST:
        return ""
    query = [("state", iso3) for iso3 in states] + [("treaty", treaty)] * bool(treaty)
    return f"{reverse('compare')}?{urlencode(query + [('on', on)] * bool(on))}"


def suggestions(candidates, *, on=None):
    """Of candidates (what they have in common, codes, treaty if any), those that can be compared, each set once."""
    found = {}
    for label, states, treaty in candidates:
        if url := comparison_address(states, treaty=treaty, on=on):
            found.setdefault(frozenset(states), Suggestion(label, states, url))
    return list(found.values())


def candidates(treaties, standings, groups, neighbours, order):
    """Sets of states with something in common, the most telling first.

    Those that left a treaty, and that are leaving it; those that border a state: by whether they are bound by the
    first treaty, by group, and all. `order` is the codes of all states, alphabetically.
    """
    for treaty in treaties:
        of = standings[treaty.pk]
        yield f"The states that left the {treaty.name}", _with(order, of, Status.WITHDRAWN), treaty.slug
        yield f"The states that are leaving the {treaty.name}", _with(order, of, Status.WITHDRAWING), treaty.slug
    for neighbour in neighbours:
        near = [iso3 for iso3 in order if iso3 in neighbour.borders]
        for treaty in treaties[:1]:
            bound = [iso3 for iso3 in near if iso3 in standings[treaty.pk] and standings[treaty.pk][iso3].bound]
            yield f"States Parties to the {treaty.name} that border {neighbour.name}", bound, ""
        for group in groups:
            members = [iso3 for iso3 in near if iso3 in group.members]
            yield f"{group.short_name} members that border {neighbour.name}", members, ""
        yield f"The states that border {neighbour.name}", near, ""


def offered(found, groups, neighbours):
    """The suggestions for the day of a filter; one query."""
    standings = standings_on(found.day, found.known_treaties)
    names = {place.iso3: place.name for place in found.known_places}
    on = found.day if found.day != found.today else None
    ready = suggestions(candidates(found.known_treaties, standings, groups, neighbours, list(names)), on=on)
    return [one._replace(names=", ".join(names[iso3] for iso3 in one.states)) for one in ready]


def beside(state, borders, found):
    """Comparisons of one state, for its profile: with its neighbours, `borders`, and with others of one's choice."""
    on = found.day if found.day != found.today else None
    names = " and ".join(other.name for other in borders)
    wanted = [(names, [state.iso3, *(other.iso3 for other in borders)], "")]
    alone = f"{reverse('compare')}?{urlencode([('state', state.iso3)] + [('on', on)] * bool(on))}"
    return [*suggestions(wanted, on=on), Suggestion("other states", [], alone)]


def _with(order, standings, status):
    return [iso3 for iso3 in order if iso3 in standings and standings[iso3].status is status]

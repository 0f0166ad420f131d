"""Published acts as plain rows, with their sources and the other dates that sources report."""

from datetime import date
from typing import NamedTuple

from django.urls import reverse

from treaties.enums import ActKind
from treaties.models import Act, ReportedDate


class Place(NamedTuple):
    """The state of an act or a step."""

    iso3: str
    name: str
    sort_key: str
    url: str


class Reported(NamedTuple):
    """Another date that sources, (key, publisher) each, give for an act."""

    date: date
    note: str
    sources: list[tuple[str, str]]


class ListedAct(NamedTuple):
    """An act with its citable sources, (key, publisher) each."""

    pk: int
    treaty_id: int
    state_id: int
    place: Place
    kind: ActKind
    date: date
    effective_on: date | None
    effective_reason: str
    preferred_because: str
    note: str
    sources: list[tuple[str, str]]
    reported: list[Reported]


COLUMNS = (
    "pk",
    "treaty_id",
    "state_id",
    "kind",
    "date",
    "effective_on",
    "effective_reason",
    "preferred_because",
    "note",
)
PLACE = ("state__iso3", "state__name", "state__sort_key", "state__slug")


def listed_acts(**wanted):
    """The published acts of these states, treaties or kinds (lookups of `Act`), oldest first: two queries."""
    acts = {}
    profiles = reverse("states:list")
    columns = [f"act__{column}" for column in (*COLUMNS, *PLACE)]
    links = _citable(Act.sources.through, "act", wanted).order_by("act__date", "act__state__sort_key", "act", "pk")
    for key, publisher, *values, slug in links.values_list("source__key", "source__publisher", *columns):
        pk, treaty_id, state_id, kind, *rest = values[: len(COLUMNS)]
        place = Place(*values[len(COLUMNS) :], f"{profiles}{slug}/")
        new = ListedAct(pk, treaty_id, state_id, place, ActKind(kind), *rest, sources=[], reported=[])
        acts.setdefault(pk, new).sources.append((key, publisher))
    _add_reported(acts, wanted)
    return list(acts.values())


def _add_reported(acts, wanted):
    """Put in the other dates that sources report."""
    found = {}
    links = _citable(ReportedDate.sources.through, "reporteddate__act", wanted).order_by("reporteddate__date", "pk")
    columns = ("reporteddate", "reporteddate__act", "reporteddate__date", "reporteddate__note")
    for pk, act, day, note, *source in links.values_list(*columns, "source__key", "source__publisher"):
        if pk not in found and act in acts:
            found[pk] = Reported(day, note, [])
            acts[act].reported.append(found[pk])
        if pk in found:
            found[pk].sources.append(tuple(source))


def _citable(links, act, wanted):
    """The rows that tie wanted acts on the record to sources that can be cited."""
    conditions = {f"{act}__{lookup}": value for lookup, value in wanted.items()}
    return links.objects.filter(source__citable=True, **{f"{act}__retired_on": None}, **conditions)

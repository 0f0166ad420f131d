"""Published acts as plain rows, with their sources and the other dates that sources report."""

from datetime import date
from typing import NamedTuple

from django.db.models import IntegerField, Value
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
REPORTED = ("reporteddate", "reporteddate__date", "reporteddate__note")
#: What the one kind of link has in the columns of the other. The kind that fills them stands first in the union: it
#: gives the types.
BLANK = Value(None, IntegerField())


class _Link(NamedTuple):
    """What ties an act, or another date reported for it, to a source, (key, publisher), that can be cited."""

    pk: int
    act: ListedAct
    source: tuple[str, str]
    #: The other date: its primary key, its day and its note; None for a source of the act itself.
    reported: int | None
    day: date | None
    note: str | None


def listed_acts(**wanted):
    """The published acts of these states, treaties or kinds (lookups of `Act`), oldest first: one query."""
    acts, links = {}, _links(wanted)
    own = (link for link in links if not link.reported)
    for link in sorted(own, key=lambda link: (link.act.date, link.act.place.sort_key, link.act.pk, link.pk)):
        acts.setdefault(link.act.pk, link.act).sources.append(link.source)
    _add_reported(acts, (link for link in links if link.reported))
    return list(acts.values())


def _add_reported(acts, links):
    """Put in the other dates that sources report."""
    found = {}
    for link in sorted(links, key=lambda link: (link.day, link.pk)):
        if link.reported not in found and link.act.pk in acts:
            found[link.reported] = Reported(link.day, link.note, [])
            acts[link.act.pk].reported.append(found[link.reported])
        if link.reported in found:
            found[link.reported].sources.append(link.source)


def _links(wanted):
    """The links of the wanted acts on the record and of their other dates."""
    links = _citable(ReportedDate.sources.through, "reporteddate__act", wanted, REPORTED).union(
        _citable(Act.sources.through, "act", wanted, [BLANK] * len(REPORTED)), all=True
    )
    profiles = reverse("states:list")
    return [
        _Link(pk, _act(act, profiles), (key, publisher), reported, day, note)
        for *act, pk, key, publisher, reported, day, note in links
    ]


def _act(values, profiles):
    """An act whose sources are still to come."""
    pk, treaty_id, state_id, kind, *rest = values[: len(COLUMNS)]
    *place, slug = values[len(COLUMNS) :]
    return ListedAct(
        pk, treaty_id, state_id, Place(*place, f"{profiles}{slug}/"), ActKind(kind), *rest, sources=[], reported=[]
    )


def _citable(links, act, wanted, reported):
    """The rows that tie wanted acts on the record to sources that can be cited."""
    conditions = {f"{act}__{lookup}": value for lookup, value in wanted.items()}
    columns = [f"{act}__{column}" for column in (*COLUMNS, *PLACE)]
    published = links.objects.filter(source__citable=True, **{f"{act}__retired_on": None}, **conditions)
    return published.values_list(*columns, "pk", "source__key", "source__publisher", *reported)

"""What the reference list itself says of one state on a day: its groups, its neighbours, and the list's own sources."""

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from django.db.models import CharField, IntegerField, Value
from django.urls import reverse

from states.models import Membership, State

#: What a part of the union has in the columns of others. The memberships stand first: they give the types.
BLANK = Value(None, IntegerField())


class GroupMembership(NamedTuple):
    """A group to which the state belongs, since when and according to which sources, (key, publisher) each."""

    slug: str
    name: str
    since: date
    sources: list[tuple[str, str]]


class Neighbour(NamedTuple):
    """A state with which a land border is recorded."""

    sort_key: str
    iso3: str
    name: str
    slug: str

    def get_absolute_url(self):
        return reverse("state", args=[self.slug])


class ReferenceSource(NamedTuple):
    """A source of the state's entry in the list."""

    key: str
    publisher: str
    title: str

    def get_absolute_url(self):
        return reverse("source", args=[self.key])


class Facts(NamedTuple):
    """The groups in the order of entry, the neighbours by name, the sources by key."""

    groups: list[GroupMembership]
    borders: list[Neighbour]
    sources: list[ReferenceSource]


def facts_of(state, day):
    """The memberships that hold on `day`, the land borders on record and the sources of the entry; one query."""
    rows = defaultdict(list)
    for kind, *row in _memberships(state, day).union(_neighbours(state), _sources(state), all=True):
        rows[kind].append(row)
    return Facts(
        _groups(rows["membership"]),
        sorted(Neighbour(*row[:4]) for row in rows["neighbour"]),
        sorted(ReferenceSource(*row[:3]) for row in rows["source"]),
    )


def _groups(rows):
    found = {}
    for slug, name, key, publisher, since, *_ in sorted(rows, key=lambda row: row[-2:]):
        found.setdefault(slug, GroupMembership(slug, name, since, [])).sources.append((key, publisher))
    return list(found.values())


def _memberships(state, day):
    held = Membership.objects.published().on(day).filter(state=state)
    links = Membership.sources.through.objects.filter(membership__in=held, source__citable=True)
    columns = ("membership__group__slug", "membership__group__name", "source__key", "source__publisher")
    return _part("membership", links, *columns, "membership__since", "membership", "pk")


def _neighbours(state):
    others = State.objects.bordering([state.iso3])
    return _part("neighbour", others, "sort_key", "iso3", "name", "slug", BLANK, BLANK, BLANK)


def _sources(state):
    own = State.sources.through.objects.filter(state=state, source__citable=True)
    return _part("source", own, "source__key", "source__publisher", "source__title", BLANK, BLANK, BLANK, BLANK)


def _part(kind, rows, *columns):
    return rows.order_by().values_list(Value(kind, CharField()), *columns)

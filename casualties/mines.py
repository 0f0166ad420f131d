"""Contaminated land and stockpiles of one area, as plain rows with the sources that can be cited."""

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from django.db.models import BooleanField, Value

from casualties.enums import Extent, Qualifier, StockpileKind
from casualties.models import Contamination, Stockpile

LAND = ("pk", "extent", "as_of_year", "deadline", "note")
STOCK = ("pk", "kind", "amount", "qualifier", "as_of_year", "note")
SOURCE = ("source__key", "source__publisher")


class Land(NamedTuple):
    """How much land is contaminated, as at a year or None where it is not stated."""

    extent: Extent
    as_of_year: int | None
    deadline: date | None
    note: str
    #: Key and publisher of each source; a deadline without one of its own is not shown.
    sources: list[tuple[str, str]]
    deadline_sources: list[tuple[str, str]]


class Stock(NamedTuple):
    """A number of mines, None where it is not stated, as at a year."""

    kind: StockpileKind
    amount: int | None
    qualifier: Qualifier
    as_of_year: int
    note: str
    #: Key and publisher of each source.
    sources: list[tuple[str, str]]


def contaminations_of(area):
    """What is published of an area's land, the newest year first and without a year last; one query."""
    found, deadlines = {}, defaultdict(list)
    for pk, extent, year, deadline, note, of_deadline, *source in _links_of_land(area):
        if of_deadline:
            deadlines[pk].append(tuple(source))
        else:
            land = found.setdefault(pk, Land(Extent(extent), year, deadline, note, [], deadlines[pk]))
            land.sources.append(tuple(source))
    return sorted(found.values(), key=lambda land: -(land.as_of_year or 0))


def stockpiles_of(area):
    """What is published of an area's stockpiles, by kind and the newest year first; one query."""
    found = {}
    links = _citable(Stockpile.sources.through, area, "stockpile", STOCK).order_by("source__key")
    for pk, kind, amount, qualifier, year, note, *source in links:
        stock = found.setdefault(pk, Stock(StockpileKind(kind), amount, Qualifier(qualifier), year, note, []))
        stock.sources.append(tuple(source))
    return sorted(found.values(), key=lambda stock: (stock.kind, -stock.as_of_year))


def _links_of_land(area):
    """What ties an area's land and its deadlines to sources, in the order of their keys."""
    own = _citable(Contamination.sources.through, area, "contamination", LAND, Value(False, BooleanField()))
    deadlines = _citable(
        Contamination.deadline_sources.through, area, "contamination", LAND, Value(True, BooleanField())
    )
    return own.union(deadlines).order_by("source__key")


def _citable(links, area, row, columns, *marks):
    """What ties rows of an area to sources that can be cited: the columns, what marks them, key and publisher."""
    found = links.objects.filter(source__citable=True, **{f"{row}__area": area})
    return found.values_list(*(f"{row}__{column}" for column in columns), *marks, *SOURCE)

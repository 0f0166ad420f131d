"""The rows of the lists of casualties, and what the pages say above them."""

from datetime import date
from typing import Any, NamedTuple

from django.urls import reverse

from casualties.breakdowns import breakdowns
from casualties.enums import PARTS, WORLD, WORLD_PLACE
from casualties.models import Figure
from casualties.sentences import Counted, coverage, sentence, share
from casualties.series import series
from casualties.split import split
from states.charts import Link
from states.models import State

WORLD_NAME = "World"
VALUES = (
    *("pk", "data_year", "edition_id", "place", "qualifier", "total", *PARTS, "areas_with_casualties"),
    *("preferred", "preferred_because", "note"),
    *("area__iso3", "area__name", "area__slug", "area__sort_key", "area__subregion__parent__name"),
    *("source__key", "source__publisher"),
)
SERIES_VALUES = ("data_year", "edition_id", "preferred", "total", "killed", "injured", "unknown", "qualifier")
CONFIRMED = ("confirmed_by__key", "confirmed_by__publisher", "confirmed_by__citable")


class ListedFigure(NamedTuple):
    """A figure as a plain row with its sources, (key, publisher) each."""

    figure: Any
    sources: list[tuple[str, str]]
    #: Whether it is the one shown for its year and area; what was published first for them.
    is_latest: bool
    first_edition: int | None
    first_total: int | None
    url: str

    @property
    def code(self):
        return self.figure.area__iso3 or WORLD

    @property
    def name(self):
        return self.figure.area__name or WORLD_NAME


def listed(keys):
    """The figures with these primary keys, in their order, with sources; one query."""
    found = {row.figure.pk: row for row in with_sources(Figure.objects.filter(pk__in=list(keys)))}
    return [found[key] for key in keys]


def with_sources(figures, *order):
    """The figures of a queryset, ordered by these columns, with sources; one query."""
    found = {}
    rows = figures.with_latest().with_first_published().order_by(*order, "confirmed_by")
    names = (*VALUES, *CONFIRMED, "is_latest", "first_edition", "first_total")
    states, years = reverse("states:list"), reverse("casualties:list")
    for row in rows.values_list(*names, named=True):
        slug = row.area__slug
        url = f"{states}{slug}/#casualties" if slug else f"{years}{row.data_year}/"
        sources = [(row.source__key, row.source__publisher)]
        latest = row.is_latest and row.preferred
        one = found.setdefault(row.pk, ListedFigure(row, sources, latest, row.first_edition, row.first_total, url))
        if row.confirmed_by__citable:
            one.sources.append((row.confirmed_by__key, row.confirmed_by__publisher))
    return list(found.values())


def series_of(place):
    """An area's years with every edition; one query."""
    figures = Figure.objects.published().filter(place=place).order_by("data_year", "edition_id", "pk")
    return series(figures.values_list(*SERIES_VALUES, named=True))


def monitor(area):
    """The line of sources of a chart: every figure of a state, an area or the world, each with its own source."""
    return Link("Landmine Monitor", f"{reverse('casualties:list')}?area={area}&edition=all#figures")


def counted(figure):
    """A plain row of a figure as sentences read it."""
    return Counted(
        figure.data_year,
        figure.edition_id,
        figure.total,
        figure.killed,
        figure.injured,
        figure.unknown,
        figure.qualifier,
    )


def highest(year, limit):
    """The areas with the highest newest totals of a year."""
    figures = Figure.objects.filter(data_year=year).of_areas().latest().exclude(total=None).listed("-total")
    return figures.values_list(*VALUES, named=True)[:limit]


class YearSummary(NamedTuple):
    """What is said of one data year as a whole; figures of areas are the newest of each."""

    year: int
    #: The world's newest figure, and the newest that states any of its parts; None where there is none.
    world: Any
    parted: Any
    totals: dict[int, int]
    shares: list[Any]
    listed: int

    @property
    def sentence(self):
        return sentence(counted(self.world)) if self.world else ""

    @property
    def coverage(self):
        return coverage(self.year, len(self.totals), self.listed, self.world.total if self.world else None)

    @property
    def breakdowns(self):
        """The world's parts, from the newest edition that states any beyond the total."""
        return list(breakdowns(self.parted)) if self.parted else []

    @property
    def split(self):
        """Each group's part of what is listed and of the world's recorded total; empty without figures of areas."""
        world = self.world.total if self.world else None
        return [
            {"share": one, "of_listed": _percent(one, self.listed), "of_world": _percent(one, world)}
            for one in self.shares
            if self.totals
        ]


class YearFigures(NamedTuple):
    """What one data year is told from: the world's figures, oldest edition first, and each area's newest total."""

    versions: list[Any]
    totals: dict[str, int]


def figures_of(year):
    """The published figures of a year; one query for the world and the areas."""
    figures = Figure.objects.filter(data_year=year).order_by()
    world = figures.published().preferred().of_world().values_list(*VALUES, named=True)
    areas = figures.of_areas().latest().exclude(total=None).values_list(*VALUES, named=True)
    rows = list(world.union(areas, all=True))
    versions = sorted((row for row in rows if row.place == WORLD_PLACE), key=lambda row: row.edition_id)
    return YearFigures(versions, {row.place: row.total for row in rows if row.place != WORLD_PLACE})


def summary_of(year, groups, figures):
    """The world's figures and the areas' newest totals with their split by standing."""
    versions, totals = figures
    world = versions[-1] if versions else None
    parted = next((one for one in reversed(versions) if any(getattr(one, part) is not None for part in PARTS)), None)
    return YearSummary(year, world, parted, totals, split(totals, groups), sum(totals.values()))


class StandingYear(NamedTuple):
    """One data year, split by how states stood on its last day."""

    year: int
    on: date
    treaty: str
    world: int | None
    world_edition: int | None
    world_qualifier: str
    shares: dict[str, Any]
    url: str

    @property
    def not_attributed(self):
        """What is left of the world's recorded total; None without one, and where the parts add up to more."""
        rest = self.world - sum(one.total or 0 for one in self.shares.values()) if self.world else -1
        return rest if rest >= 0 else None

    def percent(self, part):
        """A part of the world's recorded total, as a whole percentage; None where either is not known."""
        return round(100 * part / self.world) if self.world and part is not None else None


def standing_years(first, last, today, standings):
    """The years from the first figure to the last one, newest first, each split by standing on its last day.

    Years between without any figure are there as well. Two queries of ours.
    """
    states = list(State.objects.states().values_list("pk", flat=True))
    figures = Figure.objects.filter(data_year__gte=first, data_year__lte=last).latest().exclude(total=None)
    worlds, areas = {}, {}
    for year, place, *told in figures.values_list("data_year", "place", "total", "edition_id", "qualifier"):
        if place == WORLD_PLACE:
            worlds[year] = told
        else:
            areas.setdefault(year, {})[place] = told[0]
    known = areas.keys() | worlds.keys()
    for year in range(max(known), min(known) - 1, -1) if known else ():
        day = min(today, date(year, 12, 31))
        shares = {share.key: share for share in split(areas.get(year, {}), standings.groups_on(day, states))}
        url = reverse("casualties:year", args=[year])
        yield StandingYear(year, day, standings.treaty, *worlds.get(year, (None, None, "")), shares, url)


def _percent(part, whole):
    """A group's part in words; empty where either is not known."""
    return share(part.total, whole) if whole and part.total is not None else ""

"""Figures that can stand side by side: of one edition and one data year."""

from typing import Any, NamedTuple

from django.db.models import Count, F

from casualties.models import Figure
from casualties.rows import ListedFigure, listed


class Comparable(NamedTuple):
    """The newest edition with figures by state, for the year that it reports first."""

    edition: int
    year: int
    #: How many states and areas have a figure of it on record.
    areas: int
    #: Those of the states asked for, by primary key; a state without one is not stated, which is never zero.
    figures: dict[int, ListedFigure]

    def of(self, state: Any) -> ListedFigure | None:
        return self.figures.get(state.pk)


def comparable(states):
    """These states' figures in the newest edition with figures by state; None without any. At most three queries."""
    shown = Figure.objects.published().preferred().of_areas()
    reported = shown.exclude(total=None).filter(edition=F("data_year") + 1).values_list("edition", "data_year")
    newest = reported.annotate(Count("pk")).order_by("-edition").first()
    if newest is None:
        return None
    edition, year, areas = newest
    figures = shown.filter(edition=edition, data_year=year, place__in=[state.pk for state in states])
    keys = figures.order_by("place").values_list("pk", flat=True)
    return Comparable(edition, year, areas, {row.figure.place: row for row in listed(keys)})

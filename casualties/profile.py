"""What Landmine Monitor reports of one state or area: for its profile, as a page and as JSON."""

from typing import Any, NamedTuple

from casualties.charts import casualties_by_year, revisions_by_year
from casualties.mines import Land, Stock, contaminations_of, stockpiles_of
from casualties.models import Figure
from casualties.rows import VALUES, monitor, with_sources
from casualties.sentences import sentence
from casualties.series import Year, editions_of, series
from states.charts import Chart


class AreaCasualties(NamedTuple):
    """One area's series with every edition, its contaminated land and its stockpiles, all as published."""

    name: str
    years: list[Year]
    editions: list[int]
    bars: Chart | None
    revised: Chart | None
    figures: list[Any]
    contaminations: list[Land]
    stockpiles: list[Stock]

    @property
    def newest(self):
        """The newest year with a total, or None."""
        return next((year for year in reversed(self.years) if year.total is not None), None)

    @property
    def sentence(self):
        """The newest year's figure in words; empty where there is none."""
        return sentence(self.newest.counted, self.name) if self.newest else ""

    @property
    def remark(self):
        """What readers must know about the figure of the sentence; empty where there is nothing."""
        shown = (row.figure for row in self.figures if row.is_latest and row.figure.total is not None)
        newest = next(shown, None)
        return newest.note if newest else ""

    @property
    def sources(self):
        """Every source of the figures, (key, publisher), each once and in order."""
        return list(dict.fromkeys(source for figure in self.figures for source in figure.sources))

    @property
    def conflicts(self):
        """The figures that are preferred to others of the same edition."""
        return [row for row in self.figures if row.figure.preferred and row.figure.preferred_because]

    @property
    def notes(self):
        """The figures with a remark, newest year first."""
        return [row for row in self.figures if row.is_latest and row.figure.note]

    def __bool__(self):
        return bool(self.years or self.contaminations or self.stockpiles)


def casualties_of(state):
    """Everything published about a state or area; three queries."""
    published = Figure.objects.published().filter(place=state.pk)
    figures = with_sources(published, "-data_year", "-edition_id", "-preferred", "pk")
    years = series(row.figure for row in figures)
    return AreaCasualties(
        state.name_in_text,
        years,
        editions_of(years),
        casualties_by_year(years, state.name, source=[monitor(state.iso3)], table_at="#years"),
        revisions_by_year(years, state.name, source=[monitor(state.iso3)], table_at="#editions"),
        figures,
        contaminations_of(state),
        stockpiles_of(state),
    )


def as_json(found):
    """The same for the profile's JSON: numbers that are not stated are null."""
    return {
        "sentence": found.sentence or None,
        "figures": [_figure(row) for row in found.figures],
        "contamination": [_contamination(row) for row in found.contaminations],
        "stockpiles": [
            {
                "kind": row.kind,
                "amount": row.amount,
                "qualifier": row.qualifier,
                "as_of_year": row.as_of_year,
                "note": row.note or None,
                "sources": [key for key, _ in row.sources],
            }
            for row in found.stockpiles
        ],
    }


def _figure(row):
    figure = row.figure
    names = ("total", *VALUES[VALUES.index("killed") : VALUES.index("areas_with_casualties")])
    return {
        "year": figure.data_year,
        "edition": figure.edition_id,
        "latest": row.is_latest,
        "preferred": figure.preferred,
        **{name: getattr(figure, name) for name in names},
        "note": figure.note or None,
        "sources": [key for key, _ in row.sources],
    }


def _contamination(row):
    sources = [key for key, _ in row.deadline_sources]
    return {
        "extent": row.extent,
        "as_of_year": row.as_of_year,
        "deadline": row.deadline if sources else None,
        "deadline_sources": sources,
        "note": row.note or None,
        "sources": [key for key, _ in row.sources],
    }

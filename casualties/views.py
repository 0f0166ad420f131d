"""The pages of casualties. `standings` answers how states stood under a treaty; it is handed in with the addresses."""

from django.http import Http404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from casualties.charts import casualties_by_year, revisions_by_year
from casualties.enums import FIRST_YEAR, WORLD, WORLD_PLACE
from casualties.filters import FigureFilter, StandingYearsFilter, YearFigureFilter
from casualties.rows import WORLD_NAME, figures_of, highest, listed, monitor, series_of, standing_years, summary_of
from casualties.sentences import sentence
from casualties.series import editions_of
from casualties.split import CAUTION
from casualties.tables import FIGURE_COLUMNS, STANDING_COLUMNS

FIGURES_PER_PAGE = 50
HIGHEST = 10


@require_safe
def figure_list(request, standings):
    """Every figure, with the series of the world or of the one area asked for, and the highest of the newest year."""
    found = FigureFilter(request.GET, today=timezone.localdate(), standings=standings())
    context = found.listing(FIGURE_COLUMNS, found_keys(found), per_page=FIGURES_PER_PAGE, complete=listed)
    context |= {"title": "Casualties", "on": found.day, "covers": found.covers}
    if found.is_valid() and found.single_area:
        context |= _series(found)
    newest = next((year for year in reversed(context.get("years", [])) if year.total is not None), None)
    if newest:
        context["sentence"] = sentence(newest.counted)
    if newest and not found.chooses_places:
        context |= {"newest": newest.year, "highest": highest(newest.year, HIGHEST)}
    return TemplateResponse(request, "casualties/figure_list.html", context)


@require_safe
def year_list(request, year, standings):
    """One data year: the world, its parts, the areas on record, how much of the total they are, and the split."""
    today, standing = timezone.localdate(), standings()
    if not FIRST_YEAR <= year <= today.year:
        raise Http404("There is no data year of this number; Landmine Monitor counts from 1999.")
    found = YearFigureFilter(request.GET, today=today, standings=standing, year=year)
    context = found.listing(FIGURE_COLUMNS, found_keys(found), per_page=FIGURES_PER_PAGE, complete=listed)
    context |= {"title": f"Casualties in {year}", "on": found.day, "covers": str(year), "year": year}
    context["caution"] = CAUTION
    if found.is_valid():
        figures = figures_of(year)
        summary = summary_of(year, standing.groups_on(found.day, found.all_states), figures)
        context |= {"summary": summary, "versions": figures.versions, "treaty": standing.treaty}
    return TemplateResponse(request, "casualties/year_list.html", context)


@require_safe
def standing_list(request, standings):
    """Every year with figures of areas, split by how states stood on its last day."""
    found = StandingYearsFilter(request.GET, today=timezone.localdate())
    standing = standings()
    context = found.listing(STANDING_COLUMNS, lambda: standing_years(*found.years, found.today, standing))
    context |= {"title": "Casualties by treaty standing", "on": found.today, "covers": found.covers}
    context |= {"treaty": standing.treaty, "caution": CAUTION}
    return TemplateResponse(request, "casualties/standing_list.html", context)


def found_keys(found):
    """A function that gives the primary keys of the figures a filter chooses, in order."""
    return lambda: found.figures().values_list("pk", flat=True).iterator(chunk_size=2000)


def _series(found):
    """The series of the one area a list is about, from its first year to the newest of the list's period."""
    area = found.single_area
    place = next((place for place in found.known_places if place.iso3 == area), None)
    first, last = found.years
    years = [year for year in series_of(place.pk if place else WORLD_PLACE) if first <= year.year <= last]
    name, source = WORLD_NAME if area == WORLD else place.name, [monitor(area)]
    return {
        "years": years,
        "area_name": name,
        "bars": casualties_by_year(years, name, source=source, table_at="#years"),
        "revised": revisions_by_year(years, name, source=source, table_at="#editions"),
        "editions": editions_of(years),
    }

"""The page that sets states side by side, whose downloads have the same facts."""

from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from config.compare.comparison import comparison_of
from config.compare.filters import CompareFilter
from config.compare.ground import groups_on, neighbours
from config.compare.lines import fact_rows
from config.compare.suggestions import offered
from config.compare.tables import COMPARISON_COLUMNS


@require_safe
def compare(request):
    """From two to five states side by side; without any, what can be compared."""
    found = CompareFilter(request.GET, today=timezone.localdate())
    groups, bordered = groups_on(found.day), neighbours(found.known_places)
    comparison = comparison_of(found, groups, bordered) if found.chosen else None
    context = found.listing(COMPARISON_COLUMNS, lambda: fact_rows(comparison) if comparison else [])
    context |= {"title": _title(comparison), "on": found.day, "comparison": comparison}
    context |= {"suggestions": offered(found, groups, bordered)} | ({} if comparison else {"page_kind": "WebPage"})
    return TemplateResponse(request, "pages/compare.html", context)


def _title(comparison):
    """The states' names, as a heading has them."""
    if comparison is None:
        return "Compare states"
    *first, last = [one.name for one in comparison.states]
    return f"{', '.join(first)} and {last} compared"

"""The list of states, and the names by which the field in the header finds them."""

from django.http import JsonResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from states.filters import StateFilter
from states.finding import findable, finder_rows
from states.models import State
from states.tables import COLUMNS, listed_states


@require_safe
def state_list(request):
    """The states; other areas only where `kind` or `state` asks for them."""
    named = any(request.GET.getlist("kind") + request.GET.getlist("state"))
    states = State.objects.all() if named else State.objects.states()
    found = StateFilter(request.GET, queryset=states, today=timezone.localdate())
    context = found.listing(COLUMNS, lambda: listed_states(found))
    context |= {"title": "States", "on": found.day, "bordered": found.bordered}
    return TemplateResponse(request, "states/state_list.html", context)


@require_safe
@cache_control(public=True, max_age=3600)
def finder(request):
    """Every state and other area with the names that find it: for static/js/finder.js, which asks once a page."""
    return JsonResponse({"states": finder_rows(findable())}, json_dumps_params={"separators": (",", ":")})

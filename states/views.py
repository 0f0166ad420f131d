"""The list of states."""

from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from states.filters import StateFilter
from states.models import State
from states.tables import COLUMNS, listed_states


@require_safe
def state_list(request):
    """The states; other areas only where `kind` or `state` asks for them."""
    named = any(request.GET.getlist("kind") + request.GET.getlist("state"))
    states = State.objects.all() if named else State.objects.states()
    found = StateFilter(request.GET, queryset=states, today=timezone.localdate())
    context = found.listing(COLUMNS, lambda: listed_states(found))
    context |= {"title": "States", "on": found.day}
    return TemplateResponse(request, "states/state_list.html", context)

"""The pages of the treaties and their lists. Each reads the clock once; the day is an argument from there on."""

from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from states.filters import DayOnlyFilter
from states.models import State
from treaties.contested import contested_facts
from treaties.enums import Status
from treaties.filters import MapFileFilter, MapFilter, RecordFilter, StatusFilter, TreatyFilter, WithdrawalFilter
from treaties.map import change_days, pins
from treaties.map_page import map_of_day, map_title, moments, table_body, the_atlas
from treaties.map_sheet import sheet, written_on
from treaties.models import Treaty
from treaties.rows import (
    act_rows,
    last_changes_chart,
    parties_chart,
    standing_rows,
    status_rows,
    timelines,
    treaty_rows,
    with_sources,
    withdrawal_rows,
    year_rows,
)
from treaties.status import at, count
from treaties.stories import since_leaving, stages_chart, stories_on, votes_chart, ways
from treaties.tables import RECORD_COLUMNS, STATUS_COLUMNS, TREATY_COLUMNS, WITHDRAWAL_COLUMNS

ACTS_PER_PAGE = 200


@require_safe
def treaty_list(request):
    found = TreatyFilter(request.GET, today=timezone.localdate())
    context = found.listing(TREATY_COLUMNS, lambda: treaty_rows(Treaty.objects.all(), found.day))
    context |= {"title": "Treaties", "on": found.day}
    return TemplateResponse(request, "treaties/treaty_list.html", context)


@require_safe
def treaty_detail(request, slug):
    treaty = _treaty(slug)
    found = DayOnlyFilter(request.GET, today=timezone.localdate())
    histories = timelines(treaty) if found.is_valid() else {}
    years = year_rows(treaty, histories, found.day) if found.is_valid() else []
    context = {"title": treaty.name, "treaty": treaty, "filter": found, "on": found.day, "years": years}
    if years:
        charts = (
            parties_chart(treaty, histories, found.day, table_at="#years"),
            last_changes_chart(treaty, histories, found.day),
        )
        context |= {"counters": years[-1].counters, "charts": [chart for chart in charts if chart]}
    return TemplateResponse(request, "treaties/treaty_detail.html", context)


@require_safe
def status_list(request, slug):
    treaty = _treaty(slug)
    found = StatusFilter(request.GET, queryset=State.objects.states(), today=timezone.localdate())
    histories = timelines(treaty)
    context = found.listing(STATUS_COLUMNS, lambda: status_rows(treaty, found, histories))
    day = found.day
    counters = count(at(changes, day) for changes in histories.values())
    context |= {"title": f"{treaty.name}: standing of every state", "treaty": treaty, "on": day}
    context |= {"counters": counters, "meta": {"counters": counters._asdict()}}
    return TemplateResponse(request, "treaties/status_list.html", context)


@require_safe
def map_on_a_day(request, slug):
    """Who is bound, drawn, and the same as a table; the number of a change leads to its day."""
    treaty = _treaty(slug)
    histories = timelines(treaty)
    found = MapFilter(request.GET, today=timezone.localdate(), days=change_days(histories))
    if found.day_of_change:
        return HttpResponseRedirect(f"{request.path}?on={found.day_of_change.isoformat()}")
    context = {"title": f"{treaty.name}: map", "treaty": treaty, "filter": found, "on": found.day}
    if found.is_valid():
        places = list(State.objects.states().places())
        rows = standing_rows(treaty, places, histories, found)
        context |= {"map": map_of_day(rows, map_title(treaty, found.day))}
        context |= {"table": table_body(rows), "counters": count(row.standing for row in rows)}
        context |= {"pending": sum(row.standing.status == Status.WITHDRAWING for row in rows)}
        context |= {"moments": moments(histories, places, found)}
    return TemplateResponse(request, "treaties/map.html", context)


@require_safe
def map_file(request, slug):
    """The map as an SVG file of its own. 400 with the reasons for a query string it does not understand in full."""
    treaty = _treaty(slug)
    found = MapFileFilter(request.GET, today=timezone.localdate())
    if found.problems:
        return JsonResponse({"errors": found.problems}, status=400)
    rows = standing_rows(treaty, State.objects.states().places(), timelines(treaty), found)
    whole = [row._replace(url=request.build_absolute_uri(row.url)) for row in rows]
    address = request.build_absolute_uri(f"{reverse('treaties:map', args=[slug])}?on={found.day.isoformat()}")
    for_print = found.cleaned["for"] == "print"
    drawn = sheet(the_atlas(), pins(whole), written_on(treaty, found.day, address), for_print=for_print)
    name = f"{slug}-map-{found.day.isoformat()}{'-print' * for_print}.svg"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(drawn, content_type="image/svg+xml", headers=headers)


@require_safe
def withdrawal_list(request, slug):
    treaty = _treaty(slug)
    found = WithdrawalFilter(request.GET, queryset=State.objects.states(), today=timezone.localdate())
    told = _withdrawals(treaty, found) if found.is_valid() else {"notices": []}
    context = found.listing(WITHDRAWAL_COLUMNS, lambda: told["notices"])
    context |= {"title": f"{treaty.name}: withdrawals", "treaty": treaty, "on": found.day}
    return TemplateResponse(request, "treaties/withdrawal_list.html", context | told)


def _withdrawals(treaty, found):
    """What the page of withdrawals tells of the states that a filter chooses: at most eight queries."""
    histories = timelines(treaty)
    stories = stories_on(treaty, found.day, histories)
    standings = standing_rows(treaty, found.chosen_places, histories, found)
    notices = withdrawal_rows(standings, stories, found)
    in_period = bool(found.cleaned.get("from") or found.cleaned.get("to"))
    chosen = {row.place.pk: stories[row.place.pk] for row in standings if row.place.pk in stories}
    # A period is one of receipt; steps without a notice lie in none.
    found_ways = ways(standings, stories, notices, under_way=not in_period)
    return {
        "notices": notices,
        "ways": found_ways,
        "stages": stages_chart(treaty, notices, found.day),
        "votes": votes_chart(treaty, found_ways),
        "contested": contested_facts(treaty, found.day, chosen),
        "since": since_leaving(standings, stories),
        "international": stories[None].steps if None in stories else [],
    }


@require_safe
def record(request, slug):
    treaty = _treaty(slug)
    found = RecordFilter(request.GET, queryset=State.objects.states(), today=timezone.localdate())
    context = found.listing(
        RECORD_COLUMNS, lambda: act_rows(treaty, found), per_page=ACTS_PER_PAGE, complete=with_sources
    )
    context |= {"title": f"{treaty.name}: the record of acts", "treaty": treaty, "on": found.day}
    return TemplateResponse(request, "treaties/record.html", context)


def _treaty(slug):
    try:
        return Treaty.objects.get(slug=slug)
    except Treaty.DoesNotExist:
        raise Http404("There is no treaty of this name on record.") from None

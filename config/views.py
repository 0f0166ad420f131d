"""The pages that need several apps: home, a state's profile, sources, method and health."""

from django.db import connection
from django.db.models import Prefetch
from django.http import Http404, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from casualties.profile import as_json as casualties_as_json
from casualties.profile import casualties_of
from config.citations import sections_of
from config.compare.suggestions import beside
from config.dictionary import tables
from config.filters import SearchFilter, SourceFilter
from config.home import home_of
from config.profile import as_json, under_treaties
from config.search import search
from config.tables import SEARCH_COLUMNS, SOURCE_COLUMNS, SOURCES_PER_PAGE, source_rows
from sources.models import Source
from states.facts import facts_of
from states.filters import DayOnlyFilter
from states.models import State
from treaties.enums import ActKind, Status, StepKind
from treaties.map_page import the_atlas
from treaties.models import Treaty


@require_safe
def home(request):
    """Who is bound, who left, who is leaving, as at a day: each treaty's answer."""
    found = DayOnlyFilter(request.GET, today=timezone.localdate())
    context = {"title": "Treaty Withdrawal Tracker", "filter": found, "on": found.day}
    return TemplateResponse(request, "pages/home.html", context | (home_of(found) if found.is_valid() else {}))


@require_safe
def state_profile(request, slug):
    """One state's answer under every treaty, on a day."""
    found, state, treaties = _profile(request, slug)
    facts = facts_of(state, found.day)
    context = {
        "title": state.name,
        "state": state,
        "filter": found,
        "on": found.day,
        "treaties": treaties,
        "facts": facts,
        "comparisons": beside(state, facts.borders, found),
        "casualties": casualties_of(state),
    }
    return TemplateResponse(request, "pages/state_profile.html", context)


@require_safe
def state_json(request, slug):
    """The profile as JSON."""
    found, state, treaties = _profile(request, slug)
    if found.problems:
        return JsonResponse({"errors": found.problems}, status=400)
    answer = as_json(state, treaties, facts_of(state, found.day), found.day)
    answer |= {"url": request.build_absolute_uri(state.get_absolute_url()), "on": found.day}
    answer |= {"casualties": casualties_as_json(casualties_of(state))}
    return JsonResponse(answer, json_dumps_params={"ensure_ascii": False, "indent": 1})


def _profile(request, slug):
    try:
        state = State.objects.select_related("subregion__parent").get(slug=slug)
    except State.DoesNotExist:
        raise Http404("There is no state of this name on record.") from None
    found = DayOnlyFilter(request.GET, today=timezone.localdate())
    counted = state.category == State.Category.STATE and found.is_valid()
    return found, state, under_treaties(state, found.day) if counted else []


@require_safe
def source_list(request):
    """The bibliography: every source that can be cited, and how much of the record rests on it."""
    found = SourceFilter(request.GET, queryset=Source.objects.citable(), today=timezone.localdate())
    context = found.listing(SOURCE_COLUMNS, lambda: source_rows(found), per_page=SOURCES_PER_PAGE)
    return TemplateResponse(request, "sources/source_list.html", context | {"title": "Sources", "on": found.today})


@require_safe
def source_detail(request, key):
    """One source and what rests on it."""
    try:
        source = Source.objects.citable().get(key=key)
    except Source.DoesNotExist:
        raise Http404("There is no source with this key on record.") from None
    context = {"title": source.title, "source": source, "sections": sections_of(source)}
    return TemplateResponse(request, "sources/source_detail.html", context)


@require_safe
def search_page(request):
    """One question to the whole record. If a state answers it best, its standing today comes first."""
    asked = SearchFilter(request.GET, today=timezone.localdate())
    found = search(asked.typed, asked.today)
    context = asked.listing(SEARCH_COLUMNS, lambda: found.hits)
    title = f"{asked.typed} – Search" if asked.typed else "Search"
    context |= {"title": title, "on": asked.today, "found": found, "page_kind": "SearchResultsPage"}
    return TemplateResponse(request, "pages/search.html", context)


@require_safe
def about(request):
    """The method: words, rules, what the record rests on and what it leaves out."""
    treaties = Treaty.objects.prefetch_related(Prefetch("sources", Source.objects.citable()))
    context = {
        "title": "About the record",
        "treaties": treaties,
        "statuses": Status,
        "kinds": ActKind,
        "steps": StepKind,
        "atlas": the_atlas(),
    }
    return TemplateResponse(request, "pages/about.html", context)


@require_safe
def accessibility(request):
    """Whom the site may leave out: what was tested and how, and the known gaps."""
    return TemplateResponse(request, "pages/accessibility.html", {"title": "Accessibility statement"})


@require_safe
def data(request):
    """Every list as a file, and what its columns mean."""
    return TemplateResponse(request, "pages/data.html", {"title": "Data", "tables": tables()})


@require_safe
@never_cache
def healthz(request):
    """Whether the process answers and reaches its database; for operators."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok", "database": connection.vendor})


@require_safe
def robots(request):
    """What crawlers are asked to leave alone, and where every page is listed."""
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    lines = ["User-agent: *", f"Disallow: {reverse('admin:index')}", f"Sitemap: {sitemap}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")

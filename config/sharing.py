"""A page's citation as a file: /states/poland.bib is to /states/poland/ what the .csv of a list is to its page."""

from django.http import Http404, HttpResponse, JsonResponse, QueryDict
from django.views.decorators.http import require_safe

from config.downloads import context_of
from config.page_citation import Citation, bibtex, ris
from config.version import record_version

#: The first page has no name of its own in its address.
FIRST_PAGE = "home"
FORMATS = {
    "bib": (bibtex, "application/x-bibtex; charset=utf-8"),
    "ris": (ris, "application/x-research-info-systems; charset=utf-8"),
}


def cited_page(request, path, context):
    """The page at a path as it is cited, with the day it speaks about in the address. One query."""
    query, found = asked(request, context), context.get("filter")
    if asks_day(found):
        query["on"] = context["on"].isoformat()
    return Citation(context["title"], context.get("on"), record_version(), address_of(request, path, query))


def asks_day(found):
    """Whether a page has a field for the day; others speak of today, or of no day."""
    return found is not None and "on" in found.form.fields


def asked(request, context):
    """The query of a page as far as it means something: none of a question that the page does not understand."""
    found = context.get("filter")
    return request.GET.copy() if found is not None and not found.problems else QueryDict(mutable=True)


def part_of(query, names):
    """The parameters of a query that have one of these names."""
    part = QueryDict(mutable=True)
    for name in [name for name in query if name in names]:
        part.setlist(name, query.getlist(name))
    return part


def address_of(request, path, query):
    """The whole address of a path with a query, which may be empty."""
    return request.build_absolute_uri(f"{path}?{query.urlencode()}" if query else path)


@require_safe
def citation_file(request, path, form):
    """How to cite the page at /path/, for a reference manager. 400 where the page does not understand the query."""
    page = "/" if path == FIRST_PAGE else f"/{path}/"
    context = context_of(request, page)
    if "title" not in context:
        raise Http404("There is no page to cite at this address.")
    if (found := context.get("filter")) is not None and found.problems:
        return JsonResponse({"errors": found.problems}, status=400)
    write, kind = FORMATS[form]
    response = HttpResponse(write(cited_page(request, page, context)), content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{path.replace("/", "-")}.{form}"'
    return response

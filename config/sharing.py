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
    query, on, found = asked(request, context), context.get("on"), context.get("filter")
    if on and found is not None and "on" in found.form.fields:
        query["on"] = on.isoformat()
    address = request.build_absolute_uri(f"{path}?{query.urlencode()}" if query else path)
    return Citation(context["title"], on, record_version(), address)


def asked(request, context):
    """The query of a page as far as it means something: none of a question that the page does not understand."""
    found = context.get("filter")
    return request.GET.copy() if found is not None and not found.problems else QueryDict(mutable=True)


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

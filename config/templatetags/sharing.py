"""What every page says about itself: its own address, how to cite it, what it is for machines."""

import json

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from config.page_citation import plain
from config.sharing import address_of, asked, asks_day, cited_page, part_of
from config.structured import dataset, web_page
from sources.dates import in_text

register = template.Library()
#: What would end a script element, written so that JSON still means the same.
ESCAPED = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.simple_tag(takes_context=True)
def about_this_page(context):
    """The page's address, citation and structured data. One query: the version of the record."""
    request, found = context["request"], context.get("filter")
    cited, known = cited_page(request, request.path, context), asked(request, context)
    query = f"?{known.urlencode()}" if known else ""
    file = request.path.rstrip("/") or "/home"
    return {
        "canonical": address_of(request, request.path, part_of(known, getattr(found, "identifying", ()))),
        "shared": address_of(request, request.path, known),
        # Whoever shares the page of a day shares what it says of that day.
        "as_at": f"as at {in_text(cited.on)}" if asks_day(found) and known.get("on") else "",
        "citation": plain(cited),
        "version": cited.version,
        "bibtex": f"{file}.bib{query}",
        "ris": f"{file}.ris{query}",
        "structured": _script(_structured(request, cited, context)),
    }


def _structured(request, cited, context):
    """A list with its files as a Dataset, unless its view names another kind of page; any other page as a WebPage."""
    home, columns = request.build_absolute_uri(reverse("home")), context.get("columns")
    if not columns or "page_kind" in context:
        return web_page(cited, home, context.get("page_kind", "WebPage"))
    base, _, query = cited.url.partition("?")
    file, query = base.rstrip("/"), f"?{query}" if query else ""
    downloads = {"text/csv": f"{file}.csv{query}", "application/json": f"{file}.json{query}"}
    described = [(column.key, column.meaning) for column in columns if column.exported]
    covers = context.get("covers") or (cited.on.isoformat() if asks_day(context["filter"]) else "")
    return dataset(cited, home, downloads, described, covers)


def _script(data):
    """Data, not a script that runs: browsers never execute this type, and the policy lets it stand."""
    text = json.dumps(data, ensure_ascii=False).translate(ESCAPED)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308 -- escaped above

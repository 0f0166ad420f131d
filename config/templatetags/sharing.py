"""What every page says about itself: its own address, how to cite it, what it is for machines."""

import json

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from config.page_citation import plain
from config.sharing import asked, cited_page
from config.structured import dataset, web_page

register = template.Library()
#: What would end a script element, written so that JSON still means the same.
ESCAPED = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.simple_tag(takes_context=True)
def about_this_page(context):
    """The page's address, citation and structured data. One query: the version of the record."""
    request = context["request"]
    cited = cited_page(request, request.path, context)
    query = f"?{known.urlencode()}" if (known := asked(request, context)) else ""
    file = request.path.rstrip("/") or "/home"
    return {
        "canonical": request.build_absolute_uri(request.path),
        "citation": plain(cited),
        "version": cited.version,
        "bibtex": f"{file}.bib{query}",
        "ris": f"{file}.ris{query}",
        "structured": _script(_structured(request, cited, context.get("columns"))),
    }


def _structured(request, cited, columns):
    home = request.build_absolute_uri(reverse("home"))
    if not columns:
        return web_page(cited, home)
    base = request.build_absolute_uri(request.path.rstrip("/"))
    downloads = {"text/csv": f"{base}.csv", "application/json": f"{base}.json"}
    return dataset(cited, home, downloads, [(column.key, column.meaning) for column in columns if column.exported])


def _script(data):
    """Data, not a script that runs: browsers never execute this type, and the policy lets it stand."""
    text = json.dumps(data, ensure_ascii=False).translate(ESCAPED)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308 -- escaped above

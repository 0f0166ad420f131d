"""One query string, many forms: a list at /path/ is also /path.csv and /path.json.

The download asks the page's own view and writes the rows it would show, so the two cannot differ.
"""

import csv
from collections.abc import Callable, Iterator
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.urls import Resolver404, resolve
from django.views.decorators.http import require_safe

#: Rows are fetched in full and written in pieces of this size, so that no list need fit in memory as text.
CHUNK = 500
BYTE_ORDER_MARK = "\ufeff"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@require_safe
def download(request: HttpRequest, path: str, form: str) -> HttpResponse | StreamingHttpResponse:
    """The list at /path/ as CSV or JSON. 400 with the reasons for a query string it does not understand in full.

    CSV for spreadsheets begins with a byte order mark, and no cell of it can run as a formula; plain CSV has the very
    data.
    """
    listing = _listing(request, path)
    if problems := listing["filter"].problems:
        return JsonResponse({"errors": problems}, status=400)
    columns = [column for column in listing["columns"] if column.exported]
    rows = listing["page"].object_list if "page" in request.GET else listing["rows"]
    chunks = (listing["complete"](rows[start : start + CHUNK]) for start in range(0, len(rows), CHUNK))
    if form != "json":
        lines = _csv(columns, chunks, for_spreadsheets=form == "spreadsheet")
        response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
        name = path.replace("/", "-")
        response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
        return response
    meta = {
        "title": listing["title"],
        "url": request.build_absolute_uri(),
        "on": listing["on"],
        "count": len(rows),
        **listing.get("meta", {}),
    }
    return StreamingHttpResponse(_json(meta, columns, chunks), content_type="application/json")


def context_of(request: HttpRequest, address: str) -> dict[str, Any]:
    """What the page at an address is made of. Raises Http404 where there is no page of the site."""
    try:
        page = resolve(address)
    except Resolver404:
        raise Http404("There is no page at this address.") from None
    if page.app_name == "admin":
        raise Http404("There is no page at this address.")
    response = page.func(request, *page.args, **page.kwargs)
    return getattr(response, "context_data", None) or {}


def _listing(request: HttpRequest, path: str) -> dict[str, Any]:
    """What the list at /path/ is made of. Raises Http404 where there is no list."""
    listing = context_of(request, f"/{path}/")
    if "columns" not in listing:
        raise Http404("There is no list at this address.")
    return listing


def _csv(columns: list[Any], chunks: Iterator[list[Any]], *, for_spreadsheets: bool) -> Iterator[str]:
    writer, cell = csv.writer(_Echo()), _harmless if for_spreadsheets else _cell
    yield BYTE_ORDER_MARK * for_spreadsheets + writer.writerow([column.key for column in columns])
    for rows in chunks:
        yield "".join(writer.writerow([cell(column.value(row)) for column in columns]) for row in rows)


def _json(meta: dict[str, Any], columns: list[Any], chunks: Iterator[list[Any]]) -> Iterator[str]:
    encode: Callable[[Any], str] = DjangoJSONEncoder(ensure_ascii=False).encode
    yield f'{{"meta": {encode(meta)}, "results": ['
    before = "\n"
    for rows in chunks:
        lines = (encode({column.key: _plain(column.value(row)) for column in columns}) for row in rows)
        yield before + ",\n".join(lines)
        before = ",\n"
    yield "\n]}\n"


def _plain(value: Any) -> Any:
    """What JSON says for "not stated" is null, also where the record has an empty text."""
    return None if value == "" else value


def _cell(value: Any) -> str:
    """A value as CSV has it: dates as ISO 8601, true and false, lists joined by "|", nothing for "not stated"."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "|".join(map(_cell, value))
    if isinstance(value, dict):
        return " ".join(_cell(part) for part in value.values() if part is not None)
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _harmless(value: Any) -> str:
    """A cell that no spreadsheet takes for a formula: text that would begin one gets an apostrophe before it."""
    text = _cell(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) and not isinstance(value, int | float) else text


class _Echo:
    """A file for csv.writer that gives back what is written."""

    def write(self, text: str) -> str:
        return text

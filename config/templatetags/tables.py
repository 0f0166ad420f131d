"""The table of a list, made in Python: a template loop takes three times as long for hundreds of rows."""

import re
from calendar import month_name
from html import escape

from django import template
from django.utils.safestring import mark_safe

from sources.cells import publishers as links_to
from sources.dates import PartialDate, in_text
from sources.wording import in_words
from treaties.cells import time

register = template.Library()
register.filter("in_words", in_words)
MONTHS = "|".join(month_name[1:])
DAY_AND_MONTH = re.compile(rf"\b\d{{1,2}} (?:{MONTHS})\b")


@register.inclusion_tag("components/table.html", takes_context=True)
def data_table(context, caption, listing=None):
    """The rows of the page's list, with sortable headings. Queries only through the list's own `complete`.

    `listing` is what `ListFilter.listing` gives, for a list that is not what the page itself is about.
    """
    listing = listing or context
    columns = [column for column in listing["columns"] if column.shown]
    rows = listing["complete"](listing["page"].object_list) if listing["page"] is not None else []
    return {
        "caption": caption,
        "headings": [_heading(column, listing["filter"]) for column in columns],
        "body": _body(columns, rows),
    }


@register.filter
def day(value):
    """A day as running text has it, readable by machines too."""
    return mark_safe(f'<time datetime="{value.isoformat()}">{in_text(value)}</time>') if value else ""  # noqa: S308


@register.filter
def whole_days(text):
    """A sentence in which no line ends between the day and the month of a date; its text stays as it is."""
    return mark_safe(DAY_AND_MONTH.sub(r'<span class="whole">\g<0></span>', escape(text)))  # noqa: S308 -- escaped


@register.filter
def short_day(value):
    """A day as tables have it, readable by machines too."""
    return mark_safe(time(value)) if value else ""  # noqa: S308


@register.filter
def publishers(sources):
    """Links to sources, (key, publisher) each."""
    return mark_safe(links_to(sources))  # noqa: S308 -- escaped in there


def _heading(column, found):
    """A heading, where the list can be ordered by it the address that does, and the order in force."""
    sort = found.form.fields.get("sort")
    if sort is None or column.key not in dict(sort.choices):
        return {"text": column.heading, "numeric": column.numeric}
    current = found.data.get("sort", "")
    descending = current == f"-{column.key}"
    other = column.key if current != column.key else f"-{column.key}"
    order = {column.key: "ascending", f"-{column.key}": "descending"}.get(current, "none")
    return {
        "text": column.heading,
        "numeric": column.numeric,
        "url": found.query(sort=(current, other)),
        "order": order,
        "descending": descending,
    }


def _body(columns, rows):
    lines = []
    opening = [_opening(column) for column in columns[1:]]
    for row in rows:
        first, *others = (column.cell(row) if column.cell else _text(column.value(row)) for column in columns)
        cells = "".join(f"{start}{cell}</td>" for start, cell in zip(opening, others, strict=True))
        lines.append(f'<tr><th scope="row">{first}</th>{cells}</tr>\n')
    return mark_safe("".join(lines))  # noqa: S308 -- every cell is escaped where it is made


def _opening(column):
    """The tag that begins a cell. A number says what it is where rows are cards without heads."""
    return f'<td class="numeric" data-label="{escape(column.heading)}">' if column.numeric else "<td>"


def _text(value):
    if value is None or value == "":
        return ""
    if type(value) is str:
        return escape(value)
    if hasattr(value, "isoformat"):
        return time(value)
    if isinstance(value, PartialDate):
        return escape(value.text)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return escape(", ".join(map(str, value)))
    return escape(str(value))

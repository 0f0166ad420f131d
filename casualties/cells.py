"""The HTML of table cells of casualties. Everything from the record is escaped here."""

from django.contrib.humanize.templatetags.humanize import intcomma
from django.utils.html import escape

from casualties.enums import Qualifier
from casualties.sentences import first_published
from sources.cells import publishers

NO_DATA = '<span class="unstated">no data</span>'
NOT_STATED = '<span class="unstated">not stated</span>'


def count(value):
    """A number of people in the language of the page; "not stated" for what is not."""
    return NOT_STATED if value is None else f'<span class="number">{intcomma(value)}</span>'


def group_total(part):
    """What the states of a group add up to; without any figure that is no data, and no zero."""
    if part.is_empty:
        return '<span class="unstated">no state</span>'
    return NO_DATA if part.total is None else count(part.total)


def world_cell(row):
    """The world's total of a year."""
    return NO_DATA if row.world is None else _total(row.world, row.world_qualifier)


def counts(column):
    return lambda row: count(getattr(row.figure, column))


def total_cell(row):
    """The total of a figure."""
    return _total(row.figure.total, row.figure.qualifier)


def _total(total, qualifier):
    """A total, "about" where the source rounds; every other is a minimum, as the page says."""
    return ("about " if qualifier == Qualifier.ABOUT and total is not None else "") + count(total)


def area_cell(row):
    return f'<a href="{row.url}">{escape(row.name)}</a>'


def edition_cell(row):
    """The edition, and whether another figure is the one shown."""
    if row.is_latest:
        return f"{row.figure.edition_id}"
    why = "earlier edition" if row.figure.preferred else "not preferred"
    return f'{row.figure.edition_id} <span class="cite">{why}</span>'


def first_cell(row):
    """What was published first, beside the total of the row."""
    return first_published(count(row.first_total), row.first_edition, count(row.figure.total), row.figure.edition_id)


def note_cell(row):
    reasons = [f"Reports differ; preferred: {row.figure.preferred_because}"] if row.figure.preferred_because else []
    text = " ".join([*reasons, row.figure.note]).strip()
    return f'<span class="remark">{escape(text)}</span>' if text else ""


def sources_cell(row):
    return f'<span class="publishers">{publishers(row.sources)}</span>'

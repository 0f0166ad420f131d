"""The HTML of the cells of a comparison. Everything from the record is escaped here."""

from html import escape

from sources.cells import publishers
from treaties.cells import partial, time


def text(value):
    return escape(value)


def date_link(day, address=""):
    """A day as tables have it, leading to what it rests on; empty without a day."""
    if day is None:
        return ""
    return f'<a class="compare-date" href="{address}">{time(day)}</a>' if address else time(day)


def partial_link(when, address):
    """A date as far as it is known, leading to what it rests on."""
    return f'<a class="compare-date" href="{address}">{partial(when)}</a>'


def ahead(when, day):
    """What is said of a day that is still to come."""
    return ' <span class="cite">still to come</span>' if when and when > day else ""


def note(words):
    return f'<span class="cite compare-note">{escape(words)}</span>' if words else ""


def nothing(words):
    """Why there is nothing on record."""
    return f'<span class="compare-none">{escape(words)}</span>'


def days(number):
    """A number of days, for a line whose heading says between what."""
    return "" if number is None else f'<b class="compare-number">{number}</b> day{"s"[: number != 1]}'


def cited(sources):
    """Links to sources, (key, publisher) each, as a note in a cell."""
    return f'<span class="cite compare-sources">{publishers(sources)}</span>' if sources else ""


def quotation(passage):
    """The words that a state stated, or the statement's summary where none are quoted, with a link and the day."""
    row = passage.statement
    words = f"<q>{escape(passage.words)}</q>" if passage.words else f"In summary: {escape(row.statement.summary)}"
    title = escape(row.statement.title)
    return f'{words} <a class="cite" href="{row.url}" title="{title}">{partial(row.when)}</a>'

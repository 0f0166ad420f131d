"""The columns of the bibliography and of the search, which need several apps."""

from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.html import escape

from config.citations import count_by_source
from sources.dates import PartialDate, Precision
from states.models import fold
from states.tables import Column
from treaties.cells import partial

SOURCES_PER_PAGE = 100


class SourceRow(NamedTuple):
    """A source as a plain row, the date it was published, and how many published facts rest on it."""

    source: Any
    published: PartialDate | None
    facts: int
    url: str


def source_rows(found):
    """The sources that a filter chooses, as they were entered."""
    facts = count_by_source()
    fields = ("pk", "key", "publisher", "title", "url", "archived_url", "date", "date_precision")
    for source in found.qs.order_by("pk").values_list(*fields, named=True):
        published = PartialDate(source.date, Precision(source.date_precision)) if source.date else None
        yield SourceRow(source, published, facts[source.pk], reverse("source", args=[source.key]))


def _source_link(row):
    return f'<a href="{row.url}">{escape(row.source.title)}</a>'


SOURCE_COLUMNS = [
    Column(
        "title", "Title", lambda row: row.source.title, "The title, as published; a remark in brackets is ours.",
        _source_link, sort=lambda row: fold(row.source.title),
    ),
    Column(
        "publisher", "Publisher", lambda row: row.source.publisher, "Who published it.",
        sort=lambda row: fold(row.source.publisher),
    ),
    Column(
        "date", "Published", lambda row: str(row.published) if row.published else None,
        "When it was published, as far as known: year, month or day.",
        lambda row: partial(row.published) if row.published else "",
    ),
    Column("url", "Address", lambda row: row.source.url, "Where it was read.", shown=False),
    Column("archived_url", "Archived copy", lambda row: row.source.archived_url, "A kept copy.", shown=False),
    Column(
        "facts", "Facts", lambda row: row.facts,
        "How many published facts rest on it, each once: acts, statements, figures, memberships and all others.",
        numeric=True,
    ),
    Column("key", "Key", lambda row: row.source.key, "The permanent key by which facts name it."),
]  # fmt: skip

SEARCH_COLUMNS = [
    Column("kind", "Kind", lambda hit: hit.kind.value, "What was found: state, page, statement and so on."),
    Column("title", "Title", lambda hit: hit.title, "The name of the state, or the title of what was found."),
    Column("url", "Address", lambda hit: hit.url, "Where it stands on this site."),
    Column("text", "Text", lambda hit: hit.text, "What else it says; for a state the other name it was found by."),
    Column("remark", "Remark", lambda hit: hit.remark, "The date, the publisher or the verdict, where there is one."),
]

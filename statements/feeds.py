"""Any list of statements as an Atom feed: the same query string, the latest changed first, in pages (RFC 5005)."""

from datetime import UTC, datetime, time

from django.http import HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.views.decorators.http import require_safe

from sources.dates import Precision
from statements.choice import chosen
from statements.enums import stance_in_words
from statements.filters import StatementFilter
from statements.rows import statement_rows
from states.models import State

#: Names entries for good, whatever the host that serves them (RFC 4151).
TAG = "tag:treaty-withdrawal-tracker,2025:statements"
LATEST_CHANGED = ("-changed_at", "-date", "pk")
ENTRIES = 50


class PagedFeed(Atom1Feed):
    """A feed that names the pages before and after it, as `previous` and `next`."""

    def add_root_elements(self, handler):
        super().add_root_elements(handler)
        for relation, address in self.feed["neighbours"].items():
            handler.addQuickElement("link", "", {"rel": relation, "href": address})


@require_safe
def statement_feed(request):
    """The statements that the query string chooses; 400 with the reasons where it is not understood in full.

    Raises Http404 for a page that does not exist.
    """
    found = StatementFilter(request.GET, queryset=State.objects.states(), today=timezone.localdate())
    if found.problems:
        return JsonResponse({"errors": found.problems}, status=400)
    page = found.page_of(chosen(found).order_by(*LATEST_CHANGED), ENTRIES)
    feed = PagedFeed(
        title="Statements – Treaty Withdrawal Tracker",
        link=request.build_absolute_uri(reverse("statements:list") + found.query()),
        description="",
        feed_url=request.build_absolute_uri(),
        feed_guid=f"{TAG}{found.query()}",
        author_name="Treaty Withdrawal Tracker",
        language="en",
        neighbours=_neighbours(request, found, page),
    )
    for row in statement_rows(page.object_list, LATEST_CHANGED):
        _add(feed, row, request.build_absolute_uri(row.url))
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def _neighbours(request, found, page):
    """The addresses of the pages before and after, by what a feed calls them."""
    numbers = {"previous": page.number - 1} if page.has_previous() else {}
    numbers |= {"next": page.number + 1} if page.has_next() else {}
    return {
        name: request.build_absolute_uri(request.path + found.query(page=(None, number)))
        for name, number in numbers.items()
    }


def _add(feed, row, address):
    statement = row.statement
    issuers = ", ".join(link.name for link in row.issuers)
    quote = f"<blockquote>{escape(statement.quote)}</blockquote>" if statement.quote else ""
    stance = f"<p>{escape(issuers)}, {row.when.text}: {stance_in_words(statement.stance, statement.regarding)}.</p>"
    feed.add_item(
        title=statement.title,
        link=address,
        description=f"{stance}{quote}<p>{escape(statement.summary)}</p>",
        unique_id=f"{TAG}/{statement.key}",
        author_name=statement.speaker or issuers,
        # A feed has no way to say that only the month or the year is known.
        pubdate=datetime.combine(statement.date, time(), UTC) if row.when.precision == Precision.DAY else None,
        updateddate=statement.changed_at,
        categories=[link.key for link in row.justifications],
    )

"""How many statements of a list are of each month, counted by the database."""

from collections import Counter

from django.db.models import Count
from django.db.models.functions import TruncMonth
from django.urls import reverse

from sources.dates import Precision
from statements.charts import statements_per_month
from statements.choice import chosen
from statements.filters import MOST_LISTED
from statements.models import Statement
from states.charts import Link


def months_chart(found, page):
    """The chart of the statements that a filter chooses, by month; one query.

    None for a filter that was not understood, where there is no month to draw, and for a list that ends before its
    statements do: what such a list shows is no whole.
    """
    if page is None or page.paginator.count >= MOST_LISTED:
        return None
    counts, undated = Counter(), 0
    for month, precision, number in _by_month(chosen(found).order_by()):
        if precision == Precision.YEAR:
            undated += number
        else:
            counts[month] += number
    last = min(found.day, found.cleaned.get("to") or found.day)
    source = [
        Link("the statements in this list, each with its sources", f"{reverse('statements:list')}{found.query()}")
    ]
    return statements_per_month(counts, undated, last, source=source)


def _by_month(keys):
    months = Statement.objects.filter(pk__in=keys).order_by().annotate(month=TruncMonth("date"))
    return months.values_list("month", "date_precision").annotate(Count("pk"))

"""How many statements of a list are of each month, counted by the database."""

from collections import Counter

from django.db.models import Count
from django.db.models.functions import TruncMonth
from django.urls import reverse

from sources.dates import Precision
from statements.charts import first_month, statements_per_month
from statements.rows import chosen
from states.charts import Link


def months_chart(found, *, many):
    """The chart of the statements that a filter chooses; None without one in its time. One query.

    Where they are thousands only the months that the chart can show are counted, so that it costs no more than those.
    """
    if not found.is_valid():
        return None
    last = min(found.day, found.cleaned.get("to") or found.day)
    counts, undated = month_counts(found, since=first_month(last) if many else None)
    address = f"{reverse('statements:list')}{found.query()}"
    source = [Link("the statements in this list, each with its sources", address)]
    return statements_per_month(counts, undated, last, source=source)


def month_counts(found, *, since=None):
    """The statements by the first day of their month, and how many are dated to the year only; one query."""
    statements = chosen(found, many=since is not None).order_by()
    if since:
        statements = statements.filter(date__gte=since)
    counts, undated = Counter(), 0
    rows = statements.annotate(month=TruncMonth("date")).values_list("month", "date_precision").annotate(Count("pk"))
    for month, precision, number in rows:
        if precision == Precision.YEAR:
            undated += number
        else:
            counts[month] += number
    return counts, undated

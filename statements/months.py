"""How many statements of a list are of each month, counted by the database."""

from collections import Counter

from django.db.models import Count
from django.db.models.functions import TruncMonth
from django.urls import reverse
from django.utils.functional import cached_property

from sources.dates import Precision
from statements.charts import first_month, statements_per_month
from statements.filters import MOST_LISTED
from statements.models import Statement
from statements.rows import chosen
from states.charts import Link


class Months:
    """The statements that a filter chooses, by month; one query both for their number and for their chart.

    Where they are more than a list shows, a second query counts the months that the chart has room for, and no others.
    """

    def __init__(self, found):
        self.found = found

    @cached_property
    def number(self):
        """How many statements there are; one more than a list shows where there are more."""
        return sum(number for _, _, number in self._few)

    def chart(self):
        """The chart; None for a filter that was not understood and where there is no month to draw."""
        if not self.found.is_valid():
            return None
        last = min(self.found.day, self.found.cleaned.get("to") or self.found.day)
        rows = self._few if self.number <= MOST_LISTED else self._many(first_month(last))
        counts, undated = Counter(), 0
        for month, precision, number in rows:
            if precision == Precision.YEAR:
                undated += number
            else:
                counts[month] += number
        address = f"{reverse('statements:list')}{self.found.query()}"
        source = [Link("the statements in this list, each with its sources", address)]
        return statements_per_month(counts, undated, last, source=source)

    @cached_property
    def _few(self):
        keys = chosen(self.found).order_by()[: MOST_LISTED + 1]
        return _by_month(Statement.objects.filter(pk__in=keys).order_by())

    def _many(self, first):
        return _by_month(chosen(self.found, many=True).order_by().filter(date__gte=first))


def _by_month(statements):
    months = statements.annotate(month=TruncMonth("date")).values_list("month", "date_precision")
    return list(months.annotate(Count("pk")))

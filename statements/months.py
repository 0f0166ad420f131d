"""How many statements of a list are of each month."""

from collections import Counter

from django.urls import reverse

from sources.dates import Precision
from statements.charts import statements_per_month
from states.charts import Link

#: What the chart is made of, beside the key of each statement.
DATES = ("date", "date_precision")


def months_chart(found, dated):
    """The chart of the statements that a filter chooses, from their keys and `DATES`; no query.

    None for a filter that was not understood, where there is no month to draw, and where statements are so many that
    their list ends before they do: what it shows is no whole.
    """
    if dated is None:
        return None
    counts = Counter(day.replace(day=1) for _, day, precision in dated if precision != Precision.YEAR)
    last = min(found.day, found.cleaned.get("to") or found.day)
    address = f"{reverse('statements:list')}{found.query()}"
    source = [Link("the statements in this list, each with its sources", address)]
    return statements_per_month(counts, len(dated) - counts.total(), last, source=source)

"""A question with every sort of field that the lists have."""

import django_filters
from django.http import QueryDict

from states.filters import DayOnlyFilter
from states.parameters import ChoicesFilter, SortFilter
from states.widgets import Boxes
from treaties.enums import Status

REGIONS = [("a-region", "A region"), ("another-region", "Another region"), ("a-third-region", "A third region")]


class ExampleFilter(DayOnlyFilter):
    """A list's filter that is about nothing."""

    q = django_filters.CharFilter(method="leave", label="Name", max_length=200)
    status = ChoicesFilter(label="Status", method="leave", choices=lambda: Status.choices, widget=Boxes)
    region = ChoicesFilter(label="Region", method="leave", choices=lambda: REGIONS)
    sort = SortFilter("state", "since")


def asked(query, today, name=""):
    """The filter as a query string leaves it. `name` begins the ids of its fields, so that several fit on one page."""
    found = ExampleFilter(QueryDict(query), today=today)
    if name:
        found.form.auto_id = f"{name}_%s"
    return found

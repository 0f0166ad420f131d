"""Query strings of the lists that need several apps."""

import django_filters

from states.filters import ListFilter, SortFilter


class SourceFilter(ListFilter):
    """The bibliography."""

    q = django_filters.CharFilter(method="by_text", label="Search", max_length=200)
    sort = SortFilter("publisher", "title", "date", "facts")

    def by_text(self, queryset, name, value):
        return queryset.matching(value)

"""Query strings of the lists that need several apps."""

import django_filters

from statements.filters import WordsFilter
from states.filters import ListFilter
from states.parameters import SortFilter


class SourceFilter(ListFilter):
    """The bibliography."""

    q = django_filters.CharFilter(method="by_text", label="Search", max_length=200)
    sort = SortFilter("publisher", "title", "date", "facts")

    def by_text(self, queryset, name, value):
        return queryset.matching(value)


class SearchFilter(ListFilter):
    """The question to the whole record."""

    # Everything found stands on one page; each kind has a list of its own.
    page = None
    q = WordsFilter(method="leave", label="Search", max_length=200)

    @property
    def typed(self):
        """The question, or nothing where there is none or it was not understood."""
        return self.cleaned["q"] if self.is_valid() else ""

    @property
    def shown(self):
        """What the field holds: what was typed, cut where it is too long to be one."""
        return self.data.get("q", "").replace("\x00", "")[:200]

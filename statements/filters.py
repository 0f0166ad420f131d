"""Query strings of the lists of statements, codings and claims; all but claims choose states."""

from typing import NamedTuple

import django_filters
from django import forms
from django.core.paginator import EmptyPage, Paginator
from django.db.models import CharField, F, IntegerField, Value
from django.http import Http404
from django.utils.functional import cached_property

from statements.enums import Regarding, Stance, StatementKind, Verdict
from statements.models import Justification, Organisation
from statements.models.statements import issuers_named
from statements.search import words_of
from states.filters import ListFilter
from states.models import Group, fold
from states.parameters import ChoicesFilter, SortFilter
from states.widgets import Boxes
from treaties.filters import PeriodFilter
from treaties.models import Treaty

#: Each word is a search of its own.
MOST_WORDS = 12
#: How many rows of a list can be paged through; a download has them all.
MOST_LISTED = 1000


class Known(NamedTuple):
    """Something on record that a parameter can choose."""

    parameter: str
    key: int
    value: str
    label: str
    place: int


class WordsField(forms.CharField):
    """A few words to search for."""

    def clean(self, value):
        text = super().clean(value)
        if len(words_of(text)) > MOST_WORDS:
            raise forms.ValidationError(f"Search for at most {MOST_WORDS} words at once.")
        return text


class WordsFilter(django_filters.CharFilter):
    field_class = WordsField


class CodingFilter(PeriodFilter):
    """The codings of statements: whose, of what time, regarding what.

    The period is that of the statements; one dated to the month or year belongs to it if it may fall in it.
    """

    # States are chosen by code; the list of statements searches for words instead.
    q = None
    treaty = ChoicesFilter(label="Treaty", method="leave", widget=Boxes)
    regarding = ChoicesFilter(label="Regarding", method="leave", choices=lambda: Regarding.choices, widget=Boxes)

    def __init__(self, data, *, today, queryset=None):
        self.known = _known()
        super().__init__(data, today=today, queryset=queryset)
        for name in {known.parameter for known in self.known} & set(self.form.fields) - {"group"}:
            choices = [(known.value, known.label) for known in self.known if known.parameter == name]
            self.form.fields[name].choices = choices

    def groups(self):
        return [(known.value, known.label) for known in self.known if known.parameter == "group"]

    def keys_of(self, name):
        """The primary keys of what a parameter chooses; with them a database plans better than with a subquery."""
        wanted = self.cleaned[name]
        return [known.key for known in self.known if known.parameter == name and known.value in wanted]

    @cached_property
    def states(self):
        """The primary keys of the states that the parameters choose."""
        if self.cleaned["group"] or self.cleaned["borders"]:
            return list(self.qs.values_list("pk", flat=True))
        # What the choices are made of answers the rest without a query.
        names = {"region": "region_slug", "subregion": "subregion_slug", "state": "iso3"}
        wanted = [(column, self.cleaned[name]) for name, column in names.items() if self.cleaned[name]]
        return [
            place.pk
            for place in self.known_places
            if all(getattr(place, column) in any_of for column, any_of in wanted)
        ]

    def listing_in_database(self, columns, keys, *, per_page, complete, probably_many=None, count=None, beside=()):
        """As `listing`, where `keys` gives a queryset of primary keys, so that only a page's rows are fetched.

        `keys` is told whether there are many, which `probably_many` guesses before they are counted: a guess that
        costs no more than time. `count` gives their number where it is known already. Counting ends, and so do the
        pages, where nobody reads on; a download evaluates all the keys, and completes them in pieces. `beside` names
        columns of all the rows, which the context then has, unless there are many.
        """
        if not self.is_valid():
            return self.listing(columns, list, complete=complete) | {"beside": None}
        if count:
            number, rows, values = count(), keys(many=False), None
            paged = rows
        else:
            number, rows, paged, values = _counted(keys, beside, guess=bool(probably_many and probably_many()))
        paginator = Paginator(paged, per_page)
        paginator.count = min(number, MOST_LISTED)
        try:
            page = paginator.page(self.cleaned.get("page") or 1)
        except EmptyPage:
            raise Http404("This list has no such page.") from None
        context = {"filter": self, "columns": columns, "rows": rows, "page": page, "complete": complete}
        return context | {"count": paginator.count, "many": number > MOST_LISTED, "beside": values}

    @property
    def chooses_states(self):
        """Whether a parameter names states; without one, statements of organisations belong to the list, too."""
        return any(self.cleaned.get(name) for name in ("region", "subregion", "group", "borders", "state"))


class StatementFilter(CodingFilter):
    """The list of statements."""

    q = WordsFilter(method="leave", label="Words", max_length=200)
    kind = ChoicesFilter(label="Kind", method="leave", choices=lambda: StatementKind.choices, widget=Boxes)
    stance = ChoicesFilter(label="Stance", method="leave", choices=lambda: Stance.choices, widget=Boxes)
    justification = ChoicesFilter(label="Justification", method="leave")
    organisation = ChoicesFilter(label="Organisation", method="leave")
    speaker = WordsFilter(method="leave", label="Speaker", max_length=120)
    sort = SortFilter("date", "kind", "speaker", "stance")

    @cached_property
    def issuers(self):
        """The issuers whose names hold one of the words searched for."""
        return issuers_named(words_of(self.cleaned["q"]))


class ClaimFilter(ListFilter):
    """The checked claims."""

    q = WordsFilter(method="matching", label="Words", max_length=200)
    verdict = ChoicesFilter(label="Verdict", field_name="verdict", choices=lambda: Verdict.choices, widget=Boxes)
    sort = SortFilter("n", "claim", "verdict")

    def matching(self, queryset, name, value):
        return queryset.matching(value)


def _counted(keys, beside, *, guess):
    """The number of keys, or one more than is listed; all of them, as a queryset; and those listed, in their order.

    Last, the values of the columns `beside` them; None where there are many. `guess` is that there are many; then they
    are found in their order at once. One query.
    """
    rows = keys(many=guess)
    values = list((rows if guess else rows.order_by()).values_list("pk", *beside)[: MOST_LISTED + 1])
    found = [key for key, *_ in values]
    if guess:
        return len(found), rows, found, values if len(found) <= MOST_LISTED else None
    if len(found) > MOST_LISTED:
        rows = keys(many=True)
        return len(found), rows, rows, None
    # Few are only put into their order: nothing is looked up twice.
    few = rows.model.objects.filter(pk__in=found).order_by(*rows.query.order_by).values_list("pk", flat=True)
    return len(found), rows, few, values


def _known():
    """What the record itself gives to choose from, in the order of the choices; one query."""
    rows = _choices("treaty", Treaty, "slug", "name", F("position")).union(
        _choices("justification", Justification, "code", "label", F("position")),
        _choices("organisation", Organisation, "slug", "name", Value(0, IntegerField())),
        _choices("group", Group, "slug", "short_name", Value(0, IntegerField())),
    )
    return sorted((Known(*row) for row in rows), key=lambda known: (known.place, fold(known.label)))


def _choices(parameter, model, value, label, place):
    return model.objects.order_by().values_list(Value(parameter, CharField()), "pk", value, label, place)

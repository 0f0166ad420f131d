"""Query strings to states. A filter never answers a question it did not understand.

`ListFilter` is the ground of every list: strict about values, repetitions and unknown parameters, and aware of what
is applied. `PlaceFilter` adds the parameters by which lists choose states.
"""

from datetime import date

import django_filters
from django import forms
from django.core.paginator import EmptyPage, Paginator
from django.http import Http404
from django.utils.dateformat import format as date_format
from django.utils.functional import cached_property

from states.forms import StrictForm
from states.models import Group, State
from states.parameters import ChoicesFilter, DayFilter, PageFilter, SortFilter
from states.widgets import Boxes


class ListFilter(django_filters.FilterSet):
    """What every list has: a page, an order, and the means to show and undo what is applied.

    Parameters with `method="leave"` are read by whoever builds the rows, from `cleaned`.
    """

    #: Parameters without which a page is another page, not the same one seen otherwise.
    identifying = ()

    class Meta:
        form = StrictForm

    page = PageFilter(method="leave", min_value=1, max_value=1_000_000, widget=forms.HiddenInput)

    def __init__(self, data, *, today, queryset=None):
        super().__init__(data, queryset=State.objects.none() if queryset is None else queryset)
        self.today = today

    def leave(self, queryset, name, value):
        return queryset

    @property
    def cleaned(self):
        """The parameters' values; only of a valid filter."""
        return self.form.cleaned_data

    @property
    def main_fields(self):
        """The form's fields that stand open: the day, the period and the search."""
        return [self.form[name] for name in ("on", "q", "from", "to") if name in self.form.fields]

    @property
    def more_fields(self):
        """The other fields, which fold away."""
        return [field for field in self.form.visible_fields() if field not in self.main_fields]

    @property
    def more_in_use(self):
        """Whether any of the folded fields holds a value."""
        return any(any(self.data.getlist(field.name)) for field in self.more_fields)

    @property
    def unknown(self):
        """Names in the query string that mean nothing here."""
        return sorted(set(self.data) - set(self.form.fields))

    @property
    def problems(self):
        """Every reason to refuse a download: a dictionary from a parameter's name to its reasons."""
        known = ", ".join(sorted(self.form.fields))
        unknown = {name[:80]: [f"There is no such parameter here. There are: {known}."] for name in self.unknown}
        return unknown | {name: list(reasons) for name, reasons in self.form.errors.items()}

    @cached_property
    def applied(self):
        """The filters in force: (label, value in words, the query string without it) for each."""
        found = []
        cleaned = self.cleaned if self.is_valid() else {}
        for name in [name for name in self.form.fields if any(self.data.getlist(name))]:
            field = self.form.fields[name]
            labels = {str(key): label for key, label in getattr(field, "choices", ())}
            if isinstance(day := cleaned.get(name), date):
                labels = {self.data[name]: date_format(day, "j M Y")}
            for value in self.data.getlist(name) if name not in ("page", "sort") else ():
                if value:
                    found.append((field.label, labels.get(value, value[:40]), self.query(**{name: (value, None)})))
        return found

    def query(self, **changes):
        """The query string with parameters set, or with one value taken out: `name=(old, new or None)`.

        Without what means nothing here, which a page leaves aside and a download would refuse.
        """
        data = self.data.copy()
        for name in ("page", *self.unknown):
            data.pop(name, None)
        for name, (old, new) in changes.items():
            rest = [value for value in data.getlist(name) if value and value != old]
            data.setlist(name, rest if new is None else [new])
        for name in [name for name in data if not any(data.getlist(name))]:
            del data[name]
        return f"?{data.urlencode()}" if data else ""

    def listing(self, columns, rows, *, per_page=None, complete=list):
        """What a list's page and its downloads are made of.

        `rows` is a function that gives the rows, called only if every parameter is understood. `complete` adds to
        the rows that are shown what would be too costly to fetch for all. Raises Http404 for a page that does not
        exist.
        """
        known = self._in_order(list(rows()), columns) if self.is_valid() else []
        page = self.page_of(known, per_page or len(known) or 1) if self.is_valid() else None
        return {"filter": self, "columns": columns, "rows": known, "page": page, "complete": complete}

    def _in_order(self, rows, columns):
        """The rows in the order asked for, those without a value last; as they come where none is."""
        wanted = self.cleaned.get("sort")
        if not wanted:
            return rows
        column = next(column for column in columns if column.key == wanted.removeprefix("-"))
        value = column.sort or column.value
        known = [row for row in rows if value(row) not in (None, "")]
        unknown = [row for row in rows if value(row) in (None, "")]
        return sorted(known, key=value, reverse=wanted.startswith("-")) + unknown

    def page_of(self, rows, per_page):
        """The page asked for of a list or a queryset, else the first. Raises Http404 for one that does not exist."""
        try:
            return Paginator(rows, per_page).page(self.cleaned.get("page") or 1)
        except EmptyPage:
            raise Http404("This list has no such page.") from None


class DayOnlyFilter(ListFilter):
    """A page whose only question is the day."""

    on = DayFilter(method="leave", label="As at")

    @cached_property
    def day(self):
        """The day asked for, else today."""
        return (self.cleaned.get("on") if self.is_valid() else None) or self.today

    @property
    def ahead(self):
        """The day asked for, if it is still to come; else None."""
        return self.day if self.day > self.today else None

    def within(self, day):
        """Whether a day lies in the period asked for; always, where none can be."""
        return True


class PlaceFilter(DayOnlyFilter):
    """Which states a list is about, on a day."""

    q = django_filters.CharFilter(method="by_name", label="Name", max_length=200)
    region = ChoicesFilter(label="Region", field_name="subregion__parent__slug", widget=Boxes)
    subregion = ChoicesFilter(label="Subregion", field_name="subregion__slug")
    group = ChoicesFilter(label="Member of", method="in_groups", widget=Boxes)
    borders = ChoicesFilter(label="Land border with", method="bordering", widget=Boxes)
    state = ChoicesFilter(label="State", field_name="iso3")

    def __init__(self, data, *, today, queryset=None):
        super().__init__(data, today=today, queryset=queryset)
        self.known_places = list(self.places().places())
        choices = {
            "region": sorted({(place.region_slug, place.region_name) for place in self.known_places}),
            "subregion": sorted({(place.subregion_slug, place.subregion_name) for place in self.known_places}),
            "group": self.groups(),
            "borders": [(place.iso3, place.name) for place in self.known_places if place.is_neighbour],
            "state": [(place.iso3, place.name) for place in self.known_places],
        }
        # Given to the finished form: what a filter holds is copied several times on its way there.
        for name, known in choices.items():
            # A list may do without one of them.
            if name in self.form.fields:
                self.form.fields[name].choices = known

    def places(self):
        """The states to choose from."""
        return State.objects.states()

    @property
    def bordered(self):
        """The names of the states whose land borders are recorded; those of others are not."""
        return [place.name for place in self.known_places if place.is_neighbour]

    def groups(self):
        """The groups to choose from, as pairs of value and label."""
        return [(group.slug, group.short_name) for group in Group.objects.all()]

    @cached_property
    def chosen_places(self):
        """The states that the filter chooses, as plain rows, in alphabetical order."""
        chosen = set(self.qs.values_list("pk", flat=True))
        return [place for place in self.known_places if place.pk in chosen]

    def by_name(self, queryset, name, value):
        return queryset.matching(value)

    def in_groups(self, queryset, name, value):
        return queryset.in_groups_on(value, self.day) if value else queryset

    def bordering(self, queryset, name, value):
        return queryset.bordering(value) if value else queryset


class StateFilter(PlaceFilter):
    """The list of states and, on request, of other areas."""

    kind = ChoicesFilter(label="Kind", field_name="category", choices=lambda: State.Category.choices, widget=Boxes)
    sort = SortFilter("name", "official_name", "region", "subregion", "iso3")

    def places(self):
        return State.objects.all()

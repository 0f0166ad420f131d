"""Query strings of the lists of casualties: which areas, which years, which edition."""

from array import array
from datetime import date

import django_filters
from django import forms
from django.db.models import Q

from casualties.enums import FIRST_YEAR, WORLD, WORLD_PLACE
from casualties.models import Figure
from states.filters import ListFilter, PlaceFilter
from states.forms import PeriodForm
from states.models import State
from states.parameters import ChoicesFilter, SortFilter
from states.widgets import Boxes, OneOf

LATEST, ALL = "latest", "all"
#: The names that other lists have for what is chosen here; a reader may use either.
OTHER_NAMES = {"area": "state", "standing": "status"}
YEAR_WIDGET = forms.TextInput(attrs={"inputmode": "numeric", "size": 6, "maxlength": 4})


def name_used(data, own, other):
    """Which of a parameter's two names has values in a query string; its own where both have, or neither."""
    return other if any(data.getlist(other)) and not any(data.getlist(own)) else own


class YearField(forms.RegexField):
    """A year in the digits 0 to 9, or None."""

    def __init__(self, **kwargs):
        errors = {"invalid": f"Write a year with four digits, {FIRST_YEAR} or later."}
        super().__init__(r"^[0-9]{4}\Z", error_messages=errors, widget=YEAR_WIDGET, **kwargs)

    def clean(self, value):
        text = super().clean(value)
        if text and int(text) < FIRST_YEAR:
            raise forms.ValidationError(self.error_messages["invalid"])
        return int(text) if text else None


class YearFilter(django_filters.Filter):
    """A data year."""

    field_class = YearField


class EditionField(forms.ChoiceField):
    """The newest edition of every figure, all editions, or one by its year."""

    def validate(self, value):
        if value and value != LATEST and value not in dict(self.choices):
            raise forms.ValidationError(f"Expected {LATEST}, {ALL} or the year of an edition, such as 2025.")


class EditionFilter(django_filters.Filter):
    field_class = EditionField


class PeriodFilter(ListFilter):
    """A list of data years within a period, both ends included."""

    class Meta:
        form = PeriodForm

    @classmethod
    def get_filters(cls):
        # "from" is a word of the language and cannot be the name of an attribute.
        period = {
            "from": YearFilter(method="leave", label="Data year from"),
            "to": YearFilter(method="leave", label="to"),
        }
        return super().get_filters() | period

    @property
    def years(self):
        """The first and last data year asked for."""
        return self.cleaned.get("from") or FIRST_YEAR, self.cleaned.get("to") or self.today.year

    @property
    def covers(self):
        """The data years asked for as a span, such as "1999/2024"; "1999/.." without an end."""
        cleaned = self.cleaned if self.is_valid() else {}
        return f"{cleaned.get('from') or FIRST_YEAR}/{cleaned.get('to') or '..'}"


class StandingYearsFilter(PeriodFilter):
    """The years of the split by treaty standing."""

    sort = SortFilter("year", "world", "states_parties", "withdrawn", "not_party")


class FigureFilter(PeriodFilter, PlaceFilter):
    """Casualty figures of the world, of states and of other areas.

    `area` may be asked for as `state`, `standing` as `status`: the same values. The field bears the name that the
    reader uses, and so does whatever is made of it: reasons, links, chips. Where both names have values, the field
    keeps its own name and any value of either is meant, as where one name is repeated.
    """

    state = None
    area = ChoicesFilter(label="State or area", method="in_areas")
    edition = EditionFilter(method="leave", label="Edition", widget=OneOf)
    standing = ChoicesFilter(label="Treaty standing", method="standing_so", widget=Boxes)
    sort = SortFilter("year", "edition", "area", "region", "total", "killed", "injured")

    def __init__(self, data, *, today, standings):
        self.names = {own: name_used(data, own, other) for own, other in OTHER_NAMES.items()}
        # Set before the form is made of them.
        self.base_filters = {self.names.get(own, own): one for own, one in self.base_filters.items()}
        super().__init__(self._under_one_name(data), today=today, queryset=State.objects.all())
        self.standings, fields = standings, self.form.fields
        state_choices = [(place.iso3, place.name) for place in self.known_places]
        fields[self.names["area"]].choices = [(WORLD, "The world"), *state_choices]
        fields[self.names["standing"]].choices = standings.choices
        newest = range(today.year, FIRST_YEAR, -1)
        editions = [(str(year), f"Landmine Monitor {year}") for year in newest]
        fields["edition"].choices = [("", "newest of each"), (ALL, "all"), *editions]
        fields["on"].label = "Standing and groups as at"

    def _under_one_name(self, data):
        """The query string with the values of both names under the one that the field bears, each once."""
        data = data.copy()
        for own, other in OTHER_NAMES.items():
            if own in data or other in data:
                values = [*data.pop(own, []), *data.pop(other, [])]
                data.setlist(self.names[own], list(dict.fromkeys(values)))
        return data

    def places(self):
        """Other areas have figures too."""
        return State.objects.all()

    def in_areas(self, queryset, name, value):
        return queryset.filter(iso3__in=value) if value else queryset

    def standing_so(self, queryset, name, value):
        if not value:
            return queryset
        return queryset.filter(pk__in=self.standings.states_with(value, self.day, self.all_states))

    @property
    def all_states(self):
        """The primary keys of every state, without the other areas."""
        return [place.pk for place in self.known_places if place.category == State.Category.STATE]

    @property
    def edition_asked(self):
        return self.cleaned.get("edition") or LATEST

    @property
    def areas(self):
        """The codes of the areas asked for; none where the list is not about single ones."""
        return self.cleaned.get(self.names["area"]) or []

    @property
    def chooses_places(self):
        """Whether the list is about some areas only."""
        names = ("q", "region", "subregion", "group", "borders", *self.names.values())
        return any(self.cleaned.get(name) for name in names)

    @property
    def single_area(self):
        """The one area a list is about: its code; the world's where no place is chosen; None for several."""
        if not self.chooses_places:
            return WORLD
        return self.areas[0] if len(self.areas) == 1 else None

    def figures(self):
        """The published figures that the parameters choose, in the order asked for."""
        first, last = self.years
        figures = Figure.objects.published().filter(data_year__gte=first, data_year__lte=last)
        if self.edition_asked == LATEST:
            figures = figures.latest()
        elif self.edition_asked != ALL:
            figures = figures.filter(edition=int(self.edition_asked))
        return self._in_places(figures).listed(self.cleaned.get("sort"))

    def _in_places(self, figures):
        if not self.chooses_places:
            return figures
        world = Q(place=WORLD_PLACE) if WORLD in self.areas else Q(pk__in=[])
        return figures.filter(world | Q(area__in=self.qs.order_by().values("pk")))

    def listing(self, columns, rows, *, per_page=None, complete=list):
        """As every list, but of the figures' primary keys, already in order: a million of them need 8 megabytes."""
        known = array("q", rows()) if self.is_valid() else array("q")
        page = self.page_of(known, per_page or len(known) or 1) if self.is_valid() else None
        return {"filter": self, "columns": columns, "rows": known, "page": page, "complete": complete}


class YearFigureFilter(FigureFilter):
    """The figures of one data year; its day is the last of that year where none is asked for."""

    def __init__(self, data, *, today, standings, year):
        self.data_year = year
        super().__init__(data, today=today, standings=standings)

    @classmethod
    def get_filters(cls):
        return {name: one for name, one in super().get_filters().items() if name not in ("from", "to")}

    @property
    def day(self):
        asked = self.cleaned.get("on") if self.is_valid() else None
        return asked or min(self.today, date(self.data_year, 12, 31))

    @property
    def years(self):
        return self.data_year, self.data_year

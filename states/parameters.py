"""The parameters of which query strings are made: known values, a day, an order, a page."""

import django_filters
from django import forms

from states.forms import ChoicesField, DayField
from states.widgets import ManyOf, OneOf


class ChoicesFilter(django_filters.MultipleChoiceFilter):
    """Any of the known values, to choose in a box; `widget=Boxes` where they are few."""

    field_class = ChoicesField

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"widget": ManyOf} | kwargs)


class DayFilter(django_filters.Filter):
    """A day as year-month-day."""

    field_class = DayField


class SortFilter(django_filters.ChoiceFilter):
    """An order by the columns with these keys; a leading hyphen descends."""

    def __init__(self, *keys, **kwargs):
        names = {key: key.replace("_", " ") for key in keys}
        choices = list(names.items()) + [(f"-{key}", f"{name}, descending") for key, name in names.items()]
        message = f"Expected one of: {', '.join(keys)}; with a hyphen before it, descending."
        errors = {"invalid_choice": message}
        super().__init__(
            method="leave",
            label="Order",
            # A function, because a list would be copied for every request.
            choices=lambda: choices,
            empty_label="as listed",
            error_messages=errors,
            widget=OneOf,
            **kwargs,
        )


class PageFilter(django_filters.Filter):
    """The number of a page, from 1."""

    field_class = forms.IntegerField

"""The rows of the reference list: data/regions.csv, states.csv, aliases.csv, groups.csv, memberships.csv, borders.csv.

Each form reads one row; its fields are the file's columns and its cleaned data the model's attributes, in which a
related row is named by its key.
"""

from django import forms

from states.forms import DayField as AskedDayField
from states.models import Alias, Group, LandBorder, Membership, Region, State

BRACKETS = "Square brackets mark a participant that has withdrawn: record the withdrawal as an act of its own."


class CodeField(forms.RegexField):
    """A state's ISO 3166-1 alpha-3 code."""

    def __init__(self, **kwargs):
        super().__init__(r"^[A-Z]{3}$", error_messages={"invalid": "Three capital letters, such as POL."}, **kwargs)

    def to_python(self, value):
        return refuse_brackets(super().to_python(value))


class DayField(AskedDayField):
    """A day as year-month-day."""

    def to_python(self, value):
        return super().to_python(refuse_brackets(value))


class KeysField(forms.CharField):
    """Keys of other rows joined by "|", none of them twice; an empty list where there is nothing."""

    def clean(self, value):
        text = super().clean(value)
        keys = text.split("|") if text else []
        for key in keys:
            if keys.count(key) > 1:
                raise forms.ValidationError(f"“{key[:80]}” is named twice.")
        return keys


def refuse_brackets(text):
    """The text itself, or a ValidationError: the depositary's brackets carry a meaning that must not get lost."""
    if "[" in text or "]" in text:
        raise forms.ValidationError(BRACKETS)
    return text


class RegionRow(forms.Form):
    file = "regions.csv"
    model = Region
    identity = ("slug",)

    slug = forms.SlugField(max_length=60)
    name = forms.CharField(max_length=60)
    parent = forms.SlugField(required=False)
    sources = KeysField()


class StateRow(forms.Form):
    file = "states.csv"
    model = State
    identity = ("iso3",)

    iso3 = CodeField()
    iso2 = forms.RegexField(r"^[A-Z]{2}$", required=False)
    m49 = forms.RegexField(r"^[0-9]{3}$", required=False)
    slug = forms.SlugField(max_length=60)
    name = forms.CharField(max_length=60, validators=[refuse_brackets])
    article = forms.ChoiceField(choices=[("the", "the")], required=False)
    official_name = forms.CharField(max_length=100, required=False, validators=[refuse_brackets])
    category = forms.ChoiceField(choices=State.Category.choices)
    subregion = forms.SlugField()
    latitude = forms.DecimalField(max_digits=7, decimal_places=4, min_value=-90, max_value=90, required=False)
    longitude = forms.DecimalField(max_digits=7, decimal_places=4, min_value=-180, max_value=180, required=False)
    note = forms.CharField(max_length=300, required=False)
    sources = KeysField()


class AliasRow(forms.Form):
    file = "aliases.csv"
    model = Alias
    identity = ("state", "name")
    columns = {"state": "iso3"}

    iso3 = CodeField()
    name = forms.CharField(max_length=80)

    def clean(self):
        values = super().clean()
        return {"state": values.get("iso3"), "name": values.get("name")}


class GroupRow(forms.Form):
    file = "groups.csv"
    model = Group
    identity = ("slug",)

    slug = forms.SlugField(max_length=20)
    name = forms.CharField(max_length=100)
    short_name = forms.CharField(max_length=20)
    note = forms.CharField(max_length=500, required=False)
    sources = KeysField()


class MembershipRow(forms.Form):
    file = "memberships.csv"
    model = Membership
    identity = ("group", "state", "since")
    columns = {"state": "iso3"}

    group = forms.SlugField()
    iso3 = CodeField()
    since = DayField()
    until = DayField(required=False)
    sources = KeysField()

    def clean(self):
        values = super().clean()
        values["state"] = values.pop("iso3", None)
        return values


class LandBorderRow(forms.Form):
    file = "borders.csv"
    model = LandBorder
    identity = ("state", "neighbour")
    columns = {"state": "iso3"}

    iso3 = CodeField()
    neighbour = CodeField()
    sources = KeysField()

    def clean(self):
        values = super().clean()
        values["state"] = values.pop("iso3", None)
        return values


ROWS = [RegionRow, StateRow, AliasRow, GroupRow, MembershipRow, LandBorderRow]

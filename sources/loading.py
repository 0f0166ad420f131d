"""The rows of data/sources.csv, and the cells of one of a few known values in the files of every floor above."""

from django import forms

from sources.dates import PartialDateField
from sources.models import KEY, Source, is_web_address


class KnownField(forms.ChoiceField):
    """One of the known values; an unknown one is an error that names the known."""

    def __init__(self, known):
        values = [str(one) for one in known]
        message = f"This is not known. Known are: {', '.join(values)}."
        super().__init__(choices=[(one, one) for one in values], error_messages={"invalid_choice": message})


class FlagField(KnownField):
    """`true` or `false`."""

    def __init__(self):
        super().__init__(["true", "false"])

    def clean(self, value):
        return super().clean(value) == "true"


class SourceRow(forms.Form):
    file = "sources.csv"
    model = Source
    identity = ("key",)

    key = forms.RegexField(KEY, max_length=80)
    publisher = forms.CharField(max_length=200)
    title = forms.CharField(max_length=500)
    url = forms.CharField(max_length=1000, required=False, validators=[is_web_address])
    date = PartialDateField(required=False)
    archived_url = forms.CharField(max_length=1000, required=False, validators=[is_web_address])
    citable = FlagField()

    def clean(self):
        values = super().clean()
        if published := values.get("date"):
            return values | {"date": published.day, "date_precision": published.precision}
        return values | {"date_precision": ""}


ROWS = [SourceRow]

"""The rows of data/sources.csv."""

from django import forms

from sources.dates import PartialDateField
from sources.models import KEY, Source, is_web_address


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
    citable = forms.TypedChoiceField(choices=[("true", "true"), ("false", "false")], coerce="true".__eq__)

    def clean(self):
        values = super().clean()
        if published := values.get("date"):
            return values | {"date": published.day, "date_precision": published.precision}
        return values | {"date_precision": ""}


ROWS = [SourceRow]

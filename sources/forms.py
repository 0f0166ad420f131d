"""The analysts' forms of publications, their dates as far as known."""

from collections.abc import Callable, Iterable

from django import forms

from sources.dates import PartialDateField
from sources.models import Source


class PublishedForm(forms.ModelForm):
    """A publication, its date written as far as it is known."""

    published = PartialDateField(label="Published", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("published", str(self.instance.published or ""))

    def clean(self):
        values = super().clean()
        published = values.get("published")
        self.instance.date = published.day if published else None
        self.instance.date_precision = published.precision if published else ""
        return values


#: What the floors above, which a source knows nothing of, have against a source that can or cannot be cited: each is
#: asked with the source and the value typed, and gives its reasons. They add themselves, as treaties.forms does.
OBJECTIONS: list[Callable[[Source, bool], Iterable[str]]] = []


class SourceForm(PublishedForm):
    class Meta:
        model = Source
        fields = ["key", "publisher", "title", "url", "archived_url", "citable"]

    def clean_citable(self):
        """Facts come and go with this switch; refuse where what would be left of them cannot stand."""
        citable = self.cleaned_data["citable"]
        if self.instance.pk and "citable" in self.changed_data:
            reasons = [reason for objection in OBJECTIONS for reason in objection(self.instance, citable)]
            if reasons:
                raise forms.ValidationError(reasons)
        return citable

"""Where analysts keep the bibliography."""

from django import forms
from django.contrib import admin
from simple_history.admin import SimpleHistoryAdmin

from sources.dates import PartialDateField
from sources.models import Source


class SourceForm(forms.ModelForm):
    """A source, its date written as far as it is known."""

    published = PartialDateField(label="Published", required=False)

    class Meta:
        model = Source
        fields = ["key", "publisher", "title", "url", "archived_url", "citable"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("published", str(self.instance.published or ""))

    def clean(self):
        values = super().clean()
        published = values.get("published")
        self.instance.date = published.day if published else None
        self.instance.date_precision = published.precision if published else ""
        return values


@admin.register(Source)
class SourceAdmin(SimpleHistoryAdmin):
    form = SourceForm
    list_display = ["key", "publisher", "title", "published", "citable"]
    list_filter = ["citable", "date_precision"]
    date_hierarchy = "date"
    # The search itself is `matching`, which folds accents; this only switches the search box on.
    search_fields = ["pk"]
    fieldsets = [
        ("The document", {"fields": ["key", "publisher", "title", "published"]}),
        ("Where it is", {"fields": ["url", "archived_url"]}),
        ("How far it carries", {"fields": ["citable"]}),
    ]

    def get_search_results(self, request, queryset, search_term):
        return (queryset.matching(search_term) if search_term else queryset), False

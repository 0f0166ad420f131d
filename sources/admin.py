"""Where analysts keep the bibliography."""

from django.contrib import admin
from simple_history.admin import SimpleHistoryAdmin

from sources.forms import SourceForm
from sources.models import Source


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

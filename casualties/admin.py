"""Where analysts keep editions and figures, import an edition, and see what the checks find."""

import csv
import io

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from import_export.admin import ImportMixin
from openpyxl import Workbook
from simple_history.admin import SimpleHistoryAdmin

from casualties.checks import violations
from casualties.enums import Dimension, Rule
from casualties.forms import ContaminationForm, EditionForm, FigureForm, UploadForm
from casualties.models import Contamination, Edition, Figure, Stockpile
from casualties.records import all_rows
from casualties.resources import COLUMNS, FORMATS, FigureResource
from casualties.uploads import Unreadable
from sources.models import Source
from states.models import State

XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class PublishedFilter(admin.SimpleListFilter):
    title = "whether the public sees it"
    parameter_name = "published"

    def lookups(self, request, model_admin):
        return [("yes", "shown"), ("no", "not shown"), ("beside", "beside a preferred figure")]

    def queryset(self, request, queryset):
        shown = queryset.model.objects.published().values("pk")
        if self.value() == "yes":
            return queryset.filter(pk__in=shown)
        if self.value() == "no":
            return queryset.exclude(pk__in=shown)
        return queryset.filter(preferred=False) if self.value() == "beside" else queryset


class AreaSearch:
    """Found by the names of the area, whatever the case and accents, alike on every database."""

    # The search itself is below; this switches the search box on.
    search_fields = ["pk"]

    def get_search_results(self, request, queryset, search_term):
        return (queryset.filter(area__in=State.objects.matching(search_term)) if search_term else queryset), False


@admin.register(Edition)
class EditionAdmin(SimpleHistoryAdmin):
    form = EditionForm
    list_display = ["year", "data_year", "published"]
    date_hierarchy = "date"
    search_fields = ["year"]
    autocomplete_fields = ["sources"]
    fieldsets = [
        ("The edition", {"fields": ["year", "published", "note"]}),
        ("Sources", {"fields": ["sources"]}),
    ]


@admin.register(Figure)
class FigureAdmin(ImportMixin, SimpleHistoryAdmin):
    form = FigureForm
    list_display = ["__str__", "total", "killed", "injured", "unknown", "preferred", "source"]
    list_filter = [PublishedFilter, "edition", "data_year"]
    list_select_related = ["area", "edition", "source"]
    search_fields = ["pk"]
    autocomplete_fields = ["area", "edition", "source", "confirmed_by"]
    fieldsets = [
        ("What it is of", {"fields": ["data_year", "edition", "area"]}),
        ("Total", {"fields": ["qualifier", "total", "areas_with_casualties"]}),
        *((dimension.label, {"fields": [tuple(dimension.columns)]}) for dimension in Dimension),
        ("Where sources differ", {"fields": ["preferred", "preferred_because"]}),
        ("What readers see", {"fields": ["note", "withheld_because"]}),
        ("Sources", {"fields": ["source", "confirmed_by"]}),
    ]
    import_form_class = UploadForm
    import_template_name = "admin/casualties/figure/import.html"
    import_export_change_list_template = "admin/casualties/figure/change_list.html"

    def get_search_results(self, request, queryset, search_term):
        """By area or source, whatever the case and accents, alike on every database."""
        if not search_term:
            return queryset, False
        areas, sources = State.objects.matching(search_term), Source.objects.matching(search_term)
        return queryset.filter(Q(area__in=areas) | Q(source__in=sources)), False

    def get_urls(self):
        return [
            path("checks/", self.admin_site.admin_view(self.checks), name="casualties_figure_checks"),
            path("template.csv", self.admin_site.admin_view(template_csv), name="casualties_figure_template_csv"),
            path("template.xlsx", self.admin_site.admin_view(template_xlsx), name="casualties_figure_template_xlsx"),
            *super().get_urls(),
        ]

    def checks(self, request):
        """What the checks find in the record, the unexplained first; also in figures that are withheld."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        found = violations(list(all_rows()), timezone.localdate().year)
        rules = [
            {
                "rule": rule,
                "found": sorted((one for one in found if one.rule is rule), key=lambda one: one.is_explained),
            }
            for rule in Rule
        ]
        context = self.admin_site.each_context(request)
        context |= {"title": "Checks of the casualty figures", "opts": self.opts, "rules": rules, "found": len(found)}
        return TemplateResponse(request, "admin/casualties/figure/checks.html", context)

    def has_import_permission(self, request):
        return self.has_add_permission(request) and self.has_change_permission(request)

    def get_import_formats(self):
        return FORMATS

    def get_import_resource_classes(self, request):
        return [FigureResource]

    def get_import_resource_kwargs(self, request, **kwargs):
        return {"this_year": timezone.localdate().year}

    def get_import_data_kwargs(self, **kwargs):
        return super().get_import_data_kwargs(**kwargs) | {"rollback_on_validation_errors": True}

    def add_data_read_fail_error_to_form(self, form, e):
        reason = str(e) if isinstance(e, Unreadable) else "The file cannot be read."
        form.add_error("import_file", reason)

    def process_import(self, request, **kwargs):
        """The confirmed import; what was uploaded may be gone by then, or no longer fit the record."""
        try:
            return super().process_import(request, **kwargs)
        except (FileNotFoundError, IsADirectoryError, Unreadable):
            messages.error(request, "The uploaded file is no longer there. Nothing was saved; please upload it again.")
            return HttpResponseRedirect(reverse("admin:casualties_figure_import"))

    def process_result(self, result, request):
        if result.has_errors() or result.has_validation_errors():
            messages.error(request, "The record changed in the meantime. Nothing was saved; please upload it again.")
            return HttpResponseRedirect(reverse("admin:casualties_figure_import"))
        return super().process_result(result, request)


@admin.register(Contamination)
class ContaminationAdmin(AreaSearch, SimpleHistoryAdmin):
    form = ContaminationForm
    list_display = ["area", "extent", "as_of_year", "deadline"]
    list_filter = [PublishedFilter, "extent", "as_of_year"]
    list_select_related = ["area"]
    date_hierarchy = "deadline"
    autocomplete_fields = ["area", "sources", "deadline_sources"]
    fieldsets = [
        ("Contaminated land", {"fields": ["area", "extent", "as_of_year", "note", "sources"]}),
        ("Clearance deadline", {"fields": ["deadline", "deadline_sources"]}),
    ]


@admin.register(Stockpile)
class StockpileAdmin(AreaSearch, SimpleHistoryAdmin):
    list_display = ["area", "kind", "amount", "qualifier", "as_of_year"]
    list_filter = [PublishedFilter, "kind", "as_of_year"]
    list_select_related = ["area"]
    autocomplete_fields = ["area", "sources"]
    fieldsets = [
        ("The stockpile", {"fields": ["area", "kind", "qualifier", "amount", "as_of_year", "note"]}),
        ("Sources", {"fields": ["sources"]}),
    ]


def template_csv(request):
    """An empty file with the header that an import needs."""
    text = io.StringIO()
    csv.writer(text).writerow(COLUMNS)
    response = HttpResponse(text.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="casualties-template.csv"'
    return response


def template_xlsx(request):
    """The same as a workbook."""
    book = Workbook()
    book.active.append(COLUMNS)
    book.active.freeze_panes = "A2"
    content = io.BytesIO()
    book.save(content)
    response = HttpResponse(content.getvalue(), content_type=XLSX_TYPE)
    response["Content-Disposition"] = 'attachment; filename="casualties-template.xlsx"'
    return response

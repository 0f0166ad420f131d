"""Where analysts keep what was said, what it is taken to state, and what is claimed about it."""

from django.contrib import admin
from simple_history.admin import SimpleHistoryAdmin

from statements.forms import ClaimForm, CodingForm, CodingFormSet, StatementForm
from statements.models import Claim, Coding, Justification, Organisation, Statement
from treaties.admin import CountsFilter
from treaties.models import Treaty


class CodingInline(admin.TabularInline):
    model = Coding
    form = CodingForm
    formset = CodingFormSet
    extra = 1
    autocomplete_fields = ["justification", "state"]


@admin.register(Statement)
class StatementAdmin(SimpleHistoryAdmin):
    form = StatementForm
    list_display = ["title", "when", "kind", "stance", "regarding", "retired_on"]
    list_filter = [CountsFilter, "kind", "stance", "regarding", "treaty"]
    date_hierarchy = "date"
    # The search itself is `matching`, which folds accents; this only switches the search box on.
    search_fields = ["pk"]
    autocomplete_fields = ["states", "organisations", "treaty", "answers", "sources"]
    inlines = [CodingInline]
    fieldsets = [
        ("Who said it, and when", {"fields": ["states", "organisations", "speaker", "role", "when", "kind"]}),
        ("The words", {"fields": ["title", "quote", "language", "translated_by", "summary"]}),
        ("What it is about", {"fields": ["treaty", "regarding", "stance", "answers"]}),
        ("Where it comes from", {"fields": ["sources", "key"]}),
        ("Retire it", {"fields": ["retired_on", "retired_because"], "classes": ["collapse"]}),
        ("If it looks like another", {"fields": ["save_anyway"]}),
    ]

    def get_changeform_initial_data(self, request):
        return {"treaty": Treaty.objects.first()} | super().get_changeform_initial_data(request)

    def get_search_results(self, request, queryset, search_term):
        return (queryset.matching(search_term) if search_term else queryset), False

    def save_formset(self, request, form, formset, change):
        formset.coder = request.user
        formset.save()

    @admin.display(description="date", ordering="date")
    def when(self, statement):
        return statement.when.text


@admin.register(Justification)
class JustificationAdmin(SimpleHistoryAdmin):
    list_display = ["label", "kind", "position", "code"]
    list_filter = ["kind"]
    search_fields = ["label", "code"]
    fieldsets = [
        ("The justification", {"fields": ["label", "kind", "definition", "position", "code"]}),
    ]


@admin.register(Organisation)
class OrganisationAdmin(SimpleHistoryAdmin):
    list_display = ["name", "slug"]
    search_fields = ["name", "search_text"]
    fieldsets = [("The organisation", {"fields": ["name", "also_known_as", "slug"]})]

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else {"slug": ["name"]}


@admin.register(Claim)
class ClaimAdmin(SimpleHistoryAdmin):
    form = ClaimForm
    list_display = ["position", "claim", "verdict", "claimant", "retired_on"]
    list_display_links = ["claim"]
    list_filter = [CountsFilter, "verdict"]
    # The search itself is `matching`, which folds accents; this only switches the search box on.
    search_fields = ["pk"]
    autocomplete_fields = ["sources"]
    fieldsets = [
        ("The claim", {"fields": ["claim", "claimant", "made_on"]}),
        ("What the record says", {"fields": ["verdict", "finding", "page", "sources"]}),
        ("Its place", {"fields": ["position", "key"]}),
        ("Retire it", {"fields": ["retired_on", "retired_because"], "classes": ["collapse"]}),
    ]

    def get_search_results(self, request, queryset, search_term):
        return (queryset.matching(search_term) if search_term else queryset), False

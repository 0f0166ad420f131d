"""Where analysts keep the record of acts."""

from django.contrib import admin
from django.db.models import Q
from django.utils import timezone
from simple_history.admin import SimpleHistoryAdmin

from sources.dates import in_text
from sources.models import Source
from states.models import State, fold
from treaties.enums import CONSENT_KINDS, ActKind
from treaties.forms import ActForm, ReportedDateFormSet, StepForm, TallyForm, TallyFormSet, TreatyForm
from treaties.models import Act, ReportedDate, Step, Tally, Treaty
from treaties.notices import effect_of, effects_of_notices
from treaties.status import timeline


class CountsFilter(admin.SimpleListFilter):
    """What the public pages count, and the two reasons for which they do not count a row."""

    title = "whether it counts"
    parameter_name = "counts"

    def lookups(self, request, model_admin):
        return [("yes", "published"), ("retired", "retired"), ("no", "without a source that can be cited")]

    def queryset(self, request, queryset):
        if self.value() == "yes":
            return queryset.published()
        if self.value() == "retired":
            return queryset.exclude(retired_on=None)
        if self.value() == "no":
            return queryset.filter(retired_on=None).exclude(pk__in=queryset.model.objects.published())
        return queryset


class ReportedDateInline(admin.TabularInline):
    model = ReportedDate
    formset = ReportedDateFormSet
    extra = 0
    autocomplete_fields = ["sources"]
    verbose_name = "other reported date"


@admin.register(Treaty)
class TreatyAdmin(SimpleHistoryAdmin):
    form = TreatyForm
    list_display = ["name", "depositary_reference", "opened_on", "in_force_on", "checked_on"]
    list_filter = ["checked_on"]
    date_hierarchy = "opened_on"
    search_fields = ["name", "title", "also_known_as"]
    autocomplete_fields = ["sources"]
    fieldsets = [
        ("The treaty", {"fields": ["name", "noun", "title", "slug", "position", "depositary_reference"]}),
        ("Other names", {"fields": ["also_known_as"]}),
        ("Adoption", {"fields": ["adopted_on", "adopted_at"]}),
        ("Signature", {"fields": ["opened_on", "opened_at", "signature_closed_on"]}),
        ("Its entry into force", {"fields": ["consents_required", "consents_reached_on", "in_force_on"]}),
        ("Entry into force for a state", {"fields": ["entry_months", "entry_article"]}),
        ("Withdrawal", {"fields": ["withdrawal_months", "conflict_bars_withdrawal", "withdrawal_article"]}),
        ("What the record rests on", {"fields": ["sources", "checked_on", "coverage_note"]}),
    ]  # fmt: skip


@admin.register(Act)
class ActAdmin(SimpleHistoryAdmin):
    form = ActForm
    list_display = ["state", "kind", "date", "treaty", "effective_on", "retired_on"]
    list_filter = [CountsFilter, "treaty", "kind"]
    list_select_related = ["state", "treaty"]
    date_hierarchy = "date"
    search_fields = ["pk"]
    autocomplete_fields = ["treaty", "state", "sources"]
    inlines = [ReportedDateInline]
    readonly_fields = ["computed_effect"]
    fieldsets = [
        ("The act", {"fields": ["treaty", "state", "kind", "date", "sources", "note"]}),
        ("Its effect", {"fields": ["computed_effect", "effective_on", "effective_reason"]}),
        ("Where sources differ", {"fields": ["preferred_because"]}),
        ("Retire it", {"fields": ["retired_on", "retired_because"], "classes": ["collapse"]}),
    ]

    def get_search_results(self, request, queryset, search_term):
        """By state or source, whatever the case and accents, alike on every database."""
        if not search_term:
            return queryset, False
        cited = Act.sources.through.objects.filter(source__in=Source.objects.matching(search_term)).values("act")
        return queryset.filter(Q(state__in=State.objects.matching(search_term)) | Q(pk__in=cited)), False

    @admin.display(description="computed effect")
    def computed_effect(self, act):
        """The day the act takes effect under the treaty's rules, and why."""
        if act.pk is None:
            return "Shown once the act is saved."
        acts = Act.objects.published().filter(treaty=act.treaty, state=act.state)
        rules = act.treaty.rules
        if act.kind in CONSENT_KINDS:
            why = f"first day of month {rules.entry_months} after the month of deposit ({act.treaty.entry_article})"
        elif act.kind == ActKind.WITHDRAWAL:
            why = f"{rules.withdrawal_months} months after the receipt ({act.treaty.withdrawal_article})"
        else:
            return "An act of this kind has no day of effect."
        day = effect_of(act, effects_of_notices(timeline(acts, rules), timezone.localdate()), rules)
        if act.effective_on:
            return f"{in_text(act.effective_on)}, as recorded: {act.effective_reason}"
        return f"{in_text(day)}: {why}" if day else "No day: taken back, or held by an armed conflict."


class TallyInline(admin.StackedInline):
    model = Tally
    form = TallyForm
    formset = TallyFormSet
    extra = 0
    autocomplete_fields = ["sources"]
    fieldsets = [
        (None, {"fields": [("in_favour", "against", "abstained", "absent"), ("seats", "majority_needed"), "sources"]}),
        ("Where reports differ", {"fields": ["preferred", "reason"]}),
    ]


@admin.register(Step)
class StepAdmin(SimpleHistoryAdmin):
    form = StepForm
    list_display = ["state", "kind", "when", "title", "treaty", "retired_on"]
    list_filter = [CountsFilter, "treaty", "kind"]
    list_select_related = ["state", "treaty"]
    date_hierarchy = "date"
    # The search itself is `get_search_results`, which folds accents; this only switches the search box on.
    search_fields = ["pk"]
    autocomplete_fields = ["treaty", "state", "concerns", "sources"]
    inlines = [TallyInline]
    fieldsets = [
        ("The step", {"fields": ["treaty", "state", "kind", "when", "title", "detail", "sources"]}),
        ("For an objection", {"fields": ["concerns"]}),
        ("Retire it", {"fields": ["retired_on", "retired_because"], "classes": ["collapse"]}),
    ]

    def get_search_results(self, request, queryset, search_term):
        """By state, words or source, whatever the case and accents, alike on every database."""
        if not search_term:
            return queryset, False
        cited = Step.sources.through.objects.filter(source__in=Source.objects.matching(search_term)).values("step")
        found = Q(state__in=State.objects.matching(search_term)) | Q(pk__in=cited)
        # A term made of signs alone folds to nothing, which every text contains.
        if words := fold(search_term):
            found |= Q(search_text__contains=words)
        return queryset.filter(found), False

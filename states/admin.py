"""Where analysts keep the reference list."""

from django.contrib import admin
from django.db.models import Q
from simple_history.admin import SimpleHistoryAdmin

from states.models import Alias, Group, LandBorder, Membership, Region, State


class AliasInline(admin.TabularInline):
    model = Alias
    extra = 0


class MembershipInline(admin.TabularInline):
    model = Membership
    extra = 0
    autocomplete_fields = ["group", "sources"]


@admin.register(Region)
class RegionAdmin(SimpleHistoryAdmin):
    list_display = ["name", "parent"]
    list_filter = ["parent"]
    search_fields = ["name"]
    autocomplete_fields = ["parent", "sources"]
    fieldsets = [("The region", {"fields": ["name", "slug", "parent"]}), ("Sources", {"fields": ["sources"]})]


@admin.register(State)
class StateAdmin(SimpleHistoryAdmin):
    list_display = ["name", "iso3", "subregion", "category"]
    list_filter = ["category", "subregion__parent", "subregion"]
    list_select_related = ["subregion"]
    # The search itself is `matching`, which folds accents and knows aliases; this switches the search box on.
    search_fields = ["pk"]
    autocomplete_fields = ["subregion", "sources"]
    inlines = [AliasInline, MembershipInline]
    fieldsets = [
        ("Names", {"fields": ["name", "article", "official_name", "slug"]}),
        ("Codes", {"fields": ["iso3", "iso2", "m49"]}),
        ("Place", {"fields": ["category", "subregion", "latitude", "longitude", "note"]}),
        ("Sources", {"fields": ["sources"]}),
    ]

    def get_search_results(self, request, queryset, search_term):
        return (queryset.matching(search_term) if search_term else queryset), False


@admin.register(Group)
class GroupAdmin(SimpleHistoryAdmin):
    list_display = ["short_name", "name"]
    search_fields = ["short_name", "name"]
    autocomplete_fields = ["sources"]
    fieldsets = [
        ("The group", {"fields": ["name", "short_name", "slug", "note"]}),
        ("Sources", {"fields": ["sources"]}),
    ]


@admin.register(Membership)
class MembershipAdmin(SimpleHistoryAdmin):
    list_display = ["state", "group", "since", "until"]
    list_filter = ["group"]
    list_select_related = ["state", "group"]
    date_hierarchy = "since"
    search_fields = ["pk"]
    autocomplete_fields = ["state", "group", "sources"]
    fieldsets = [
        ("Who belongs to what", {"fields": ["state", "group"]}),
        ("When", {"fields": ["since", "until"]}),
        ("Sources", {"fields": ["sources"]}),
    ]

    def get_search_results(self, request, queryset, search_term):
        states = State.objects.matching(search_term)
        return (queryset.filter(state__in=states) if search_term else queryset), False


@admin.register(LandBorder)
class LandBorderAdmin(SimpleHistoryAdmin):
    list_display = ["state", "neighbour"]
    list_filter = ["neighbour"]
    list_select_related = ["state", "neighbour"]
    search_fields = ["pk"]
    autocomplete_fields = ["state", "neighbour", "sources"]
    fieldsets = [("The border", {"fields": ["state", "neighbour"]}), ("Sources", {"fields": ["sources"]})]

    def get_search_results(self, request, queryset, search_term):
        states = State.objects.matching(search_term)
        found = queryset.filter(Q(state__in=states) | Q(neighbour__in=states))
        return (found if search_term else queryset), False

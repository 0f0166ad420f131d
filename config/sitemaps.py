"""Every page a search engine should know, part by part."""

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from casualties.models import Figure
from sources.models import Source
from statements.models import Justification, Statement
from states.models import State
from treaties.models import Treaty

PAGES = [
    *("home", "treaties:list", "states:list", "statements:list", "statements:justifications", "statements:claims"),
    *("casualties:list", "casualties:standing", "sources", "data", "about", "accessibility", "design"),
    *("compare", "search"),
]
OF_A_TREATY = ["treaties:detail", "treaties:status", "treaties:map", "treaties:withdrawals", "treaties:record"]


class PageSitemap(Sitemap):
    """The pages that stand whatever the record holds."""

    def items(self):
        return PAGES

    def location(self, item):
        return reverse(item)


class TreatySitemap(Sitemap):
    """Each treaty's pages."""

    def items(self):
        return [(name, slug) for slug in Treaty.objects.values_list("slug", flat=True) for name in OF_A_TREATY]

    def location(self, item):
        name, slug = item
        return reverse(name, args=[slug])


class YearSitemap(Sitemap):
    """The years for which casualties are published."""

    def items(self):
        return list(Figure.objects.published().order_by("data_year").values_list("data_year", flat=True).distinct())

    def location(self, item):
        return reverse("casualties:year", args=[item])


class FactSitemap(Sitemap):
    """The pages of one kind of thing; `things` gives its queryset, in an order that does not change."""

    def __init__(self, things):
        self.things = things

    def items(self):
        return self.things()

    def location(self, item):
        return item.get_absolute_url()


SITEMAPS = {
    "pages": PageSitemap(),
    "treaties": TreatySitemap(),
    "casualties": YearSitemap(),
    "states": FactSitemap(lambda: State.objects.alphabetical()),
    "statements": FactSitemap(lambda: Statement.objects.published().order_by("pk")),
    "justifications": FactSitemap(lambda: Justification.objects.order_by("pk")),
    "sources": FactSitemap(lambda: Source.objects.citable().order_by("pk")),
}

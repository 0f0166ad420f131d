"""Every address of the site. A list at /path/ is also /path.csv and /path.json."""

from django.contrib import admin
from django.contrib.sitemaps import views as sitemaps
from django.templatetags.static import static
from django.urls import include, path, register_converter
from django.urls.converters import StringConverter
from django.views.generic import RedirectView

from config import views
from config.casualties import TreatyStandings
from config.compare.views import compare
from config.design.views import design
from config.downloads import download
from config.sharing import citation_file
from config.sitemaps import SITEMAPS
from sources.models import KEY


class SourceKeyConverter(StringConverter):
    """The key of a source; any other text is no address, and is not looked for in the database."""

    regex = KEY.strip("^$")


register_converter(SourceKeyConverter, "source_key")

handler400 = "config.refusals.bad_request"
handler404 = "config.refusals.not_found"

urlpatterns = [
    path("", views.home, name="home"),
    path("", include("states.urls")),
    path("", include("treaties.urls")),
    path("", include("statements.urls")),
    path("", include("casualties.urls"), {"standings": TreatyStandings}),
    path("states/<slug:slug>/", views.state_profile, name="state"),
    path("states/<slug:slug>.json", views.state_json, name="state-json"),
    path("compare/", compare, name="compare"),
    path("sources/", views.source_list, name="sources"),
    path("sources/<source_key:key>/", views.source_detail, name="source"),
    path("search/", views.search_page, name="search"),
    path("about/", views.about, name="about"),
    path("about/accessibility/", views.accessibility, name="accessibility"),
    path("about/design/", design, name="design"),
    path("data/", views.data, name="data"),
    path("healthz", views.healthz, name="healthz"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap-part"}, name="sitemap"),
    path("sitemap-<slug:section>.xml", sitemaps.sitemap, {"sitemaps": SITEMAPS}, name="sitemap-part"),
    # Asked for by old browsers, and by the analysts' pages.
    path("favicon.ico", RedirectView.as_view(url=static("icon.svg"))),
    path("admin/", admin.site.urls),
    path("<path:path>.spreadsheet.csv", download, {"form": "spreadsheet"}),
    path("<path:path>.csv", download, {"form": "csv"}),
    path("<path:path>.json", download, {"form": "json"}),
    path("<path:path>.bib", citation_file, {"form": "bib"}),
    path("<path:path>.ris", citation_file, {"form": "ris"}),
]

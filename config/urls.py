"""Every address of the site. A list at /path/ is also /path.csv and /path.json."""

from django.contrib import admin
from django.urls import include, path

from config import views
from config.casualties import TreatyStandings
from config.compare.views import compare
from config.downloads import download

handler404 = "config.views.not_found"

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
    path("sources/<str:key>/", views.source_detail, name="source"),
    path("about/", views.about, name="about"),
    path("data/", views.data, name="data"),
    path("healthz", views.healthz, name="healthz"),
    path("admin/", admin.site.urls),
    path("<path:path>.spreadsheet.csv", download, {"form": "spreadsheet"}),
    path("<path:path>.csv", download, {"form": "csv"}),
    path("<path:path>.json", download, {"form": "json"}),
]

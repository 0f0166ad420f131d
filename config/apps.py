"""The pages that need several apps, and the analysts' admin under the project's own name."""

from django.apps import AppConfig
from django.contrib.admin import apps


class PagesConfig(AppConfig):
    name = "config"
    default = True

    def ready(self):
        from config import contact  # noqa: F401, PLC0415 -- registers its check


class TrackerAdminConfig(apps.AdminConfig):
    default_site = "config.admin.TrackerAdminSite"
    # Named in INSTALLED_APPS in full; not what "config" stands for there.
    default = False

"""The analysts' admin site. What it edits is registered by each app."""

from django.contrib.admin import AdminSite


class TrackerAdminSite(AdminSite):
    site_title = "Treaty Withdrawal Tracker"
    site_header = "Treaty Withdrawal Tracker: analysts"
    index_title = "The record"

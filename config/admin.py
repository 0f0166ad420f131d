"""The analysts' admin site. Each app registers what it edits; what holds for every row of the record is added here.

Here because it rests on all apps, down to the reference list, which imports none; and so that none can forget it.
"""

from django.contrib.admin import AdminSite, ModelAdmin
from django.db import models

from config.management.commands.load_record import ROWS


class RecordAdmin:
    """A row of the record: its permanent keys are written once."""

    def get_readonly_fields(self, request, obj=None):
        return [*super().get_readonly_fields(request, obj), *(permanent_keys(self.model) if obj else ())]


class TrackerAdminSite(AdminSite):
    site_title = "Treaty Withdrawal Tracker"
    site_header = "Treaty Withdrawal Tracker: analysts"
    index_title = "The record"

    def register(self, model_or_iterable, admin_class=None, **options):
        """As Django's own; the admin of a model with a history becomes a `RecordAdmin`, too."""
        several = isinstance(model_or_iterable, (list, tuple))
        for model in model_or_iterable if several else [model_or_iterable]:
            super().register(model, _of_the_record(model, admin_class or ModelAdmin), **options)


def _of_the_record(model, admin_class):
    if not hasattr(model, "history"):
        return admin_class
    return type(admin_class.__name__, (RecordAdmin, admin_class), {"__module__": admin_class.__module__})


def permanent_keys(model):
    """The fields by which the record's files and the site's addresses name a row.

    To the next load a row with another key is another row: it enters the first again, and gives it all that names it.
    """
    of_files = {form.identity for form in ROWS if form.model is model}
    return [
        field.name
        for field in model._meta.concrete_fields
        if field.editable and ((field.name,) in of_files or isinstance(field, models.SlugField))
    ]

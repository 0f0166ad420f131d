"""The analysts' admin site. Each app registers what it edits; what holds for every row of the record is added here.

Here because it rests on all apps, down to the reference list, which imports none; and so that none can forget it.
"""

from django import forms
from django.contrib.admin import AdminSite, ModelAdmin
from django.db import models

from config.management.commands.load_record import ROWS


class ReasonedForm(forms.ModelForm):
    """A correction says why; the reason goes into the history."""

    change_reason = forms.CharField(
        label="Reason for the change", max_length=100, required=False, help_text="Required when you correct a row."
    )

    def clean_change_reason(self):
        reason = self.cleaned_data["change_reason"]
        if not self.instance._state.adding and not reason:
            raise forms.ValidationError("Say why you change what is on the record.")
        self.instance._change_reason = reason or "entered"
        return reason


class RecordAdmin:
    """A row of the record: its permanent keys are written once, and every correction says why."""

    def get_readonly_fields(self, request, obj=None):
        return [*super().get_readonly_fields(request, obj), *(permanent_keys(self.model) if obj else ())]

    def get_fieldsets(self, request, obj=None):
        return [*super().get_fieldsets(request, obj), ("This change", {"fields": ["change_reason"]})]

    def save_formset(self, request, form, formset, change):
        """The rows below are corrected for the same reason, also those taken out."""
        for below in formset.forms:
            below.instance._change_reason = form.instance._change_reason
        super().save_formset(request, form, formset, change)


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
    form = type(admin_class.form.__name__, (ReasonedForm, admin_class.form), {})
    own = {"__module__": admin_class.__module__, "form": form}
    return type(admin_class.__name__, (RecordAdmin, admin_class), own)


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

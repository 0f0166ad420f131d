"""The analysts' forms: what cannot stand is refused beside its field; and the upload of an edition."""

from django import forms
from django.core.exceptions import ValidationError
from import_export.forms import ImportForm

from casualties.admissibility import deadline_refusal, figure_refusals
from casualties.enums import WORLD
from casualties.models import Contamination, Edition, Figure
from casualties.resources import CSV, FORMATS, XLSX
from casualties.uploads import MOST_BYTES, SIGNATURE_OF_ZIP
from sources.forms import PublishedForm


class EditionForm(PublishedForm):
    """An edition. Its year is its key and stays."""

    class Meta:
        model = Edition
        fields = ["year", "note", "sources"]


class FigureForm(forms.ModelForm):
    """A figure that the record can hold beside the others."""

    class Meta:
        model = Figure
        exclude = []  # noqa: DJ006 -- the admin's fieldsets name the fields

    def clean(self):
        values = super().clean()
        if values.get("data_year") and values.get("edition"):
            area = values["area"].iso3 if values.get("area") else WORLD
            row = values | {"year": values["data_year"], "edition": values["edition"].year, "area": area}
            for column, reason in figure_refusals({"total": None} | row):
                self.add_error({"year": "data_year"}.get(column, column), reason)
        return values

    def _post_clean(self):
        super()._post_clean()
        if self.errors:
            return
        # The area's place is no field of the form, so the form by itself leaves out the constraints that need it.
        try:
            self.instance.validate_constraints()
        except ValidationError as refused:
            self._update_errors(refused)


class ContaminationForm(forms.ModelForm):
    """An extent; where it has a clearance deadline, with the sources of that."""

    class Meta:
        model = Contamination
        exclude = []  # noqa: DJ006 -- the admin's fieldsets name the fields

    def clean(self):
        values = super().clean()
        told = {"has_deadline": bool(values.get("deadline")), "has_sources": bool(values.get("deadline_sources"))}
        unread = {"deadline", "deadline_sources"} & set(self.errors)
        if not unread and (reason := deadline_refusal(**told)):
            self.add_error("deadline_sources", reason)
        return values


class UploadForm(ImportForm):
    """A file of an edition, not too large to be opened."""

    # Told by the file itself, with scripts or without.
    format = forms.CharField(required=False, widget=forms.HiddenInput)

    def _init_formats(self, formats):
        pass

    def __init__(self, formats, resources, **kwargs):
        super().__init__(formats, resources, **kwargs)
        self.fields["import_file"].label = "CSV or XLSX file"
        self.fields["import_file"].widget.attrs = {"accept": ".csv,.xlsx"}

    @property
    def media(self):
        return forms.Media()

    def clean_import_file(self):
        file = self.cleaned_data["import_file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(f"The file is larger than {MOST_BYTES // 1_000_000} MB.")
        return file

    def clean(self):
        values = super().clean()
        if file := values.get("import_file"):
            workbook = file.read(len(SIGNATURE_OF_ZIP)) == SIGNATURE_OF_ZIP
            file.seek(0)
            values["format"] = str(FORMATS.index(XLSX if workbook else CSV))
        return values

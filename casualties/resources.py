"""An analyst's import of an edition: the loader's own row form, preview first, all or nothing."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.html import escape
from django.utils.safestring import mark_safe
from import_export import fields, resources
from import_export.formats import base_formats
from import_export.results import Result
from tablib import Dataset

from casualties.checks import violations
from casualties.enums import WORLD, Rule
from casualties.loading import FigureRow
from casualties.models import Edition, Figure
from casualties.records import FIELDS, PLAIN, as_row, write
from casualties.uploads import read
from sources.models import Source
from states.models import State

COLUMNS = list(FigureRow.base_fields)
REQUIRED = ["year", "edition", "area", "total", "sources"]
#: What a blank cell, or a column left out, stands for.
BLANK = {"qualifier": "at_least", "preferred": "true"}
#: Where the number of a row in the file travels through the import.
NUMBER = "row"
#: Where a row, once checked, is kept for the later steps.
CHECKED = "checked"


def dataset_of(content: bytes) -> Dataset:
    """The rows of an uploaded file, the number of each in the file before its cells. Raises `uploads.Unreadable`."""
    sheet = read(content, COLUMNS, REQUIRED)
    dataset = Dataset(headers=[NUMBER, *COLUMNS])
    places = {column: place for place, column in enumerate(sheet.header)}
    for number, cells in sheet.rows:
        given = {column: cells[place] for column, place in places.items()}
        dataset.append([number, *(given.get(column) or BLANK.get(column, "") for column in COLUMNS)])
    return dataset


class CSV(base_formats.CSV):
    """Read as bytes, so that what is no UTF-8 is refused with its row."""

    def is_binary(self):
        return True

    def get_read_mode(self):
        return "rb"

    def create_dataset(self, in_stream, **kwargs):
        return dataset_of(in_stream)


class XLSX(base_formats.XLSX):
    def create_dataset(self, in_stream, **kwargs):
        return dataset_of(in_stream)


FORMATS = [CSV, XLSX]


class CheckedResult(Result):
    """With the warnings of the checks: what can be imported but should be looked at."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.warnings: list[Any] = []


class FigureResource(resources.ModelResource):
    """Rows to figures. A row of a year, edition, area and source already on record changes that figure."""

    class Meta:
        model = Figure
        # The columns are those of the row form, which reads and checks them.
        fields = COLUMNS
        import_id_fields = ()
        use_transactions = True
        # Our own comparison: a copy of every instance and thirty word by word comparisons take a minute for 5,000 rows.
        skip_diff = True
        report_skipped = True

    locals().update({column: fields.Field(column_name=column, attribute=column) for column in COLUMNS})

    def __init__(self, *, this_year, **kwargs):
        super().__init__(**kwargs)
        self.this_year = this_year

    @classmethod
    def get_result_class(cls):
        return CheckedResult

    def get_diff_headers(self):
        return [NUMBER, *COLUMNS]

    def before_import(self, dataset, **kwargs):
        """Fetch once what the rows are compared with: five queries for any number of rows."""
        years = {int(text) for text in dataset["year"] if text.isascii() and text.isdigit() and len(text) == 4}
        self.areas = {state.iso3: state for state in State.objects.all()} | {WORLD: None}
        self.sources = {source.key: source for source in Source.objects.all()}
        self.editions = Edition.objects.in_bulk()
        figures = Figure.objects.filter(data_year__in=years).select_related("source", "area", "edition")
        #: By year, edition, area and source: the figures on record, and these and those of the file as the checks read.
        self.figures = {_key(as_row(figure)): figure for figure in figures.prefetch_related("confirmed_by")}
        self.known = {key: as_row(figure) for key, figure in self.figures.items()}
        self.kept = {key[:3]: row["source"] for key, row in self.known.items() if row["preferred"]}
        self.incoming = {}
        self.incoming_kept = {}
        self.created, self.changed = [], []

    def get_instance(self, instance_loader, row):
        numbers = [int(text) if text.isascii() and text.isdigit() else 0 for text in (row["year"], row["edition"])]
        return self.figures.get((*numbers, row["area"], row["sources"].split("|")[0]))

    def import_instance(self, instance, row, **kwargs):
        """Set what the row says; ValidationError with every cell that is wrong, all in one round."""
        form = FigureRow({column: row[column] for column in COLUMNS})
        form.is_valid()
        self._against_record(form, row)
        if form.errors:
            raise ValidationError({column: _with_given(row, column, form) for column in form.errors})
        values = form.cleaned_data
        for name in ("data_year", *FIELDS):
            setattr(instance, name, values[name])
        instance.area, instance.edition = self.areas[row["area"]], self.editions[values["edition"]]
        instance.source = self.sources[values["source"]]
        row[CHECKED] = self._checked(values)
        self.incoming[_key(row[CHECKED])] = row[CHECKED] | {NUMBER: row[NUMBER]}

    def _checked(self, values):
        """A checked row as the checks read it."""
        source = self.sources[values["source"]]
        return {name: values[name] for name in PLAIN} | {
            "year": values["data_year"],
            "edition": values["edition"],
            "area": values["area"] or WORLD,
            "source": source.key,
            "sources": "|".join([source.key, *values["confirmed_by"]]),
            "withheld_because": values["withheld_because"],
            "shown": source.citable and not values["withheld_because"],
        }

    def _against_record(self, form, row):
        """What only the record can tell, and other rows of the file; asked also where other cells are wrong."""
        values = form.cleaned_data
        edition, keys = values.get("edition"), row["sources"].split("|")
        if edition is not None and edition > self.this_year:
            form.add_error("edition", f"Landmine Monitor {edition} is not published yet.")
        elif edition is not None and edition not in self.editions:
            form.add_error("edition", f"Landmine Monitor {edition} is not on record; add it under Editions first.")
        if "area" not in form.errors and row["area"] not in self.areas:
            form.add_error("area", "There is no state or other area with this code.")
        if "sources" not in form.errors and (unknown := [one for one in keys if one not in self.sources]):
            form.add_error("sources", f"Not among the sources: {', '.join(unknown)}; add it under Sources first.")
        if not form.errors:
            self._against_others(form, values, row)

    def _against_others(self, form, values, row):
        """Each figure once; and one preferred for a year, edition and area: in the file, and with those on record."""
        key = (values["data_year"], values["edition"], row["area"], values["source"])
        if key in self.incoming:
            form.add_error("year", f"The same row stands in row {self.incoming[key][NUMBER]} already.")
        elif not values["preferred"]:
            return
        elif key[:3] in self.incoming_kept:
            form.add_error("preferred", f"Another is preferred in row {self.incoming_kept[key[:3]]} already.")
        elif self.kept.get(key[:3], key[3]) != key[3]:
            form.add_error("preferred", f"The figure on record from {self.kept[key[:3]]} is the preferred one.")
        else:
            self.incoming_kept[key[:3]] = row[NUMBER]

    def validate_instance(self, instance, import_validation_errors=None, validate_unique=True):
        """The row form has said everything; the database's constraints stand behind it."""
        if import_validation_errors:
            raise ValidationError(import_validation_errors)

    def skip_row(self, instance, original, row, import_validation_errors=None):
        """Whether the record says the same already."""
        if import_validation_errors:
            return False
        before = self.known.get(_key(row[CHECKED]))
        return before is not None and _cells(before) == _cells(row[CHECKED])

    def save_instance(self, instance, is_create, row, **kwargs):
        """Nothing is written for a preview, whose rows are checked by now; else all is written at the end."""
        instance.derive()
        instance._confirming = [self.sources[key] for key in row[CHECKED]["sources"].split("|")[1:]]
        (self.created if is_create else self.changed).append(instance)

    def save_m2m(self, instance, row, **kwargs):
        """Written with the rest, at the end."""

    def after_import_row(self, row, row_result, **kwargs):
        before = self.known.get(_key(row[CHECKED]))
        cells = _difference(before and _cells(before), _cells(row[CHECKED]))
        row_result.diff = [row[NUMBER], *cells]

    def after_import(self, dataset, result, **kwargs):
        """Warn of what the checks find about the file's rows beside those on record; then write all, or nothing."""
        if result.has_errors() or result.has_validation_errors():
            return
        found = violations(list((self.known | self.incoming).values()), self.this_year)
        result.warnings = [one for one in found if NUMBER in one.row and one.rule is not Rule.STATED]
        _leave_out_blank_columns(result)
        if not kwargs.get("dry_run"):
            reason = f"import of {kwargs.get('file_name') or 'a file'}"[:100]
            written = {"default_user": kwargs.get("user"), "default_change_reason": reason}
            write(self.created, self.changed, **written)


def _leave_out_blank_columns(result):
    """A preview without the columns that are blank in every row."""
    used = [place for place, _ in enumerate(result.diff_headers) if any(row.diff[place] for row in result.rows)]
    result.diff_headers = [result.diff_headers[place] for place in used]
    for row in result.rows:
        row.diff = [row.diff[place] for place in used]


def _key(row):
    return row["year"], row["edition"], row["area"], row["source"]


def _cells(row):
    """A row as the cells of a file."""
    texts = {True: "true", False: "false", None: ""}
    values = (row[column] for column in COLUMNS)
    return [texts[value] if value is None or isinstance(value, bool) else str(value) for value in values]


def _with_given(row, column, form):
    given = row.get(column) or ""
    shown = f" (given: {given[:80]!r})" if given else ""
    return [f"{reason}{shown}" for reason in form.errors[column]]


def _difference(before, after):
    """Each cell as the preview shows it: what was, struck out, and what will be."""
    if before is None:
        return [escape(value) for value in after]
    return [
        escape(new) if old == new else mark_safe(f"<del>{escape(old)}</del> <ins>{escape(new)}</ins>")  # noqa: S308
        for old, new in zip(before, after, strict=True)
    ]

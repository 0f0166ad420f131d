"""The rows of data/editions.csv, casualties.csv, contamination.csv and stockpiles.csv.

`FigureRow` is also what an analyst's import is checked by, so that a file is right or wrong in the same way for both.
"""

import re

from django import forms

from casualties.admissibility import deadline_refusal, edition_refusals, figure_refusals
from casualties.enums import FIRST_YEAR, PARTS, WORLD, Extent, Qualifier, StockpileKind
from casualties.models import Contamination, Edition, Figure, Stockpile
from sources.dates import PartialDateField
from sources.loading import FlagField, KnownField
from states.loading import CodeField, DayField, KeysField

#: More people than any edition counts, and less than a column holds.
MOST = 10_000_000
DIGITS = re.compile(r"[0-9]+")


class WholeNumberField(forms.CharField):
    """A whole number in the digits 0 to 9, or None for a blank. Nothing is guessed from what looks like one."""

    def __init__(self, *, least=0, most=MOST, **kwargs):
        super().__init__(**kwargs)
        self.least, self.most = least, most

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        if reason := self._refusal(text):
            raise forms.ValidationError(reason)
        return int(text)

    def _refusal(self, text):
        """Why the text is no such number; None where it is one."""
        if text.startswith("="):
            return "A formula; paste its value instead."
        if re.fullmatch(r"[-−–]\s*[0-9]+", text):
            return "A count cannot be negative."
        if not DIGITS.fullmatch(text):
            return "Write a whole number with the digits 0 to 9 and nothing else; leave it blank for “not stated”."
        if not self.least <= int(text[:12]) <= self.most:
            return f"Expected a number from {self.least} to {self.most}."
        return None


def refuse_formula(text):
    """Refuse a formula, also where text is expected: it would run in the spreadsheet of whoever opens a download."""
    if text.startswith("="):
        raise forms.ValidationError("A formula; paste its value instead.")


class EditionRow(forms.Form):
    file = "editions.csv"
    model = Edition
    identity = ("year",)

    year = WholeNumberField(least=FIRST_YEAR + 1, most=9999)
    published = PartialDateField(required=False)
    note = forms.CharField(max_length=300, required=False)
    sources = KeysField()

    def clean(self):
        values = super().clean()
        published = values.pop("published", None)
        values["date"] = published.day if published else None
        values["date_precision"] = published.precision if published else ""
        return values


class FigureRow(forms.Form):
    file = "casualties.csv"
    model = Figure
    identity = ("file_key",)
    #: Finds a figure that an analyst entered before it came by file.
    same_fact = ("data_year", "edition", "area", "source")
    #: The preferred one is written last, for there is one for each of these.
    written_last = "preferred"
    marked_once = ("data_year", "edition", "area")
    columns = {"data_year": "year", "file_key": "year", "source": "sources", "confirmed_by": "sources"}

    year = WholeNumberField(least=FIRST_YEAR, most=9999)
    edition = WholeNumberField(least=FIRST_YEAR + 1, most=9999)
    #: A state, another area or the world, which has a code of three letters, too.
    area = CodeField()
    qualifier = KnownField([Qualifier.AT_LEAST, Qualifier.ABOUT])
    total = WholeNumberField(required=False)
    locals().update({part: WholeNumberField(required=False) for part in PARTS})
    areas_with_casualties = WholeNumberField(required=False)
    preferred = FlagField()
    preferred_because = forms.CharField(max_length=300, required=False, validators=[refuse_formula])
    note = forms.CharField(max_length=1000, required=False, validators=[refuse_formula])
    withheld_because = forms.CharField(max_length=300, required=False, validators=[refuse_formula])
    sources = KeysField()

    def clean(self):
        values = super().clean()
        # Sums are only asked about where every cell can be read.
        for column, reason in list((edition_refusals if self.errors else figure_refusals)(values)):
            self.add_error(column, reason)
        if self.errors:
            return values
        source, *others = values.pop("sources")
        year, edition, area = values.pop("year"), values["edition"], values["area"]
        return values | {
            "data_year": year,
            "area": None if area == WORLD else area,
            "source": source,
            "confirmed_by": others,
            "file_key": f"{year} {edition} {area} {source}",
        }


class ContaminationRow(forms.Form):
    file = "contamination.csv"
    model = Contamination
    identity = ("file_key",)
    #: Finds an extent that an analyst entered before it came by file.
    same_fact = ("area", "as_of_year")
    columns = {"area": "iso3", "file_key": "iso3"}

    iso3 = CodeField()
    extent = KnownField(Extent)
    as_of_year = WholeNumberField(least=FIRST_YEAR, most=9999, required=False)
    deadline = DayField(required=False)
    deadline_sources = KeysField(required=False)
    note = forms.CharField(max_length=300, required=False)
    sources = KeysField()

    def clean(self):
        values = super().clean()
        told = {"has_deadline": bool(values.get("deadline")), "has_sources": bool(values.get("deadline_sources"))}
        unread = {"deadline", "deadline_sources"} & set(self.errors)
        if not unread and (reason := deadline_refusal(**told)):
            self.add_error("deadline_sources", reason)
        values["file_key"] = f"{values.get('iso3')} {values.get('as_of_year') or ''}".strip()
        values["area"] = values.pop("iso3", None)
        return values


class StockpileRow(forms.Form):
    file = "stockpiles.csv"
    model = Stockpile
    identity = ("file_key",)
    #: Finds a row that an analyst entered before it came by file.
    same_fact = ("area", "kind", "as_of_year")
    columns = {"area": "iso3", "file_key": "iso3"}

    iso3 = CodeField()
    kind = KnownField(StockpileKind)
    amount = WholeNumberField(most=2_000_000_000, required=False)
    qualifier = KnownField(Qualifier)
    as_of_year = WholeNumberField(least=1990, most=9999)
    note = forms.CharField(max_length=300, required=False)
    sources = KeysField()

    def clean(self):
        values = super().clean()
        values["file_key"] = f"{values.get('iso3')} {values.get('kind')} {values.get('as_of_year')}"
        values["area"] = values.pop("iso3", None)
        return values


ROWS = [EditionRow, FigureRow, ContaminationRow, StockpileRow]

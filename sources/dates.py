"""Dates known to the day, the month or only the year.

A partial date is stored as two columns: the first day it may mean, which sorts and compares in SQL, and its
precision. People and files write it as `2025`, `2025-06` or `2025-06-27`.
"""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from django import forms
from django.db import models

PATTERN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class Precision(models.TextChoices):
    """How much of a date is known."""

    DAY = "day", "day"
    MONTH = "month", "month"
    YEAR = "year", "year"


class PartialDate(NamedTuple):
    """A date and how much of it is known; `day` is the first day it may mean."""

    day: date
    precision: Precision

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; ValueError for anything else."""
        match = PATTERN.fullmatch(text)
        if match is None:
            raise ValueError(f"{text!r} is not a year, a month or a day")
        year, month, day = match.groups()
        precision = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
        return cls(date(int(year), int(month or 1), int(day or 1)), precision)

    def __str__(self) -> str:
        """The form that `parse` reads."""
        return self.day.isoformat()[: {"year": 4, "month": 7}.get(self.precision, 10)]

    @property
    def last_day(self) -> date:
        """The last day it may mean."""
        month = 12 if self.precision is Precision.YEAR else self.day.month
        if self.precision is Precision.DAY:
            return self.day
        return self.day.replace(month=month, day=monthrange(self.day.year, month)[1])

    @property
    def text(self) -> str:
        """How a page shows it: "2025", "June 2025" or "27 June 2025"."""
        return in_text(self.day).split(" ", {"year": 2, "month": 1}.get(self.precision, 0))[-1]

    @property
    def short(self) -> str:
        """How a table or a label shows it: "2025", "June 2025" or "27 Jun 2025"."""
        return in_table(self.day) if self.precision is Precision.DAY else self.text


@lru_cache(maxsize=4096)
def in_text(day: date | None) -> str:
    """A day as running text has it: "27 December 2025"."""
    return f"{day.day} {day:%B} {day.year}" if day else "an unknown day"


@lru_cache(maxsize=4096)
def in_table(day: date) -> str:
    """A day as tables have it: "27 Dec 2025"."""
    return f"{day.day} {day:%b} {day.year}"


class PartialDateField(forms.CharField):
    """A form field that takes a date as far as it is known and gives a `PartialDate` or None."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", "As far as known: 2025, 2025-06 or 2025-06-27.")
        super().__init__(max_length=10, **kwargs)

    def clean(self, value: Any) -> PartialDate | None:
        text = super().clean(value)
        if not text:
            return None
        try:
            return PartialDate.parse(text)
        except ValueError:
            raise forms.ValidationError("Write the date as far as it is known: 2025, 2025-06 or 2025-06-27.") from None

"""The editions of Landmine Monitor. Edition N reports data year N−1 and revises earlier years."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from casualties.enums import FIRST_YEAR
from sources.dates import PartialDate, Precision
from sources.models import Source


class Edition(models.Model):
    """A yearly report. Its year is its key: editions are ordered, and a figure knows which of two is newer."""

    year = models.PositiveSmallIntegerField(
        primary_key=True,
        validators=[MinValueValidator(FIRST_YEAR + 1)],
        help_text="The report year, the one in its title: Landmine Monitor 2025 reports the data year 2024.",
    )
    date = models.DateField("published", null=True, blank=True)
    date_precision = models.CharField(max_length=5, choices=Precision, blank=True)
    note = models.CharField(max_length=300, blank=True, help_text="Shown to the public beside the edition.")
    sources = models.ManyToManyField(Source, related_name="editions")

    history = HistoricalRecords(m2m_fields=[sources])

    class Meta:
        ordering = ["-year"]
        constraints = [
            models.CheckConstraint(
                name="edition_follows_the_first_data_year",
                condition=Q(year__gt=FIRST_YEAR),
                violation_error_message="The first data year is 1999, so the first edition is of 2000.",
            ),
            models.CheckConstraint(
                name="edition_date_has_precision",
                condition=Q(date=None, date_precision="") | Q(date__isnull=False, date_precision__in=Precision.values),
                violation_error_message="A date needs its precision.",
            ),
        ]

    def __str__(self):
        return f"Landmine Monitor {self.year}"

    @property
    def data_year(self):
        """The year whose casualties this edition reports for the first time."""
        return self.year - 1

    @property
    def published(self):
        """The date of publication as far as it is known, or None."""
        return PartialDate(self.date, Precision(self.date_precision)) if self.date else None

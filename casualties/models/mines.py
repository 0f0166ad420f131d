"""Contaminated land and stockpiles of antipersonnel mines: single statements, each as at a year."""

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from casualties.enums import Extent, Qualifier, StockpileKind
from sources.models import Source
from states.models import State
from states.querysets import CitedQuerySet


class Contamination(models.Model):
    """How much of an area's land is contaminated by antipersonnel mines, and when clearance is due."""

    area = models.ForeignKey(State, models.PROTECT, related_name="contaminations")
    extent = models.CharField(max_length=10, choices=Extent)
    as_of_year = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Blank where it is not known.")
    deadline = models.DateField(
        "clearance deadline", null=True, blank=True, help_text="Under Article 5, as last read; it may be superseded."
    )
    note = models.CharField(max_length=300, blank=True, help_text="Shown to the public beside it.")
    sources = models.ManyToManyField(Source, related_name="contaminations")
    deadline_sources = models.ManyToManyField(
        Source, blank=True, related_name="clearance_deadlines", help_text="A deadline without one is not shown."
    )
    #: Names the row of data/contamination.csv it came from, for good; blank for what came another way.
    file_key = models.CharField(max_length=80, blank=True, editable=False)

    objects = CitedQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[sources, deadline_sources])

    class Meta:
        ordering = ["area", "-as_of_year"]
        verbose_name_plural = "contamination"
        constraints = [
            models.UniqueConstraint(
                fields=["area", "as_of_year"],
                name="contamination_once_per_year",
                violation_error_message="There is already an extent for this area and year.",
            ),
            models.UniqueConstraint(
                fields=["file_key"], condition=~Q(file_key=""), name="contamination_once_per_file_key"
            ),
            models.CheckConstraint(
                name="contamination_extent_is_known",
                condition=Q(extent__in=Extent.values),
                violation_error_message="This extent is not known.",
            ),
        ]

    def __str__(self):
        return f"{self.area}: {self.get_extent_display()}, {self.as_of_year or 'year not stated'}"


class Stockpile(models.Model):
    """What a source says of a state's antipersonnel mines: a number, or that it is named as a producer."""

    area = models.ForeignKey(State, models.PROTECT, related_name="stockpiles")
    kind = models.CharField(max_length=10, choices=StockpileKind)
    amount = models.PositiveIntegerField(null=True, blank=True, help_text="Mines; blank where it is not stated.")
    qualifier = models.CharField(max_length=10, choices=Qualifier, default=Qualifier.EXACT)
    as_of_year = models.PositiveSmallIntegerField()
    note = models.CharField(max_length=300, blank=True, help_text="Shown to the public beside it.")
    sources = models.ManyToManyField(Source, related_name="stockpiles")
    #: Names the row of data/stockpiles.csv it came from, for good; blank for what came another way.
    file_key = models.CharField(max_length=80, blank=True, editable=False)

    objects = CitedQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[sources])

    class Meta:
        ordering = ["area", "kind", "-as_of_year"]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "kind", "as_of_year"],
                name="stockpile_once_per_year",
                violation_error_message="There is already a row of this kind for this state and year.",
            ),
            models.UniqueConstraint(fields=["file_key"], condition=~Q(file_key=""), name="stockpile_once_per_file_key"),
            models.CheckConstraint(
                name="stockpile_kind_is_known",
                condition=Q(kind__in=StockpileKind.values),
                violation_error_message="This kind is not known.",
            ),
            models.CheckConstraint(
                name="stockpile_producer_has_no_amount",
                condition=~Q(kind=StockpileKind.PRODUCER) | Q(amount=None),
                violation_error_message="Being named as a producer has no amount.",
            ),
        ]

    def __str__(self):
        return f"{self.area}: {self.get_kind_display()}, {self.as_of_year}"

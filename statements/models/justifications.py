"""Stated justifications: the taxonomy, and the codings that tie it to passages of statements."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from statements.enums import JustificationKind
from statements.models.shared import is_key, known
from statements.models.statements import Statement
from states.models import State
from treaties.models import Retirable


class Justification(models.Model):
    """One code of the taxonomy: a reason for leaving, or a pledge about conduct."""

    code = models.CharField(
        max_length=60, unique=True, validators=[is_key], help_text="Its permanent name in addresses."
    )
    position = models.PositiveSmallIntegerField(help_text="Its place in lists.")
    kind = models.CharField(max_length=10, choices=JustificationKind)
    label = models.CharField(max_length=100)
    definition = models.TextField(help_text="What is meant and what is not.")

    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "code"]
        constraints = [known(JustificationKind, "kind")]

    def __str__(self):
        return self.label

    def get_absolute_url(self):
        return reverse("statements:justification", args=[self.code])


class CodingQuerySet(models.QuerySet):
    def published(self):
        """Codings the public sees: not retired, of published statements."""
        return self.filter(statement__in=Statement.objects.published(), retired_on=None)

    def by_state(self):
        """State by state in alphabetical order; each state's newest statement first."""
        return self.order_by("state__sort_key", "-statement__date", "pk")


class Coding(Retirable):
    """A justification that a state gives in a statement it issued."""

    statement = models.ForeignKey(Statement, models.CASCADE, related_name="codings")
    justification = models.ForeignKey(Justification, models.PROTECT, related_name="codings")
    state = models.ForeignKey(State, models.PROTECT, related_name="codings")
    passage = models.TextField(
        blank=True, help_text="The words of the quotation that say so; blank if only the rest of the statement does."
    )
    coded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    coded_on = models.DateField()
    #: Names the row of data/codings.csv it came from, for good, whatever an analyst corrects; blank for the others.
    file_key = models.CharField(max_length=160, blank=True, editable=False)

    objects = CodingQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["statement", "justification__position", "state__sort_key"]
        indexes = [models.Index(fields=["state", "justification", "statement"], name="coding_by_state")]
        constraints = [
            *Retirable.Meta.constraints,
            models.UniqueConstraint(
                fields=["statement", "justification", "state"],
                condition=Q(retired_on=None),
                name="coding_once_per_state",
                violation_error_message="This justification is already recorded for this state and statement.",
            ),
            models.UniqueConstraint(fields=["file_key"], condition=~Q(file_key=""), name="coding_once_per_file_key"),
        ]

    def __str__(self):
        return f"{self.state}: {self.justification}"

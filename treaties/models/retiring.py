"""What acts, steps and all that was said have in common: they are never deleted."""

from django.db import models
from django.db.models import Q


class Retirable(models.Model):
    """A row that should not count is retired, with a reason, and stays on the record."""

    retired_on = models.DateField(null=True, blank=True, help_text="What should not count is retired, never deleted.")
    retired_because = models.CharField(max_length=300, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_retired_has_reason",
                condition=Q(retired_on=None, retired_because="")
                | (Q(retired_on__isnull=False) & ~Q(retired_because="")),
                violation_error_message="Retiring takes a day and a reason, or neither.",
            )
        ]

"""What several models of this app have in common."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

is_key = RegexValidator(r"^[a-z0-9][a-z0-9_-]*$", "Lower-case letters, digits, hyphens and underscores.")


def known(choices, field):
    """The constraint that a column holds one of the values of an enumeration."""
    return models.CheckConstraint(
        name=f"%(class)s_{field}_is_known",
        condition=Q(**{f"{field}__in": choices.values}),
        violation_error_message=f"This {field.replace('_', ' ')} is not known.",
    )


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

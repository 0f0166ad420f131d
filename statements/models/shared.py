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

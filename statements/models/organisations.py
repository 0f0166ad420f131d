"""Who speaks besides states."""

from django.db import models
from django.db.models import Value
from django.db.models.functions import Concat
from simple_history.models import HistoricalRecords

from statements.models.shared import is_key
from states.models import fold
from states.names import are_names, names_in

#: Between folded names; a folded name never holds two hyphens in a row.
BETWEEN = "--"


class OrganisationQuerySet(models.QuerySet):
    def named(self, text):
        """Those of which `text` is the name or another name as a whole, whatever its case, accents and punctuation."""
        folded = fold(text)
        names = Concat(Value(BETWEEN), "search_text", Value(BETWEEN), output_field=models.TextField())
        return self.alias(names=names).filter(names__contains=f"{BETWEEN}{folded}{BETWEEN}") if folded else self.none()


class Organisation(models.Model):
    """A body other than a state that issues statements."""

    slug = models.CharField(
        max_length=80, unique=True, validators=[is_key], help_text="Its permanent name in addresses."
    )
    name = models.CharField(max_length=120, unique=True)
    also_known_as = models.CharField(
        max_length=120,
        blank=True,
        validators=[are_names],
        help_text="Abbreviations and other names by which it is found, with | between them: ICBL.",
    )
    search_text = models.CharField(max_length=400, editable=False)

    objects = OrganisationQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search_text"])

    class Meta:
        ordering = ["search_text"]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.search_text = BETWEEN.join(fold(name) for name in [self.name, *names_in(self.also_known_as)])
        super().save(*args, **kwargs)

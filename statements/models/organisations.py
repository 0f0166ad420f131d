"""Who speaks besides states."""

from django.db import models
from simple_history.models import HistoricalRecords

from statements.models.shared import is_key
from states.models import fold


class Organisation(models.Model):
    """A body other than a state that issues statements."""

    slug = models.CharField(
        max_length=80, unique=True, validators=[is_key], help_text="Its permanent name in addresses."
    )
    name = models.CharField(max_length=120, unique=True)
    search_text = models.CharField(max_length=200, editable=False)

    history = HistoricalRecords(excluded_fields=["search_text"])

    class Meta:
        ordering = ["search_text"]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.search_text = fold(self.name)
        super().save(*args, **kwargs)

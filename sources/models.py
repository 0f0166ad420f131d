"""Where a fact comes from."""

from anyascii import anyascii
from django.core.validators import RegexValidator, URLValidator
from django.db import models
from django.urls import reverse
from django.utils.text import slugify
from simple_history.models import HistoricalRecords

from sources.dates import PartialDate, Precision

is_web_address = URLValidator(["http", "https"])
KEY = r"^[a-z0-9][a-z0-9._-]*$"


class SourceQuerySet(models.QuerySet):
    def citable(self):
        """Sources a page may show a fact from."""
        return self.filter(citable=True)

    def matching(self, text):
        """Sources whose publisher, title or key contains `text`, whatever its case, accents and punctuation."""
        folded = slugify(anyascii(text))
        return self.filter(search_text__contains=folded) if folded else self.none()


class Source(models.Model):
    """A document: who published what, when and where."""

    key = models.CharField(
        max_length=80,
        unique=True,
        validators=[RegexValidator(KEY, "Lower-case letters, digits, dots, hyphens and underscores.")],
        help_text="The permanent key by which facts name this source, such as icbl-tonga-2025.",
    )
    publisher = models.CharField(max_length=200)
    title = models.CharField(max_length=500)
    url = models.CharField("address", max_length=1000, blank=True, validators=[is_web_address])
    archived_url = models.CharField("archived copy", max_length=1000, blank=True, validators=[is_web_address])
    date = models.DateField("published", null=True, blank=True)
    date_precision = models.CharField(max_length=5, choices=Precision, blank=True)
    citable = models.BooleanField(
        default=True,
        help_text="Off for a mere lead: a fact with no other source is never shown to the public.",
    )
    search_text = models.TextField(editable=False)

    objects = SourceQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search_text"])

    class Meta:
        ordering = ["key"]
        constraints = [
            models.CheckConstraint(
                name="source_date_has_precision",
                condition=models.Q(date=None, date_precision="")
                | models.Q(date__isnull=False, date_precision__in=Precision.values),
                violation_error_message="A date needs its precision.",
            )
        ]

    def __str__(self):
        return f"{self.publisher}: {self.title}"

    def save(self, *args, **kwargs):
        self.search_text = slugify(anyascii(f"{self.publisher} {self.title} {self.key}"))
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("source", args=[self.key])

    @property
    def published(self):
        """The date of publication as far as it is known, or None."""
        return PartialDate(self.date, Precision(self.date_precision)) if self.date else None

"""Public claims checked against the record."""

from django.db import models
from django.db.models import Exists, OuterRef
from simple_history.models import HistoricalRecords

from sources.dates import PartialDate, Precision
from sources.models import Source
from statements.enums import Verdict
from statements.models.shared import is_key, known
from statements.search import words_of
from treaties.models import Retirable


class ClaimQuerySet(models.QuerySet):
    def published(self):
        """Claims the public sees: not retired, and with a source of the finding that can be cited."""
        citable = Source.objects.citable().filter(claims=OuterRef("pk"))
        return self.filter(Exists(citable), retired_on=None)

    def matching(self, text):
        """Claims that hold, with their findings, each word of `text`, or the beginning of a longer one."""
        words = words_of(text)
        found = self if words else self.none()
        for word in words:
            found = found.filter(search_text__contains=f" {word}")
        return found


class Claim(Retirable):
    """What somebody said in public about the record, and what the record says."""

    key = models.CharField(max_length=80, unique=True, validators=[is_key], help_text="Its permanent name: seed-01.")
    position = models.PositiveSmallIntegerField(unique=True, help_text="Its number in the list.")
    claim = models.TextField()
    claimant = models.CharField(max_length=250, help_text="Who or which publication makes the claim.")
    date = models.DateField("made on", null=True, blank=True)
    date_precision = models.CharField(max_length=5, choices=Precision, blank=True)
    verdict = models.CharField(max_length=20, choices=Verdict)
    finding = models.TextField(help_text="What the record says.")
    page = models.CharField(
        max_length=200, blank=True, help_text="The address on this site that shows the fact, from the first slash."
    )
    sources = models.ManyToManyField(Source, related_name="claims")
    search_text = models.TextField(editable=False)

    objects = ClaimQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[sources], excluded_fields=["search_text"])

    class Meta:
        ordering = ["position"]
        constraints = [
            *Retirable.Meta.constraints,
            known(Verdict, "verdict"),
            models.CheckConstraint(
                name="claim_date_has_precision",
                condition=models.Q(date=None, date_precision="")
                | models.Q(date__isnull=False, date_precision__in=Precision.values),
                violation_error_message="A date needs its precision.",
            ),
            models.CheckConstraint(
                name="claim_page_is_on_this_site",
                # "//" would lead to another host; browsers read a backslash as a slash and skip tabs and line breaks.
                condition=models.Q(page="") | models.Q(page__regex=r"^/([^/\\\s]|$)"),
                violation_error_message="The address begins with one slash: it is a page of this site.",
            ),
        ]

    def __str__(self):
        return f"{self.position}. {self.claim}"

    def save(self, *args, **kwargs):
        # Every word has a space before it, so that a search for the beginning of a word finds the first, too. Not the
        # claimant: the title of an article would make every claim in it answer to every word of the title.
        self.search_text = "".join(f" {word}" for word in words_of(f"{self.claim} {self.finding}"))
        super().save(*args, **kwargs)

    @property
    def made_on(self):
        """The date of the claim as far as it is known, or None."""
        return PartialDate(self.date, Precision(self.date_precision)) if self.date else None

"""Treaties and the parameters of their rules."""

from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from sources.models import Source
from states.names import are_names, names_in
from treaties.status import Rules


class Treaty(models.Model):
    """A treaty and the parameters of its rules."""

    slug = models.SlugField(max_length=60, unique=True, help_text="The last part of the treaty's address.")
    position = models.PositiveSmallIntegerField(
        help_text="Treaties are listed in this order; the first is on the home page."
    )
    name = models.CharField(max_length=80, help_text='Without an article: "Ottawa Convention".')
    also_known_as = models.CharField(
        max_length=300,
        blank=True,
        validators=[are_names],
        help_text="Other names in common use, with | between them: Mine Ban Treaty|APMBC.",
    )
    noun = models.CharField(max_length=20, help_text='What the text calls itself: "Convention".')
    title = models.CharField(max_length=250)
    depositary_reference = models.CharField(max_length=20, help_text="Chapter of the depositary's collection: XXVI-5.")
    adopted_on = models.DateField()
    adopted_at = models.CharField(max_length=80, blank=True)
    opened_on = models.DateField("opened for signature on")
    opened_at = models.CharField("opened for signature at", max_length=80, blank=True)
    signature_closed_on = models.DateField(
        "closed for signature on", null=True, blank=True, help_text="The first day on which no state could sign."
    )
    consents_required = models.PositiveSmallIntegerField(help_text="Deposits needed for entry into force.")
    consents_reached_on = models.DateField(null=True, blank=True, help_text="The day of the last deposit needed.")
    in_force_on = models.DateField("entered into force on", null=True, blank=True)
    entry_months = models.PositiveSmallIntegerField(
        "months to entry into force", help_text="In force on the first day of this month after the month of deposit."
    )
    withdrawal_months = models.PositiveSmallIntegerField(
        "months to withdrawal", help_text="A withdrawal takes effect so many months after its receipt."
    )
    conflict_bars_withdrawal = models.BooleanField(
        help_text="Whether a state engaged in an armed conflict stays bound until the conflict ends."
    )
    entry_article = models.CharField(max_length=20)
    withdrawal_article = models.CharField(max_length=20)
    checked_on = models.DateField(help_text="The day the record was last compared with what is published.")
    coverage_note = models.TextField(help_text="What the record rests on and what it may miss; shown to the public.")
    sources = models.ManyToManyField(Source, related_name="treaties")

    history = HistoricalRecords(m2m_fields=[sources])

    class Meta:
        verbose_name_plural = "treaties"
        ordering = ["position"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("treaties:detail", args=[self.slug])

    @property
    def other_names(self):
        """What else it is called, one by one."""
        return names_in(self.also_known_as)

    @property
    def rules(self):
        return Rules(
            opened_on=self.opened_on,
            signature_closed_on=self.signature_closed_on,
            in_force_on=self.in_force_on,
            entry_months=self.entry_months,
            withdrawal_months=self.withdrawal_months,
            conflict_bars_withdrawal=self.conflict_bars_withdrawal,
        )

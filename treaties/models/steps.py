"""The steps that led to an act or answered it, and the results of votes as sources report them."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from simple_history.models import HistoricalRecords

from sources.dates import PartialDate, Precision
from sources.models import Source
from states.models import State, fold
from treaties.admissibility import OBJECTION_NAMES_ITS_OBJECT, STEP_NAMES_ITS_STATE
from treaties.enums import KINDS_OF_A_STATE, StepKind
from treaties.models.retiring import Retirable
from treaties.models.treaties import Treaty
from treaties.votes import LARGEST_CHAMBER, written


class StepQuerySet(models.QuerySet):
    def published(self):
        """Steps the public sees: not retired, and with a source that can be cited."""
        citable = Source.objects.citable().filter(steps=OuterRef("pk"))
        return self.filter(Exists(citable), retired_on=None)

    def by_day(self, day):
        """Steps up to a day, inclusive; a date known to the month or the year counts from its first day."""
        return self.filter(date__lte=day)

    def chronological(self):
        """Oldest first; a date known to the year stands before those of the year; then in the order of entry."""
        return self.order_by("date", "pk")


class Step(Retirable):
    """Something that happened on the way, at home or abroad. It never changes a standing: only an act does."""

    treaty = models.ForeignKey(Treaty, models.PROTECT, related_name="steps")
    state = models.ForeignKey(
        State,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="steps",
        help_text="The state that took it or, for a decision of a meeting, that it concerns. Blank for an event "
        "of no single state.",
    )
    concerns = models.ForeignKey(
        State,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="steps_concerning",
        help_text="For an objection: the state to whose act it objects.",
    )
    kind = models.CharField(max_length=30, choices=StepKind)
    date = models.DateField(help_text="The first day that the date may mean.")
    date_precision = models.CharField(max_length=5, choices=Precision, default=Precision.DAY)
    title = models.CharField(max_length=200, help_text="One line for lists.")
    detail = models.TextField(blank=True, help_text="Shown to the public; also says where reports differ.")
    sources = models.ManyToManyField(Source, related_name="steps")
    #: The `key` of the row of data/steps.csv it came from, for good; blank for the others.
    file_key = models.CharField(max_length=120, blank=True, editable=False)
    search_text = models.TextField(editable=False)

    objects = StepQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[sources], excluded_fields=["search_text"])

    class Meta:
        ordering = ["treaty", "-date"]
        constraints = [
            *Retirable.Meta.constraints,
            models.UniqueConstraint(fields=["file_key"], condition=~Q(file_key=""), name="step_once_per_file_key"),
            models.CheckConstraint(
                name="step_kind_is_known",
                condition=Q(kind__in=StepKind.values),
                violation_error_message="This kind of step is not known.",
            ),
            models.CheckConstraint(
                name="step_date_has_precision",
                condition=Q(date_precision__in=Precision.values),
                violation_error_message="A date needs its precision.",
            ),
            models.CheckConstraint(
                name="step_of_a_state_names_it",
                condition=~Q(kind__in=sorted(KINDS_OF_A_STATE)) | Q(state__isnull=False),
                violation_error_message=STEP_NAMES_ITS_STATE,
            ),
            models.CheckConstraint(
                name="step_objection_names_its_object",
                condition=(~Q(kind=StepKind.OBJECTION) & Q(concerns=None))
                | (Q(kind=StepKind.OBJECTION, concerns__isnull=False) & ~Q(concerns=F("state"))),
                violation_error_message=OBJECTION_NAMES_ITS_OBJECT,
            ),
        ]

    def __str__(self):
        return f"{self.state or 'International'}, {self.when.short}: {self.title}"

    def save(self, *args, **kwargs):
        self.search_text = fold(f"{self.title} {self.detail}")
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        page = self.state.get_absolute_url() if self.state else reverse("treaties:withdrawals", args=[self.treaty.slug])
        return f"{page}#step-{self.pk}"

    @property
    def when(self):
        """The date as far as it is known."""
        return PartialDate(self.date, Precision(self.date_precision))


def number_of_members(label=None, help_text=""):
    """A field for a number of members; blank where it is not stated."""
    return models.PositiveIntegerField(
        label, null=True, blank=True, help_text=help_text, validators=[MaxValueValidator(LARGEST_CHAMBER)]
    )


class Tally(models.Model):
    """The result of a vote as some source reports it. Blank means not stated, never zero."""

    step = models.ForeignKey(
        Step, models.CASCADE, related_name="tallies", limit_choices_to={"kind": StepKind.PARLIAMENT_VOTE}
    )
    in_favour = number_of_members("for")
    against = number_of_members()
    abstained = number_of_members()
    absent = number_of_members(help_text="Reported as absent or as not voting; may leave out members not mentioned.")
    seats = number_of_members(help_text="Members of the chamber.")
    majority_needed = number_of_members(help_text="Votes for that were needed.")
    preferred = models.BooleanField(default=False, help_text="Shown first, and the one that lists and shares count.")
    reason = models.CharField("why this one is preferred", max_length=300, blank=True)
    sources = models.ManyToManyField(Source, related_name="tallies")
    #: Names the row of data/tallies.csv it came from by vote and first source, for good; blank for the others.
    file_key = models.CharField(max_length=210, blank=True, editable=False)

    history = HistoricalRecords(m2m_fields=[sources])

    class Meta:
        verbose_name_plural = "tallies"
        ordering = ["step", "-preferred", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["step"],
                condition=Q(preferred=True),
                name="tally_one_preferred_per_step",
                violation_error_message="Another tally of this vote is preferred already.",
            ),
            models.UniqueConstraint(fields=["file_key"], condition=~Q(file_key=""), name="tally_once_per_file_key"),
            models.CheckConstraint(
                name="tally_states_a_result",
                condition=Q(in_favour__isnull=False) | Q(against__isnull=False),
                violation_error_message="A tally states at least the votes for or those against.",
            ),
            models.CheckConstraint(
                name="tally_fits_the_chamber",
                condition=Q(seats=None)
                | Q(
                    seats__gte=Coalesce("in_favour", 0)
                    + Coalesce("against", 0)
                    + Coalesce("abstained", 0)
                    + Coalesce("absent", 0)
                ),
                violation_error_message="More members are counted than the chamber has.",
            ),
            models.CheckConstraint(
                name="tally_majority_fits_the_chamber",
                condition=Q(seats=None) | Q(majority_needed=None) | Q(majority_needed__lte=F("seats")),
                violation_error_message="More votes are needed than the chamber has members.",
            ),
        ]

    def __str__(self):
        return f"{written(self.in_favour, self.against, self.abstained)} ({self.step})"

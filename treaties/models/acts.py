"""The acts of states under a treaty, and other dates that sources report for them."""

from collections import defaultdict

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from sources.dates import in_table
from sources.models import Source
from states.models import State
from treaties.admissibility import EFFECT_NEEDS_REASON, refusals
from treaties.enums import ActKind
from treaties.models.retiring import Retirable
from treaties.models.treaties import Treaty
from treaties.status import timeline


class ActQuerySet(models.QuerySet):
    def published(self):
        """Acts the public sees: not retired, and with a source that can be cited."""
        citable = Source.objects.citable().filter(acts=OuterRef("pk"))
        return self.filter(Exists(citable), retired_on=None)

    def chronological(self):
        """Oldest first; on one day by state and in the order of entry."""
        return self.order_by("date", "state__sort_key", "pk")

    def by_state(self):
        """The acts as plain rows, grouped: a dictionary from a state's primary key to its rows."""
        grouped = defaultdict(list)
        for row in self.order_by().values_list("state_id", "pk", "kind", "date", "effective_on", named=True):
            grouped[row.state_id].append(row)
        return grouped

    def timelines(self, rules):
        """Each state's changes of standing: a dictionary from a state's primary key to its timeline.

        States without acts are absent; `treaties.status.at` an empty timeline gives their standing.
        """
        return {state_id: timeline(acts, rules) for state_id, acts in self.by_state().items()}

    def refused_on(self, day, rules=None):
        """Each of these acts that cannot stand beside the others of its state, as a `Refusal`: one query.

        Under its treaty's own rules, or under those that are thought of instead.
        """
        histories = defaultdict(list)
        for act in self.select_related("treaty", "state"):
            histories[act.treaty, act.state].append(act)
        for (treaty, _state), acts in histories.items():
            yield from refusals(acts, rules or treaty.rules, day)


class Act(Retirable):
    """A depositary act, or a fact the withdrawal rule depends on, dated to the day."""

    treaty = models.ForeignKey(Treaty, models.PROTECT, related_name="acts")
    state = models.ForeignKey(State, models.PROTECT, related_name="acts", limit_choices_to={"category": "state"})
    kind = models.CharField(max_length=30, choices=ActKind)
    date = models.DateField(help_text="The day the depositary received it. Nothing else moves the clock.")
    effective_on = models.DateField(
        "takes effect on",
        null=True,
        blank=True,
        help_text="Only where it differs from the computed day, and then with the reason.",
    )
    effective_reason = models.CharField("reason for the day of effect", max_length=300, blank=True)
    preferred_because = models.CharField(
        "why this date", max_length=300, blank=True, help_text="Where sources report other dates: why this one is kept."
    )
    note = models.TextField(blank=True, help_text="Shown to the public beside the act.")
    sources = models.ManyToManyField(Source, related_name="acts")
    #: Names the row of data/acts.csv it came from, for good, whatever an analyst corrects; blank for the others.
    file_key = models.CharField(max_length=120, blank=True, editable=False)

    objects = ActQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[sources])

    class Meta:
        ordering = ["treaty", "-date"]
        constraints = [
            *Retirable.Meta.constraints,
            models.UniqueConstraint(
                fields=["treaty", "state", "kind", "date"],
                condition=Q(retired_on=None),
                name="act_once_per_day",
                violation_error_message="This act is already on the record.",
            ),
            models.UniqueConstraint(fields=["file_key"], condition=~Q(file_key=""), name="act_once_per_file_key"),
            models.CheckConstraint(
                name="act_kind_is_known",
                condition=Q(kind__in=ActKind.values),
                violation_error_message="This kind of act is not known.",
            ),
            models.CheckConstraint(
                name="act_effect_has_reason",
                condition=Q(effective_on=None) | ~Q(effective_reason=""),
                violation_error_message=EFFECT_NEEDS_REASON,
            ),
        ]

    def __str__(self):
        return f"{self.state}: {self.get_kind_display()}, {in_table(self.date)} ({self.treaty})"

    def get_absolute_url(self):
        return f"{reverse('state', args=[self.state.slug])}#act-{self.pk}"


class ReportedDate(models.Model):
    """Another date some source gives for an act. The act keeps the preferred one."""

    act = models.ForeignKey(Act, models.CASCADE, related_name="reported_dates")
    date = models.DateField()
    note = models.CharField(max_length=300, blank=True)
    sources = models.ManyToManyField(Source, related_name="reported_dates")

    history = HistoricalRecords(m2m_fields=[sources])

    class Meta:
        ordering = ["date"]
        constraints = [models.UniqueConstraint(fields=["act", "date"], name="reported_date_once_per_act")]

    def __str__(self):
        return in_table(self.date)

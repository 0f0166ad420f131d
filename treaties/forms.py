"""The analysts' forms of the record: what cannot stand is refused beside its field, and nothing typed is lost."""

from dataclasses import fields

from django import forms
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from sources.dates import PartialDateField
from sources.forms import OBJECTIONS
from sources.models import Source
from states.models import State
from treaties import votes
from treaties.admissibility import (
    effect_refusal,
    preference_refusal,
    refusals,
    reported_date_refusal,
    step_refusals,
)
from treaties.enums import StepKind
from treaties.models import Act, Step, Tally, Treaty
from treaties.status import Rules


class RetirableForm(forms.ModelForm):
    """A row that is retired with a day and a reason, or stands."""

    def clean(self):
        values = super().clean()
        if values.get("retired_on") and not values.get("retired_because"):
            self.add_error("retired_because", f"Say why this {self._meta.model._meta.verbose_name} should not count.")
        if values.get("retired_because") and not values.get("retired_on"):
            self.add_error("retired_on", f"Say since when this {self._meta.model._meta.verbose_name} should not count.")
        return values


class TreatyForm(forms.ModelForm):
    """A treaty under whose rules the acts on record can stand."""

    class Meta:
        model = Treaty
        exclude = []  # noqa: DJ006 -- the admin's fieldsets name the fields

    def clean(self):
        values = super().clean()
        names = [parameter.name for parameter in fields(Rules)]
        changed = [name for name in names if name in self.changed_data]
        if self.instance.pk and changed and not set(names) & set(self.errors):
            self._refuse(changed, Rules(**{name: values[name] for name in names}))
        return values

    def _refuse(self, changed, rules):
        """Say beside each rule typed anew which act could not stand: the first, and how many others."""
        acts = Act.objects.published().filter(treaty=self.instance).chronological()
        if refused := {refusal.act: refusal for refusal in acts.refused_on(timezone.localdate(), rules)}:
            first, *others = refused.values()
            more = f" Nor could {len(others)} other{'s'[: len(others) > 1]}." if others else ""
            for name in changed:
                self.add_error(name, _without_ground(first) + more)


class ActForm(RetirableForm):
    """An act that the record can hold together with the state's other acts."""

    class Meta:
        model = Act
        exclude = []  # noqa: DJ006 -- the admin's fieldsets name the fields
        error_messages = {"sources": {"required": "Name at least one source; an act without one is not recorded."}}

    def clean(self):
        values = super().clean()
        if reason := effect_refusal(values.get("effective_on"), values.get("effective_reason")):
            self.add_error("effective_reason", reason)
        if all(values.get(name) for name in ("treaty", "state", "kind", "date")):
            self._wait_for_others(values["state"])
            self._refuse(values)
            self._refuse_leaving()
        return values

    def _wait_for_others(self, state):
        """Hold the act's state until the transaction ends: of two acts typed at once, the second sees the first."""
        # Outside a transaction nothing can be held. SQLite, which has one writer at a time, ignores it.
        if transaction.get_connection().in_atomic_block:
            states = State.objects.filter(pk__in=[state.pk, self.instance.state_id or state.pk])
            # Always in the same order, lest two that move acts wait for each other; rows may name the state meanwhile.
            list(states.order_by("pk").select_for_update(no_key=True))

    def _refuse(self, values):
        """Name beside its field what this act lacks, and what another act would lack because of it."""
        treaty, state = values["treaty"], values["state"]
        others = self._others(treaty, state)
        candidate = Act(kind=values["kind"], date=values["date"], effective_on=values.get("effective_on"))
        taken_away_by = self._taken_away_by(values)
        acts = others if taken_away_by else [*others, candidate]
        for act, field, reason in refusals(acts, treaty.rules, timezone.localdate()):
            if act is candidate:
                self.add_error(field, reason)
            else:
                self._refuse_without(act, taken_away_by or "date", reason)

    def _refuse_leaving(self):
        """The acts among which this one stood until it was given to another state or treaty must stand without it."""
        moved = [name for name in ("state", "treaty") if name in self.changed_data]
        if self.instance.pk and moved:
            treaty = self.instance.treaty
            acts = self._others(treaty, self.instance.state)
            for act, _field, reason in refusals(acts, treaty.rules, timezone.localdate()):
                self._refuse_without(act, moved[0], reason)

    def _refuse_without(self, act, field, reason):
        self.add_error(field, f"Then another act could not stand. {act.get_kind_display()}: {reason}")

    def _others(self, treaty, state):
        return list(Act.objects.published().filter(treaty=treaty, state=state).exclude(pk=self.instance.pk))

    @staticmethod
    def _taken_away_by(values):
        """The field that keeps this act from the public record; None if it counts."""
        if values.get("retired_on"):
            return "retired_on"
        # Where the sources themselves are refused, only that needs saying.
        if "sources" in values and not any(source.citable for source in values["sources"]):
            return "sources"
        return None


def acts_unsettled(source, citable):
    """Why acts could not stand if this source could be cited, or could not: it decides which others are published."""
    others = Q(citable=True) & ~Q(pk=source.pk)
    sources = Source.objects.filter(others | Q(pk=source.pk) if citable else others)
    published = Act.objects.filter(Exists(sources.filter(acts=OuterRef("pk"))), retired_on=None)
    cited = Act.objects.filter(sources=source)
    touched = published.filter(Exists(cited.filter(treaty=OuterRef("treaty"), state=OuterRef("state"))))
    return [_without_ground(refusal) for refusal in touched.refused_on(timezone.localdate())]


def _without_ground(refusal):
    return f"Then an act could not stand. {refusal.act.state}, {refusal.act.get_kind_display()}: {refusal.reason}"


OBJECTIONS.append(acts_unsettled)


class ReportedDateFormSet(forms.BaseInlineFormSet):
    """Where sources report other dates, they are others than the act's own, and the act says why that is kept."""

    def clean(self):
        super().clean()
        kept = [form for form in self.forms if form.cleaned_data and not form.cleaned_data.get("DELETE")]
        for form in kept:
            if reason := reported_date_refusal(form.cleaned_data.get("date"), self.instance.date):
                form.add_error("date", reason)
        if reason := preference_refusal(self.instance.preferred_because, has_others=bool(kept)):
            raise forms.ValidationError(f"Why this date: {reason}")


class StepForm(RetirableForm):
    """A step, its date written as far as it is known."""

    when = PartialDateField(label="Date")

    class Meta:
        model = Step
        exclude = ["date", "date_precision"]  # noqa: DJ006 -- the admin's fieldsets name the fields
        error_messages = {"sources": {"required": "Name at least one source; a step without one is not recorded."}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial.setdefault("when", str(self.instance.when))

    def clean(self):
        values = super().clean()
        if when := values.get("when"):
            self.instance.date, self.instance.date_precision = when.day, when.precision
        for field, reason in step_refusals(values.get("kind"), values.get("state"), values.get("concerns")):
            if field not in self.errors:
                self.add_error(field, reason)
        return values


class TallyForm(forms.ModelForm):
    """A result that its chamber can hold."""

    class Meta:
        model = Tally
        exclude = []  # noqa: DJ006 -- the admin's inline shows all
        error_messages = {"sources": {"required": "Name at least one source; a tally without one is not recorded."}}

    def clean(self):
        values = super().clean()
        if not self.errors:
            for field, reason in votes.refusals(votes.Result(**{name: values[name] for name in votes.NUMBERS})):
                self.add_error(field, reason)
        return values


class TallyFormSet(forms.BaseInlineFormSet):
    """The results of one vote: one is preferred, and of several with a reason."""

    def clean(self):
        super().clean()
        kept = [form for form in self.forms if form.cleaned_data and not form.cleaned_data.get("DELETE")]
        if kept and self.instance.kind != StepKind.PARLIAMENT_VOTE:
            raise forms.ValidationError("Only a vote in parliament has tallies.")
        results = [
            votes.Result(preferred=bool(values.get("preferred")), reason=values.get("reason", ""))
            for values in (form.cleaned_data for form in kept)
        ]
        for field, reason in votes.disagreements(results):
            next((form for form in kept if form.cleaned_data.get("preferred")), kept[0]).add_error(field, reason)

    def save(self, commit=True):
        # Of two that pass on the preference, the one that gives it up is saved first.
        self.forms[: self.initial_form_count()] = sorted(self.initial_forms, key=lambda form: form.instance.preferred)
        return super().save(commit)

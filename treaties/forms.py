"""The analysts' forms of the record: what cannot stand is refused beside its field, and nothing typed is lost."""

from django import forms
from django.utils import timezone

from treaties.admissibility import refusals
from treaties.models import Act, Treaty


class ReasonedForm(forms.ModelForm):
    """A correction says why; the reason goes into the history."""

    change_reason = forms.CharField(
        label="Reason for the change", max_length=100, required=False, help_text="Required when you correct a row."
    )

    def clean_change_reason(self):
        reason = self.cleaned_data["change_reason"]
        if self.instance.pk and not reason:
            raise forms.ValidationError("Say why you change what is on the record.")
        self.instance._change_reason = reason or "entered"
        return reason


class TreatyForm(ReasonedForm):
    class Meta:
        model = Treaty
        exclude = []  # noqa: DJ006 -- the admin's fieldsets name the fields


class ActForm(ReasonedForm):
    """An act that the record can hold together with the state's other acts."""

    class Meta:
        model = Act
        exclude = []  # noqa: DJ006 -- the admin's fieldsets name the fields
        error_messages = {"sources": {"required": "Name at least one source; an act without one is not recorded."}}

    def clean(self):
        values = super().clean()
        if values.get("effective_on") and not values.get("effective_reason"):
            self.add_error("effective_reason", "A day of effect that is not the computed one needs its reason.")
        if values.get("retired_on") and not values.get("retired_because"):
            self.add_error("retired_because", "Say why this act should not count.")
        if values.get("retired_because") and not values.get("retired_on"):
            self.add_error("retired_on", "Say since when this act should not count.")
        if all(values.get(name) for name in ("treaty", "state", "kind", "date")):
            self._refuse(values)
        return values

    def _refuse(self, values):
        """Name beside its field what this act lacks, and what another act would lack because of it."""
        treaty, state = values["treaty"], values["state"]
        others = list(Act.objects.published().filter(treaty=treaty, state=state).exclude(pk=self.instance.pk))
        candidate = Act(kind=values["kind"], date=values["date"], effective_on=values.get("effective_on"))
        acts = others if values.get("retired_on") else [*others, candidate]
        for act, field, reason in refusals(acts, treaty.rules, timezone.localdate()):
            if act is candidate:
                self.add_error(field, reason)
            else:
                field = "retired_on" if values.get("retired_on") else "date"
                self.add_error(field, f"Then another act could not stand. {act.get_kind_display()}: {reason}")


class ReportedDateFormSet(forms.BaseInlineFormSet):
    """Where sources report other dates, the act says why its own is kept."""

    def clean(self):
        super().clean()
        kept = [form for form in self.forms if form.cleaned_data and not form.cleaned_data.get("DELETE")]
        if kept and not self.instance.preferred_because:
            raise forms.ValidationError("Say under “Why this date” why the act’s own date is preferred to these.")

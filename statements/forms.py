"""The analysts' forms of what was said: what cannot stand is refused beside its field, and nothing typed is lost."""

from string import ascii_lowercase

from django import forms
from django.db.models import Max
from django.utils import timezone

from sources.dates import PartialDateField
from statements.addresses import is_page
from statements.admissibility import alike, coding_refusals, statement_refusals
from statements.models import Claim, Coding, Statement
from states.models import fold
from treaties.forms import RetirableForm


class StatementForm(RetirableForm):
    """A statement with its issuers and sources; a likely double is saved only on purpose."""

    when = PartialDateField(label="Date")
    save_anyway = forms.BooleanField(
        required=False, label="Save although a similar statement of that day and those issuers is on record"
    )

    class Meta:
        model = Statement
        exclude = ["date", "date_precision"]  # noqa: DJ006 -- the admin's fieldsets name the fields
        error_messages = {"sources": {"required": "Name at least one source; a statement without one is not recorded."}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial.setdefault("when", str(self.instance.when))
        if "key" in self.fields:
            self.fields["key"].required = False
            self.fields["key"].help_text += " Made from the speaker and the date where you leave it blank."

    def clean(self):
        values = super().clean()
        for field, reason in statement_refusals(values):
            self.add_error(field, reason)
        if when := values.get("when"):
            self.instance.date, self.instance.date_precision = when.day, when.precision
            self._warn_of_doubles(values, when)
            if not self.instance.pk and not values.get("key"):
                values["key"] = self._free_key(values, when)
        # The codings below are checked against the issuers named here, which are saved later.
        self.instance.named_states = list(values.get("states") or ())
        return values

    def _warn_of_doubles(self, values, when):
        """Ask to save on purpose what may be on record already."""
        if values.get("save_anyway") or not {"when", "title", "states", "organisations"} & set(self.changed_data):
            return
        same_day = Statement.objects.filter(date=when.day, date_precision=when.precision, retired_on=None)
        issuers = {*values.get("states", ()), *values.get("organisations", ())}
        for other in same_day.exclude(pk=self.instance.pk).prefetch_related("states", "organisations"):
            same_issuers = issuers == {*other.states.all(), *other.organisations.all()}
            if same_issuers and alike(values.get("title", ""), other.title):
                self.add_error("save_anyway", f"Is it this one, {other.key}? “{other.title}”. If not, tick this box.")

    def _free_key(self, values, when):
        """A key that no statement has: who, when and, from the second on, a letter."""
        issuers = [*(state.iso3 for state in values.get("states", ()))]
        issuers += [organisation.slug for organisation in values.get("organisations", ())]
        who = values.get("speaker", "").split()[-1:] or (issuers if len(issuers) == 1 else ["joint"])
        stem = f"{fold(who[0])[:60]}_{str(when).replace('-', '')}"
        keys = [stem, *(f"{stem}_{letter}" for letter in ascii_lowercase[1:])]
        taken = set(Statement.objects.filter(key__in=keys).values_list("key", flat=True))
        return next((key for key in keys if key not in taken), "")


class CodingForm(forms.ModelForm):
    """What a statement is taken to state; without a state, all that issued it state it."""

    class Meta:
        model = Coding
        fields = ["justification", "state", "passage", "retired_because"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # A new one may stand for all states that issued the statement; one on record is of one state.
        self.fields["state"].required = bool(self.instance.pk)
        self.fields["state"].help_text = "" if self.instance.pk else "Blank: every state that issued the statement."
        self.fields["passage"].widget.attrs |= {"rows": 2, "cols": 30}

    def clean(self):
        values = super().clean()
        if not self.instance.pk and values.get("retired_because"):
            self.add_error("retired_because", "Only what is on record can be retired.")
        if not values.get("retired_because"):
            self.instance.retired_on = None
        elif self.instance.retired_on is None:
            self.instance.retired_on = timezone.localdate()
        return values


class CodingFormSet(forms.BaseInlineFormSet):
    """The codings of one statement: each by a state that issued it, with words that are quoted."""

    #: Who saves them.
    coder = None

    def clean(self):
        super().clean()
        seen = set()
        for form in self.forms:
            values = form.cleaned_data if form.is_valid() else {}
            # What is retired counts no longer, and only what is on record can be.
            retired = form.instance.pk and values.get("retired_because")
            if values.get("justification") and not retired:
                self._refuse(form, values, seen)

    def _refuse(self, form, values, seen):
        named, state, justification = self.instance.named_states, values.get("state"), values["justification"]
        quoted = {"passage": values.get("passage") or "", "quote": self.instance.quote}
        if not state and not named:
            form.add_error("state", "No state issued the statement, and only states are coded.")
        for field, reason in coding_refusals(state=str(state), issued=not state or state in named, **quoted):
            form.add_error(field, reason)
        for one in [state] if state else named:
            if (justification, one) in seen:
                form.add_error("justification", f"This is coded twice for {one}.")
            seen.add((justification, one))

    def save_new(self, form, commit=True):
        """One coding, or one for each state that issued the statement; the first of them."""
        states = [form.instance.state] if form.instance.state_id else self.instance.named_states
        facts = {name: getattr(form.instance, name) for name in ("justification", "passage")}
        codings = [
            Coding(statement=self.instance, state=state, coded_by=self.coder, coded_on=timezone.localdate(), **facts)
            for state in states
        ]
        for coding in codings:
            self._save(coding)
        return codings[0]

    def _save(self, coding):
        coding._change_reason = self.instance._change_reason
        coding.save()


class ClaimForm(RetirableForm):
    """A public claim and what the record says."""

    made_on = PartialDateField(label="Made on", required=False)

    class Meta:
        model = Claim
        exclude = ["date", "date_precision"]  # noqa: DJ006 -- the admin's fieldsets name the fields
        error_messages = {"sources": {"required": "Name at least one source of the finding."}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("made_on", str(self.instance.made_on or ""))
        for name in {"key", "position"} & set(self.fields):
            self.fields[name].required = False
            self.fields[name].help_text += " Made for you where you leave it blank."

    def clean_page(self):
        if page := self.cleaned_data["page"]:
            is_page(page)
        return page

    def clean(self):
        values = super().clean()
        made_on = values.get("made_on")
        self.instance.date = made_on and made_on.day
        self.instance.date_precision = made_on.precision if made_on else ""
        if values.get("position") is None and "position" in self.fields:
            values["position"] = (Claim.objects.aggregate(last=Max("position"))["last"] or 0) + 1
        if not values.get("key") and "key" in self.fields:
            values["key"] = f"claim-{values['position']}"
        return values

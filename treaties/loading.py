"""The rows of the record: data/treaties.csv, acts.csv, act_dates.csv, steps.csv and tallies.csv."""

from collections import defaultdict

from django import forms
from django.db.models import Exists, OuterRef

from sources.dates import PartialDateField
from sources.loading import FlagField, KnownField
from sources.models import KEY
from states.loading import CodeField, DayField, KeysField
from states.names import are_names
from treaties import votes
from treaties.admissibility import effect_refusal, preference_refusal, reported_date_refusal, step_refusals
from treaties.enums import ActKind, StepKind
from treaties.models import Act, ReportedDate, Step, Tally, Treaty


class MembersField(forms.IntegerField):
    """A number of members of a chamber; blank where it is not stated."""

    def __init__(self):
        super().__init__(min_value=0, max_value=votes.LARGEST_CHAMBER, required=False)


class TreatyRow(forms.Form):
    file = "treaties.csv"
    model = Treaty
    identity = ("slug",)

    slug = forms.SlugField(max_length=60)
    position = forms.IntegerField(min_value=1)
    name = forms.CharField(max_length=80)
    also_known_as = forms.CharField(max_length=300, required=False, validators=[are_names])
    noun = forms.CharField(max_length=20)
    title = forms.CharField(max_length=250)
    depositary_reference = forms.CharField(max_length=20)
    adopted_on = DayField()
    adopted_at = forms.CharField(max_length=80, required=False)
    opened_on = DayField()
    opened_at = forms.CharField(max_length=80, required=False)
    signature_closed_on = DayField(required=False)
    consents_required = forms.IntegerField(min_value=1)
    consents_reached_on = DayField(required=False)
    in_force_on = DayField(required=False)
    entry_months = forms.IntegerField(min_value=0, max_value=120)
    withdrawal_months = forms.IntegerField(min_value=0, max_value=120)
    conflict_bars_withdrawal = FlagField()
    entry_article = forms.CharField(max_length=20)
    withdrawal_article = forms.CharField(max_length=20)
    checked_on = DayField()
    coverage_note = forms.CharField()
    sources = KeysField()


class ActRow(forms.Form):
    file = "acts.csv"
    model = Act
    identity = ("file_key",)
    #: Finds an act that an analyst entered before it came by file.
    same_fact = ("treaty", "state", "kind", "date")
    columns = {"state": "iso3", "file_key": "date"}

    treaty = forms.SlugField()
    iso3 = CodeField()
    kind = KnownField(ActKind)
    date = DayField()
    effective_on = DayField(required=False)
    effective_reason = forms.CharField(max_length=300, required=False)
    preferred_because = forms.CharField(max_length=300, required=False)
    note = forms.CharField(required=False)
    sources = KeysField()

    def clean(self):
        values = super().clean()
        if reason := effect_refusal(values.get("effective_on"), values.get("effective_reason")):
            self.add_error("effective_reason", reason)
        values["file_key"] = act_key(values)
        values["state"] = values.pop("iso3", None)
        return values

    @staticmethod
    def verify(today):
        """The acts that cannot stand once all are loaded: (file key, column, reason) for each reason."""
        for act, field, reason in Act.objects.published().refused_on(today):
            yield act.file_key, field, f"{act.state}: {reason}"
        others = Exists(ReportedDate.objects.filter(act=OuterRef("pk")))
        for act in Act.objects.annotate(has_others=others).select_related("state"):
            if reason := preference_refusal(act.preferred_because, has_others=act.has_others):
                yield act.file_key, "preferred_because", f"{act.state}: {reason}"


class ReportedDateRow(forms.Form):
    file = "act_dates.csv"
    model = ReportedDate
    identity = ("act", "date")
    columns = {"act": "date", "date": "reported_date"}

    treaty = forms.SlugField()
    iso3 = CodeField()
    kind = KnownField(ActKind)
    date = DayField()
    reported_date = DayField()
    note = forms.CharField(max_length=300, required=False)
    sources = KeysField()

    def clean(self):
        values = super().clean()
        if reason := reported_date_refusal(values.get("reported_date"), values.get("date")):
            self.add_error("reported_date", reason)
        return {
            "act": act_key(values),
            "date": values.get("reported_date"),
            "note": values.get("note"),
            "sources": values.get("sources"),
        }


def act_key(values):
    """The permanent name of an act in the files: its treaty, state, kind and day as first recorded."""
    return " ".join(str(values.get(column)) for column in ("treaty", "iso3", "kind", "date"))


class StepRow(forms.Form):
    file = "steps.csv"
    model = Step
    identity = ("file_key",)
    #: Finds a step that an analyst entered before it came by file.
    same_fact = ("treaty", "state", "kind", "date", "title")
    columns = {"file_key": "key", "date_precision": "date"}

    key = forms.RegexField(KEY, max_length=120)
    treaty = forms.SlugField()
    state = CodeField(required=False)
    concerns = CodeField(required=False)
    kind = KnownField(StepKind)
    date = PartialDateField()
    title = forms.CharField(max_length=200)
    detail = forms.CharField()
    sources = KeysField()

    def clean(self):
        values = super().clean()
        for field, reason in step_refusals(values.get("kind"), values.get("state"), values.get("concerns")):
            if field not in self.errors:
                self.add_error(field, reason)
        if when := values.get("date"):
            values |= {"date": when.day, "date_precision": when.precision}
        values["file_key"] = values.pop("key", None)
        return values


class TallyRow(forms.Form):
    file = "tallies.csv"
    model = Tally
    identity = ("file_key",)
    columns = {"file_key": "step", "in_favour": "for"}
    #: The preferred one is written last, for there is one for each of these.
    written_last = "preferred"
    marked_once = ("step",)

    step = forms.CharField(max_length=120)
    # A word of the language cannot be assigned to; the class body's own names can be reached like this.
    locals()["for"] = MembersField()
    against = MembersField()
    abstained = MembersField()
    absent = MembersField()
    seats = MembersField()
    majority_needed = MembersField()
    preferred = FlagField()
    reason = forms.CharField(max_length=300, required=False)
    sources = KeysField()

    def clean(self):
        values = super().clean()
        values["in_favour"] = values.pop("for", None)
        if not self.errors:
            numbers = {name: values[name] for name in votes.NUMBERS}
            for field, reason in votes.refusals(votes.Result(**numbers)):
                self.add_error(self.columns.get(field, field), reason)
        # Its permanent name in the files: numbers may be corrected, the report they are from stays the same.
        values["file_key"] = f"{values.get('step')} {values.get('sources', [''])[0]}"
        return values

    @staticmethod
    def verify(today):
        """The tallies that cannot stand once all are loaded: (file key, column, reason) for each reason."""
        by_step = defaultdict(list)
        for tally in Tally.objects.select_related("step__state").order_by("-preferred", "pk"):
            by_step[tally.step].append(tally)
        for step, tallies in by_step.items():
            # The first row of the vote shows what is wrong with all of them.
            name = next((tally.file_key for tally in tallies if tally.file_key), "")
            if step.kind != StepKind.PARLIAMENT_VOTE:
                yield name, "step", f"{step}: only a vote in parliament has tallies, and this is none."
            for field, reason in votes.disagreements(tallies):
                yield name, field, f"{step}: {reason}"


ROWS = [TreatyRow, ActRow, ReportedDateRow, StepRow, TallyRow]

"""The rows of the record: data/treaties.csv, acts.csv and act_dates.csv."""

from collections import defaultdict

from django import forms

from sources.dates import in_text
from states.loading import CodeField, DayField, KeysField
from treaties.admissibility import refusals
from treaties.enums import ActKind
from treaties.models import Act, ReportedDate, Treaty


class KindField(forms.ChoiceField):
    """A kind of act; an unknown one is an error and never ignored."""

    def __init__(self):
        message = "This kind of act is not known. Known are: " + ", ".join(ActKind.values) + "."
        super().__init__(choices=ActKind.choices, error_messages={"invalid_choice": message})


class TreatyRow(forms.Form):
    file = "treaties.csv"
    model = Treaty
    identity = ("slug",)

    slug = forms.SlugField(max_length=60)
    position = forms.IntegerField(min_value=1)
    name = forms.CharField(max_length=80)
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
    conflict_bars_withdrawal = forms.TypedChoiceField(
        choices=[("true", "true"), ("false", "false")], coerce="true".__eq__
    )
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
    kind = KindField()
    date = DayField()
    effective_on = DayField(required=False)
    effective_reason = forms.CharField(max_length=300, required=False)
    preferred_because = forms.CharField(max_length=300, required=False)
    note = forms.CharField(required=False)
    sources = KeysField()

    def clean(self):
        values = super().clean()
        if values.get("effective_on") and not values.get("effective_reason"):
            self.add_error("effective_reason", "A day of effect that is not the computed one needs its reason.")
        values["file_key"] = act_key(values)
        values["state"] = values.pop("iso3", None)
        return values

    @staticmethod
    def verify(today):
        """The acts that cannot stand once all are loaded: (file key, column, reason) for each reason."""
        histories = defaultdict(list)
        for act in Act.objects.published().select_related("treaty", "state"):
            histories[act.treaty, act.state].append(act)
        for (treaty, _state), acts in histories.items():
            for refusal in refusals(acts, treaty.rules, today):
                yield refusal.act.file_key, refusal.field, f"{refusal.act.state}: {refusal.reason}"


class ReportedDateRow(forms.Form):
    file = "act_dates.csv"
    model = ReportedDate
    identity = ("act", "date")
    columns = {"act": "date", "date": "reported_date"}

    treaty = forms.SlugField()
    iso3 = CodeField()
    kind = KindField()
    date = DayField()
    reported_date = DayField()
    note = forms.CharField(max_length=300, required=False)
    sources = KeysField()

    def clean(self):
        values = super().clean()
        if values.get("date") and values.get("date") == values.get("reported_date"):
            self.add_error("reported_date", f"The act itself has this day, {in_text(values['date'])}.")
        return {
            "act": act_key(values),
            "date": values.get("reported_date"),
            "note": values.get("note"),
            "sources": values.get("sources"),
        }


def act_key(values):
    """The permanent name of an act in the files: its treaty, state, kind and day as first recorded."""
    return " ".join(str(values.get(column)) for column in ("treaty", "iso3", "kind", "date"))


ROWS = [TreatyRow, ActRow, ReportedDateRow]

"""The rows of data/organisations.csv, justifications.csv, statements.csv, codings.csv and claims.csv."""

from django import forms
from django.db.models import Exists, OuterRef

from sources.dates import PartialDateField
from sources.loading import KnownField
from statements.addresses import is_page
from statements.admissibility import coding_refusals, statement_refusals
from statements.enums import JustificationKind, Regarding, Stance, StatementKind, Verdict
from statements.models import Claim, Coding, Justification, Organisation, Statement
from statements.models.shared import is_key
from states.loading import CodeField, DayField, KeysField
from states.names import are_names


class OrganisationRow(forms.Form):
    file = "organisations.csv"
    model = Organisation
    identity = ("slug",)

    slug = forms.CharField(max_length=80, validators=[is_key])
    name = forms.CharField(max_length=120)
    also_known_as = forms.CharField(max_length=120, required=False, validators=[are_names])


class JustificationRow(forms.Form):
    file = "justifications.csv"
    model = Justification
    identity = ("code",)

    code = forms.CharField(max_length=60, validators=[is_key])
    position = forms.IntegerField(min_value=1)
    kind = KnownField(JustificationKind)
    label = forms.CharField(max_length=100)
    definition = forms.CharField()


class StatementRow(forms.Form):
    file = "statements.csv"
    model = Statement
    identity = ("key",)

    key = forms.CharField(max_length=80, validators=[is_key])
    date = PartialDateField()
    kind = KnownField(StatementKind)
    title = forms.CharField(max_length=250)
    states = KeysField(required=False)
    organisations = KeysField(required=False)
    speaker = forms.CharField(max_length=120, required=False)
    role = forms.CharField(max_length=200, required=False)
    language = forms.RegexField(r"^[a-z]{2}$", required=False)
    quote = forms.CharField(required=False)
    translated_by = forms.CharField(max_length=200, required=False)
    summary = forms.CharField()
    stance = KnownField(Stance)
    regarding = KnownField(Regarding)
    treaty = forms.SlugField()
    answers = forms.CharField(required=False)
    sources = KeysField()

    def clean(self):
        values = super().clean()
        for field, reason in statement_refusals(values):
            if field not in self.errors:
                self.add_error(field, reason)
        when = values.get("date")
        return values | ({"date": when.day, "date_precision": when.precision} if when else {})


class CodingRow(forms.Form):
    file = "codings.csv"
    model = Coding
    identity = ("file_key",)
    #: Finds a coding that an analyst entered before it came by file.
    same_fact = ("statement", "justification", "state")
    columns = {"file_key": "statement"}

    statement = forms.CharField()
    justification = forms.CharField()
    state = CodeField()
    passage = forms.CharField(required=False)
    coded_on = DayField()

    def clean(self):
        values = super().clean()
        values["file_key"] = " ".join(str(values.get(name)) for name in self.same_fact)
        return values

    @staticmethod
    def verify(today):
        """The codings that cannot stand beside their statements: (file key, column, reason) for each reason."""
        issued = Statement.states.through.objects.filter(statement=OuterRef("statement"), state=OuterRef("state"))
        codings = Coding.objects.filter(retired_on=None, statement__retired_on=None).annotate(issued=Exists(issued))
        for coding in codings.select_related("statement", "state"):
            facts = {"state": str(coding.state), "issued": coding.issued}
            for field, reason in coding_refusals(passage=coding.passage, quote=coding.statement.quote, **facts):
                yield coding.file_key, field, reason


class ClaimRow(forms.Form):
    file = "claims.csv"
    model = Claim
    identity = ("key",)
    columns = {"date": "made_on"}

    key = forms.CharField(max_length=80, validators=[is_key])
    position = forms.IntegerField(min_value=1)
    claim = forms.CharField()
    claimant = forms.CharField(max_length=250)
    made_on = PartialDateField(required=False)
    verdict = KnownField(Verdict)
    finding = forms.CharField()
    page = forms.CharField(max_length=200, required=False, validators=[is_page])
    sources = KeysField()

    def clean(self):
        values = super().clean()
        made_on = values.pop("made_on", None)
        return values | {"date": made_on and made_on.day, "date_precision": made_on.precision if made_on else ""}


ROWS = [OrganisationRow, JustificationRow, StatementRow, CodingRow, ClaimRow]

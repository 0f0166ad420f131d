"""The analysts' admin of what was said: one form for a joint statement, refusals beside the fields, history."""

import pytest
from django.urls import reverse

from sources.models import Source
from statements.models import Coding, Justification, Organisation, Statement
from states.models import State
from treaties.models import Treaty

pytestmark = pytest.mark.django_db
ADD = "/admin/statements/statement/add/"
FOUR = ["EST", "LVA", "LTU", "POL"]


def form(*codings, **values):
    """A filled form for a joint statement of four states, with codings as dictionaries."""
    filled = {
        "states": FOUR,
        "when": "2026-03-02",
        "kind": "joint_statement",
        "title": "Four ministers on something new",
        "quote": "We act together, and we act now.",
        "summary": "typed by hand",
        "treaty": Treaty.objects.get(position=1).pk,
        "regarding": "withdrawal",
        "stance": "supports_withdrawal",
        "sources": [Source.objects.get(key="delfi_joint_20250318").pk],
        "codings-TOTAL_FORMS": len(codings),
        "codings-INITIAL_FORMS": sum("id" in coding for coding in codings),
    } | values
    filled["states"] = [State.objects.get(iso3=iso3).pk for iso3 in filled["states"]]
    for place, coding in enumerate(codings):
        filled |= {f"codings-{place}-{name}": value for name, value in _coding(**coding).items()}
    return {name: value for name, value in filled.items() if value not in ("", None)}


def _coding(code="deterrence", state="", **values):
    state = State.objects.get(iso3=state).pk if state else ""
    return {"justification": Justification.objects.get(code=code).pk, "state": state} | values


def errors_of(response):
    assert response.status_code == 200, "it was saved"
    return response.context_data["adminform"].form.errors


def errors_of_codings(response):
    assert response.status_code == 200, "it was saved"
    [formset] = response.context_data["inline_admin_formsets"]
    return formset.formset.errors


def test_one_form_enters_a_joint_statement_of_four_states_with_its_codings(analyst):
    typed = form(
        {"passage": "we act now"},
        {"code": "regional_solidarity", "passage": "We act together"},
        {"code": "no_plans_to_use", "state": "EST"},
    )
    assert analyst.post(ADD, typed).status_code == 302
    statement = Statement.objects.get(key="joint_20260302")
    assert {state.iso3 for state in statement.states.all()} == set(FOUR)
    codings = list(statement.codings.values_list("justification__code", "state__iso3"))
    assert len(codings) == 9
    assert [iso3 for code, iso3 in codings if code == "no_plans_to_use"] == ["EST"]
    assert {coding.coded_by.username for coding in statement.codings.all()} == {"analyst"}
    assert "4 states" not in analyst.get("/justifications/").content.decode()
    assert b"we act now" in analyst.get("/statements/joint_20260302/").content


def test_what_is_entered_leaves_history(analyst):
    analyst.post(ADD, form({}))
    statement = Statement.objects.get(key="joint_20260302")
    assert statement.history.first().history_user.username == "analyst"
    assert statement.codings.first().history.first().history_change_reason == "entered"
    address = reverse("admin:statements_statement_history", args=[statement.pk])
    assert analyst.get(address).status_code == 200


@pytest.mark.parametrize(
    ("values", "field", "reason"),
    [
        ({"states": []}, "states", "Name at least one state or organisation"),
        ({"states": ["POL"]}, "kind", "at least two issuers"),
        ({"speaker": "Somebody"}, "speaker", "credited to all its issuers"),
        ({"quote": "word " * 46}, "quote", "has 46 words"),
        ({"quote": "", "translated_by": "by somebody"}, "translated_by", "no quotation"),
        ({"sources": ""}, "sources", "Name at least one source"),
        ({"when": "2 March"}, "when", "as far as it is known"),
        ({"when": ""}, "when", "required"),
        ({"language": "P1"}, "language", "two letters"),
        ({"key": "No Key"}, "key", "Lower-case letters"),
        ({"key": "jst_20250318"}, "key", "already exists"),
        ({"retired_on": "2026-05-01"}, "retired_because", "Say why"),
        ({"retired_because": "twice"}, "retired_on", "Say since when"),
    ],
)
def test_a_statement_that_cannot_stand_is_refused_beside_its_field_and_nothing_is_lost(analyst, values, field, reason):
    before = Statement.objects.count()
    response = analyst.post(ADD, form(**values))
    assert reason in " ".join(errors_of(response)[field])
    assert "typed by hand" in response.content.decode()
    assert Statement.objects.count() == before


@pytest.mark.parametrize(
    ("coding", "field", "reason"),
    [
        ({"state": "FIN"}, "state", "Finland did not issue the statement"),
        ({"passage": "we acted then"}, "passage", "does not contain these words"),
    ],
)
def test_a_coding_that_cannot_stand_is_refused_beside_its_field(analyst, coding, field, reason):
    before = Coding.objects.count()
    [errors] = errors_of_codings(analyst.post(ADD, form(coding)))
    assert reason in " ".join(errors[field])
    assert Coding.objects.count() == before


@pytest.mark.parametrize(
    ("coding", "issuers"),
    [
        ({"state": "NOR", "passage": "words never said"}, {}),
        ({}, {"states": [], "organisations": "united-nations", "kind": "international_organisation"}),
    ],
    ids=["a state that did not issue it", "no state issued it"],
)
def test_a_new_coding_cannot_be_retired(analyst, coding, issuers):
    before = Coding.objects.count()
    if "organisations" in issuers:
        issuers = issuers | {"organisations": [Organisation.objects.get(slug=issuers["organisations"]).pk]}
    [errors] = errors_of_codings(analyst.post(ADD, form(coding | {"retired_because": "misread"}, **issuers)))
    assert "Only what is on record" in " ".join(errors["retired_because"])
    assert Coding.objects.count() == before


def test_the_same_coding_twice_is_refused(analyst):
    _, errors = errors_of_codings(analyst.post(ADD, form({}, {"state": "POL"})))
    assert "coded twice for Poland" in " ".join(errors["justification"])


def test_organisations_are_not_coded(analyst):
    organisation = Organisation.objects.get(slug="united-nations").pk
    typed = form({}, states=[], organisations=[organisation], kind="international_organisation")
    [errors] = errors_of_codings(analyst.post(ADD, typed))
    assert "only states are coded" in " ".join(errors["state"])


@pytest.mark.parametrize(
    ("values", "warned"),
    [
        ({}, True),
        ({"title": "Four Ministers: on something new!"}, True),
        ({"title": "An altogether different matter"}, False),
        ({"when": "2026-03-03"}, False),
        ({"states": ["EST", "LVA", "LTU"]}, False),
        ({"save_anyway": "on"}, False),
    ],
)
def test_a_likely_double_is_saved_only_on_purpose(analyst, values, warned):
    analyst.post(ADD, form())
    response = analyst.post(ADD, form(**values))
    if warned:
        assert "Is it this one, joint_20260302?" in " ".join(errors_of(response)["save_anyway"])
    else:
        assert response.status_code == 302


def test_keys_are_made_from_the_speaker_and_the_date(analyst):
    one = {"states": ["LTU"], "kind": "interview", "speaker": "Dovilė Šakalienė"}
    analyst.post(ADD, form(**one, title="First"))
    analyst.post(ADD, form(**one, title="Something else"))
    analyst.post(ADD, form(states=["LTU"], kind="objection", when="2026-03", title="An objection"))
    keys = set(Statement.objects.filter(date__gte="2026-03-01").values_list("key", flat=True))
    assert keys == {"sakaliene_20260302", "sakaliene_20260302_b", "ltu_202603"}


def shown(statement, **values):
    """The form of a statement on record, as the admin shows it, with some values typed over."""
    codings = [
        {"id": coding.pk, "code": coding.justification.code, "state": coding.state.iso3, "passage": coding.passage}
        for coding in statement.codings.order_by("statement", "justification__position", "state__sort_key")
    ]
    names = ("kind", "title", "speaker", "role", "quote", "language", "translated_by", "summary", "regarding", "stance")
    typed = {name: getattr(statement, name) for name in names}
    typed |= {"when": str(statement.when), "states": [state.iso3 for state in statement.states.all()]}
    return form(*codings, **typed | values)


def test_a_correction_needs_a_reason_and_keeps_the_old_value_in_history(analyst):
    statement = Statement.objects.get(key="tusk_20250307_b")
    address = reverse("admin:statements_statement_change", args=[statement.pk])
    assert "change_reason" in errors_of(analyst.post(address, shown(statement, title="Corrected")))
    typed = shown(statement, title="Corrected", change_reason="the title misled")
    assert analyst.post(address, typed).status_code == 302
    latest, before, *_ = statement.history.all()
    assert (latest.title, latest.history_change_reason) == ("Corrected", "the title misled")
    assert "others have these weapons" in {record.title.partition(": ")[2] for record in statement.history.all()}
    assert before.pk != latest.pk


def test_a_changed_quotation_must_still_hold_its_passages(analyst):
    statement = Statement.objects.get(key="tusk_20250307_b")
    address = reverse("admin:statements_statement_change", args=[statement.pk])
    [errors] = errors_of_codings(analyst.post(address, shown(statement, quote="Other words.", change_reason="test")))
    assert "does not contain these words" in " ".join(errors["passage"])


def test_a_coding_is_retired_with_a_reason_and_no_longer_counts(analyst):
    statement = Statement.objects.get(key="tusk_20250307_b")
    address = reverse("admin:statements_statement_change", args=[statement.pk])
    typed = shown(statement, change_reason="read again") | {"codings-0-retired_because": "misread"}
    assert analyst.post(address, typed).status_code == 302
    coding = statement.codings.get()
    assert coding.retired_on is not None
    assert coding not in Coding.objects.published()
    assert coding.history.first().history_change_reason == "read again"


def test_a_coding_on_record_keeps_a_state(analyst):
    statement = Statement.objects.get(key="tusk_20250307_b")
    address = reverse("admin:statements_statement_change", args=[statement.pk])
    typed = shown(statement, change_reason="test") | {"codings-0-state": ""}
    [errors] = errors_of_codings(analyst.post(address, typed))
    assert "required" in " ".join(errors["state"])


def test_the_key_of_a_statement_on_record_stays(analyst):
    statement = Statement.objects.get(key="tusk_20250307_b")
    address = reverse("admin:statements_statement_change", args=[statement.pk])
    typed = shown(statement, change_reason="test", key="another_key")
    assert analyst.post(address, typed).status_code == 302
    statement.refresh_from_db()
    assert statement.key == "tusk_20250307_b"


@pytest.mark.parametrize(("names", "saved"), [("NRO|New Relief", True), ("NRO | New Relief", False)])
def test_an_organisation_is_found_by_the_names_that_an_analyst_gives_it(analyst, names, saved):
    analyst.post(
        "/admin/statements/organisation/add/",
        {"name": "New Relief Organisation", "slug": "new-relief-organisation", "also_known_as": names},
    )
    assert Organisation.objects.named("nro").exists() is saved

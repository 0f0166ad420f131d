"""The analysts' admin of claims, and that each of its pages answers."""

import pytest
from django.urls import reverse

from sources.models import Source
from statements.models import Claim, Justification, Organisation, Statement
from tests.statements.test_admin import ADD, errors_of

pytestmark = pytest.mark.django_db
ADD_CLAIM = "/admin/statements/claim/add/"


def claim_form(**values):
    filled = {
        "claim": "A state left on the day of its vote.",
        "claimant": "A newspaper",
        "made_on": "2025-05",
        "verdict": "wrong",
        "finding": "typed by hand",
        "page": "/treaties/ottawa-convention/withdrawals/?state=LTU",
        "sources": [Source.objects.get(key="delfi_joint_20250318").pk],
    } | values
    return {name: value for name, value in filled.items() if value != ""}


def test_a_claim_gets_the_next_number(analyst):
    assert analyst.post(ADD_CLAIM, claim_form()).status_code == 302
    claim = Claim.objects.get(position=33)
    assert (claim.key, str(claim.made_on)) == ("claim-33", "2025-05")
    assert "A state left on the day of its vote." in analyst.get("/claims/").content.decode()


@pytest.mark.parametrize(
    ("values", "field", "reason"),
    [
        ({"sources": ""}, "sources", "Name at least one source"),
        ({"page": "/no/such/page/"}, "page", "no such page"),
        ({"page": "https://example.org/"}, "page", "no such page"),
        ({"page": "//example.org/claims/"}, "page", "no such page"),
        ({"page": "/\\example.org/a.csv"}, "page", "no such page"),
        ({"page": "/claims/?to=\\"}, "page", "no such page"),
        ({"page": "/\t/example.org/a.csv"}, "page", "no such page"),
        ({"page": "/claims/?a=\x07b"}, "page", "no such page"),
        ({"page": "//example.org/a.csv"}, "page", "no such page"),
        ({"page": "/nothing/here.csv"}, "page", "no such page"),
        ({"page": "/admin/nothing/"}, "page", "no such page"),
        ({"verdict": ""}, "verdict", "required"),
        ({"made_on": "May"}, "made_on", "as far as it is known"),
        ({"position": "1"}, "position", "already exists"),
        ({"retired_because": "twice"}, "retired_on", "Say since when"),
    ],
)
def test_a_claim_that_cannot_stand_is_refused_beside_its_field(analyst, values, field, reason):
    response = analyst.post(ADD_CLAIM, claim_form(**values))
    assert reason in " ".join(errors_of(response)[field])
    assert Claim.objects.count() == 32


def test_a_claims_page_can_be_a_download(analyst):
    assert analyst.post(ADD_CLAIM, claim_form(page="/claims.csv?sort=-n")).status_code == 302


@pytest.mark.parametrize(
    "address",
    [
        ADD,
        ADD_CLAIM,
        "/admin/statements/statement/?q=šakalienė",
        "/admin/statements/statement/?counts=yes",
        "/admin/statements/statement/?counts=no",
        "/admin/statements/statement/?counts=retired",
        "/admin/statements/claim/?q=minefield",
        "/admin/statements/justification/",
        "/admin/statements/justification/add/",
        "/admin/statements/organisation/?q=nations",
        "/admin/statements/organisation/add/",
        "/admin/autocomplete/?term=turkiye&app_label=statements&model_name=statement&field_name=states",
        "/admin/autocomplete/?term=icrc&app_label=statements&model_name=statement&field_name=sources",
        "/admin/autocomplete/?term=flank&app_label=statements&model_name=statement&field_name=answers",
        "/admin/autocomplete/?term=deter&app_label=statements&model_name=coding&field_name=justification",
    ],
)
def test_an_analysts_page_answers(analyst, address):
    assert analyst.get(address).status_code == 200


def test_the_form_of_a_statement_has_search_fields_and_a_way_to_add_an_organisation(analyst):
    html = analyst.get(ADD).content.decode()
    for name in ("states", "organisations", "sources", "codings-__prefix__-justification"):
        assert f'name="{name}"' in html
    assert html.count("admin-autocomplete") >= 6
    assert 'id="add_id_organisations"' in html


@pytest.mark.parametrize("model", [Statement, Claim, Justification, Organisation])
def test_an_analyst_deletes_nothing(analyst, model):
    address = reverse(f"admin:statements_{model._meta.model_name}_delete", args=[model.objects.first().pk])
    assert analyst.get(address).status_code == 403

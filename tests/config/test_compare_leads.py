"""What rests on no source that can be cited: neither the comparison nor the list nor a profile tells it."""

import json
from datetime import date

import pytest

from sources.models import Source
from states.facts import facts_of
from states.models import LandBorder, Membership, State
from tests.config.comparisons import DAY
from tests.config.test_compare import facts
from tests.pages import body_of

pytestmark = pytest.mark.django_db


def test_what_rests_on_a_mere_lead_is_told_nowhere(client):
    lead = Source.objects.get(citable=False)
    Membership.objects.get(group__slug="nato", state__iso3="FIN").sources.set([lead])
    LandBorder.objects.get(state__iso3="FIN", neighbour__iso3="RUS").sources.set([lead])
    for membership in Membership.objects.filter(state__iso3="POL"):
        membership.sources.add(lead)
    found = facts(client, "FIN", "POL")
    assert found["FIN", None, "groups", "nato"][0]["value"] is None
    assert not found["FIN", None, "borders", "RUS"][0]["value"]
    assert lead.key not in {key for rows in found.values() for row in rows for key in row["sources"] or []}
    listed = json.loads(body_of(client.get(f"/states.json?on={DAY}")))["results"]
    [finland] = [row for row in listed if row["iso3"] == "FIN"]
    assert ("nato" in finland["groups"], finland["borders"]) == (False, [])
    assert "FIN" not in {state.iso3 for state in State.objects.in_groups_on(["nato"], DAY)}
    own = facts_of(State.objects.get(iso3="FIN"), date.fromisoformat(DAY))
    assert ([group.slug for group in own.groups], own.borders) == (["eu"], [])

"""The analysts' admin: whether a source can be cited decides which acts are published."""

import pytest
from django.urls import reverse

from sources.models import Source
from treaties.models import Act

pytestmark = pytest.mark.django_db


@pytest.fixture
def ratification():
    """An act that a withdrawal rests on, with one source alone."""
    act = Act.objects.get(state__iso3="POL", kind="ratification", treaty__position=1)
    act.sources.set(Source.objects.filter(key="icbl-poland-2012"))
    return act


def switch(analyst, source, *, citable):
    """The source's form, as the admin shows it, with the switch typed over."""
    address = reverse("admin:sources_source_change", args=[source.pk])
    typed = {name: getattr(source, name) for name in ("key", "publisher", "title", "url", "archived_url")}
    typed |= {"published": str(source.published or ""), "change_reason": "test"}
    typed |= {"citable": "on"} if citable else {}
    return analyst.post(address, typed)


def errors_of(response):
    assert response.status_code == 200, "the source was saved"
    return response.context_data["adminform"].form.errors


def test_a_source_that_an_act_needs_for_another_to_stand_stays_citable(analyst, ratification):
    [source] = ratification.sources.all()
    [reason] = errors_of(switch(analyst, source, citable=False))["citable"]
    assert "Poland, Notice of withdrawal: Only a State Party can withdraw" in reason
    assert ratification in Act.objects.published()


def test_a_source_beside_others_may_become_a_lead(analyst, ratification):
    [source] = ratification.sources.all()
    ratification.sources.add(Source.objects.get(key="untc-xxvi5-scrape"))
    assert switch(analyst, source, citable=False).status_code == 302
    assert ratification in Act.objects.published()


def test_a_lead_whose_act_could_not_stand_does_not_become_citable(analyst):
    lead = Source.objects.create(key="lead", publisher="A", title="B", citable=False)
    party = Act.objects.get(state__iso3="TON", kind="accession")
    act = Act.objects.create(treaty=party.treaty, state=party.state, kind="accession", date="2026-01-05")
    act.sources.add(lead)
    assert "Tonga, Accession: " in errors_of(switch(analyst, lead, citable=True))["citable"][0]
    act.sources.clear()
    assert switch(analyst, lead, citable=True).status_code == 302

"""What the reference list says of one state on a day."""

from datetime import date

import pytest

from sources.models import Source
from states.facts import facts_of
from states.models import Membership, State

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


def test_one_query_tells_groups_neighbours_and_sources(django_assert_num_queries):
    poland = State.objects.get(iso3="POL")
    with django_assert_num_queries(1):
        facts = facts_of(poland, TODAY)
    assert [(group.slug, group.since.year) for group in facts.groups] == [("nato", 1999), ("eu", 2004)]
    assert [(other.iso3, other.get_absolute_url()) for other in facts.borders] == [
        ("BLR", "/states/belarus/"),
        ("RUS", "/states/russia/"),
    ]
    assert {source.key for source in facts.sources} == {source.key for source in poland.sources.citable()}
    assert facts.sources[0].get_absolute_url() == f"/sources/{facts.sources[0].key}/"


def test_a_membership_counts_from_its_day():
    finland = State.objects.get(iso3="FIN")
    assert [group.slug for group in facts_of(finland, date(2023, 4, 3)).groups] == ["eu"]
    assert [group.slug for group in facts_of(finland, date(2023, 4, 4)).groups] == ["nato", "eu"]


def test_a_source_that_cannot_be_cited_is_never_shown():
    poland = State.objects.get(iso3="POL")
    lead = Source.objects.create(key="lead", publisher="Someone", title="A lead", citable=False)
    poland.sources.add(lead)
    for membership in Membership.objects.filter(state=poland):
        membership.sources.add(lead)
    facts = facts_of(poland, TODAY)
    shown = [key for group in facts.groups for key, _ in group.sources] + [source.key for source in facts.sources]
    assert len(facts.groups) == 2
    assert "lead" not in shown


def test_a_place_of_which_little_is_on_record():
    kosovo = facts_of(State.objects.get(iso3="XKX"), TODAY)
    assert (kosovo.groups, kosovo.borders) == ([], [])

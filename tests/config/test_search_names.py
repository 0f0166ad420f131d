"""What the search finds by the other names of treaties and organisations."""

import pytest
from django.utils import timezone

from config.ranking import Rank
from config.search import Kind, search
from statements.models import Statement

pytestmark = pytest.mark.django_db


def groups_of(typed):
    return search(typed, timezone.localdate()).groups


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("Mine Ban Treaty", "Ottawa Convention"),
        ("mine-ban convention", "Ottawa Convention"),
        ("Anti-Personnel Mine Ban Convention", "Ottawa Convention"),
        ("ottawa treaty", "Ottawa Convention"),
        ("apmbc", "Ottawa Convention"),
        ("CCM", "Convention on Cluster Munitions"),
        ("dublin", "Convention on Cluster Munitions"),
    ],
)
def test_a_treaty_stands_first_for_each_of_its_names(typed, title):
    group = groups_of(typed)[0]
    assert group.kind is Kind.PAGE
    assert group.hits[0].title == title


def test_the_pages_of_a_treaty_are_found_by_its_other_names_too():
    pages = [hit.url for hit in groups_of("Mine Ban Treaty")[0].hits]
    own = "/treaties/ottawa-convention/"
    assert pages[0] == own
    assert set(pages) == {f"{own}{page}" for page in ("", "status/", "map/", "withdrawals/", "record/")}


def test_a_treaty_is_found_by_where_it_was_adopted_and_opened_for_signature():
    [group] = groups_of("oslo")
    assert [hit.title for hit in group.hits] == ["Ottawa Convention", "Convention on Cluster Munitions"]


@pytest.mark.parametrize(
    ("typed", "issuer", "count"),
    [
        ("ICBL", "international-campaign-to-ban-landmines", 6),
        ("hrw", "human-rights-watch", 2),
        ("MAG", "mines-advisory-group", 1),
        ("ICRC", "international-committee-of-the-red-cross", 3),
        ("Norwegian People’s Aid", "norwegian-peoples-aid", 1),
        ("UN", "united-nations", 3),
    ],
)
def test_what_an_organisation_said_stands_first_for_each_of_its_names(typed, issuer, count):
    group = groups_of(typed)[0]
    assert group.kind is Kind.STATEMENT
    issued = Statement.objects.filter(organisations__slug=issuer).values_list("key", flat=True)
    assert {hit.url.split("/")[-2] for hit in group.hits[:count]} == set(issued)
    assert [hit.rank for hit in group.hits[: count + 1]].count(Rank.EXACT) == count


def test_the_beginning_of_a_name_is_not_the_name():
    [group] = [group for group in groups_of("united nation") if group.kind is Kind.STATEMENT]
    assert group.hits[0].rank > Rank.EXACT


def test_what_was_found_by_another_name_shows_it(client):
    assert "<mark>APMBC</mark>" in client.get("/search/?q=apmbc").content.decode()

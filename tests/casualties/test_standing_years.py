"""Casualties by how states stood under a treaty: in one year, and in the list of all years."""

import json

import pytest

from tests.pages import body_of, words_of

pytestmark = pytest.mark.django_db


def rows(client, query=""):
    return json.loads(body_of(client.get(f"/casualties/standing.json?{query}")))["results"]


def test_the_split_says_what_share_fell_in_states_parties_and_warns(client):
    words = words_of(client.get("/casualties/2023/"))
    assert "by standing under the Ottawa Convention on 31 December 2023" in words
    assert "States Parties 9 2,862 60% 50%" in words
    assert "Not parties 2 1,936 40% 34%" in words
    assert "Standing under a treaty is not shown to cause these numbers." in words


def test_the_split_of_every_year_is_a_list_with_downloads(client):
    found = rows(client, "from=2023&to=2023")
    assert len(found) == 1
    assert found[0]["states_parties"] == 2862
    assert found[0]["states_parties_percent"] == 50
    assert found[0]["on"] == "2023-12-31"
    assert (found[0]["withdrawn"], found[0]["withdrawn_percent"], found[0]["withdrawn_areas"]) == (None, None, 0)
    assert "is not shown to cause" in words_of(client.get("/casualties/standing/"))


def test_the_split_by_standing_leaves_out_no_year_and_says_how_much_it_does_not_know(client):
    found = {row["year"]: row for row in rows(client)}
    assert list(found) == list(range(2024, 1998, -1))
    assert (found[2004]["world"], found[2004]["states_parties"], found[2004]["not_attributed"]) == (None, None, None)
    assert found[2000]["world_qualifier"] == "about"
    assert found[2000]["not_attributed"] == 8000 - found[2000]["not_party"]
    words = words_of(client.get("/casualties/standing/?from=2000&to=2000"))
    assert "about 8,000" in words
    assert "99%" in words

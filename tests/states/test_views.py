"""The list of states."""

import json

import pytest

from tests.pages import body_of, words_of

pytestmark = pytest.mark.django_db


def results(client, query):
    return json.loads(body_of(client.get(f"/states.json?{query}")))["results"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("q=turkey", {"TUR"}),
        ("state=POL&state=FIN", {"POL", "FIN"}),
        ("subregion=northern-europe&borders=RUS", {"EST", "FIN", "LTU", "LVA", "NOR"}),
        ("borders=BLR", {"LTU", "LVA", "POL", "RUS", "UKR"}),
        ("region=oceania&q=niue", {"NIU"}),
        ("group=nato&on=2023-04-03&state=FIN", set()),
        ("group=nato&on=2023-04-04&state=FIN", {"FIN"}),
        ("group=eu&group=nato&state=NOR", {"NOR"}),
        ("state=XKX&state=POL", {"XKX", "POL"}),
        ("kind=other_area", {"XKX", "ESH", "TWN", "XSL", "XNK", "XAB"}),
    ],
)
def test_the_list_has_the_states_asked_for(client, query, expected):
    assert {row["iso3"] for row in results(client, query)} == expected


def test_without_a_question_the_list_has_the_197_states(client):
    assert len(results(client, "")) == 197


def test_groups_are_those_of_the_day(client):
    [row] = results(client, "state=FIN&on=2000-01-01")
    assert row["groups"] == ["eu"]


def test_the_order_can_be_turned(client):
    assert results(client, "sort=-name")[0]["iso3"] == "ZWE"
    assert results(client, "sort=region")[0]["region"] == "Africa"


def test_a_heading_says_how_the_table_is_ordered(client):
    html = client.get("/states/?sort=-name").content.decode()
    assert html.count('aria-sort="descending"') == 1
    assert 'href="?sort=name"' in html


def test_applied_filters_can_be_taken_off_one_by_one(client):
    html = client.get("/states/?region=europe&region=asia&q=a").content.decode()
    assert 'href="/states/?region=asia&amp;q=a"' in html
    assert 'href="/states/?region=europe&amp;region=asia"' in html


def test_an_applied_day_is_shown_as_tables_show_days(client):
    assert "As at: 26 Dec 2025" in words_of(client.get("/treaties/ottawa-convention/status/?on=2025-12-26"))


def test_no_match_says_so(client):
    assert "0 shown" in words_of(client.get("/states/?q=atlantis"))

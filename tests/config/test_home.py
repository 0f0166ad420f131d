"""The first page: the answer in ten seconds."""

import pytest

from tests.pages import words_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("day", "counts"),
    [("2026-11-23", "161"), ("2025-12-27", "163"), ("2025-12-26", "166"), ("2025-08-31", "164")],
)
def test_home_counts_the_states_bound_on_a_day(client, day, counts):
    assert f">{counts}</a>" in client.get(f"/?on={day}").content.decode()


def test_home_names_who_left_and_when(client):
    text = words_of(client.get("/?on=2026-11-23"))
    assert "Five states have left the Ottawa Convention; 161 are bound and none is leaving" in text
    assert "Estonia, Latvia, Lithuania, Finland and Poland ceased to be States Parties between" in text
    assert "Poland 20 February 2026" in text


def test_home_says_when_nobody_is_leaving_and_when_that_was_checked(client):
    text = words_of(client.get("/?on=2026-11-23"))
    assert "No notice of withdrawal is on record as pending. The record was last compared" in text
    assert "published reports on 23 November 2026" in text


def test_home_on_an_earlier_day_names_who_is_leaving(client):
    text = words_of(client.get("/?on=2025-12-26"))
    assert "166 states are bound by the Ottawa Convention, five of them leaving; none has left" in text
    assert "Poland effective 20 February 2026, 56 days left" in text
    assert "Estonia effective 27 December 2025, 1 day left" in text
    assert "Finland (effective 10 January 2026)" in text
    assert "ceased to be" not in text.partition("Other treaties")[0]


def test_home_shows_the_contested_suspension_apart(client):
    assert "Ukraine notified a suspension" in words_of(client.get("/?on=2026-11-23"))


def test_home_refuses_a_day_that_is_none_beside_its_field(client):
    response = client.get("/?on=2025-13-45")
    assert response.status_code == 200
    assert "Write the day as year-month-day" in response.content.decode()
    assert 'class="counters' not in response.content.decode()
    assert "on record" not in words_of(response)


def test_home_tells_who_shares_a_justification_and_the_cost(client):
    text = words_of(client.get("/?on=2026-11-23"))
    assert "Stated by all 6: Heightened threat from Russia (and Belarus)" in text
    assert "At least 6,279 casualties (killed and injured) in 2024 (Landmine Monitor 2025)" in text
    assert "3 March 2026" in text


def test_the_latest_steps_are_those_that_are_sure_to_have_happened(client):
    # Objections whose day in 2025 is not known answer what was notified on 18 July 2025.
    html = client.get("/?on=2025-02-01").content.decode().partition('class="home-steps"')[2]
    assert "objects to" not in html
    assert "<time" in html


def test_home_says_of_a_day_to_come_that_it_is_one(client):
    assert "1 January 2090 is still to come: this is what follows" in words_of(client.get("/?on=2090-01-01"))
    assert "still to come: this" not in words_of(client.get("/?on=2025-12-26"))


def test_home_shows_the_map_and_the_same_as_a_table(client):
    html = client.get("/?on=2026-11-23").content.decode()
    map_of_the_day, _, table = html.partition('<table class="map-table">')
    for name in ("Poland: Withdrawn", "Tuvalu: State Party", "Holy See: State Party"):
        assert f"<title>{name}" in map_of_the_day
    assert table.partition("</table>")[0].count("/states/") == 198  # the contested state stands twice


@pytest.mark.parametrize("day", ["0001-01-01", "1950-01-01", "1997-12-03", "1998-09-16", "9999-12-31"])
def test_home_has_an_answer_for_any_day(client, day):
    response = client.get(f"/?on={day}")
    assert response.status_code == 200
    assert "Ottawa Convention" in words_of(response)

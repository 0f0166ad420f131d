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
    assert "Poland ceased to be a State Party on 20 February 2026" in text


def test_home_says_when_nobody_is_leaving_and_when_that_was_checked(client):
    text = words_of(client.get("/?on=2026-11-23"))
    assert "None recorded as at 23 November 2026; the record was last compared" in text


def test_home_on_an_earlier_day_names_who_is_leaving(client):
    text = words_of(client.get("/?on=2025-12-26"))
    assert "Poland: notice received on 20 August 2025, takes effect on 20 February 2026" in text
    assert "Finland ceased" not in text


def test_home_shows_the_contested_suspension_apart(client):
    assert "Ukraine notified a suspension" in words_of(client.get("/?on=2026-11-23"))


def test_home_refuses_a_day_that_is_none_beside_its_field(client):
    response = client.get("/?on=2025-13-45")
    assert response.status_code == 200
    assert "Write the day as year-month-day" in response.content.decode()
    assert "161" not in response.content.decode()

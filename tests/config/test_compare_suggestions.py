"""Which comparisons are offered, and where: found in the record, never more states than fit."""

import pytest

from config.compare.suggestions import comparison_address, suggestions
from tests.config.comparisons import DAY, LEAVERS, OTTAWA
from tests.pages import Outline, words_of

pytestmark = pytest.mark.django_db
SEVEN = ["EST", "FIN", "LVA", "LTU", "POL", "NOR", "UKR"]


@pytest.mark.parametrize("number", [0, 1, 6, 7])
def test_too_few_or_too_many_states_have_no_address(number):
    assert comparison_address(SEVEN[:number]) == ""


@pytest.mark.parametrize("number", [2, 3, 4, 5])
def test_an_address_names_the_states_the_treaty_and_the_day(number):
    address = comparison_address(SEVEN[:number], treaty="some-treaty", on="2025-12-27")
    assert address.count("state=") == number
    assert address.endswith("&treaty=some-treaty&on=2025-12-27")


def test_the_same_states_are_offered_once_by_what_is_said_first():
    found = suggestions([("left", ["A", "B"], "x"), ("one", ["A"], ""), ("border", ["B", "A"], ""), ("six", SEVEN, "")])
    assert [one.label for one in found] == ["left"]


@pytest.mark.parametrize(
    ("day", "offered", "names"),
    [
        ("2026-11-23", "The states that left the Ottawa Convention", "Estonia, Finland, Latvia, Lithuania, Poland"),
        ("2026-01-01", "The states that left the Ottawa Convention", "Estonia, Latvia, Lithuania"),
        ("2026-01-01", "The states that are leaving the Ottawa Convention", "Finland, Poland"),
        ("2026-11-23", "States Parties to the Ottawa Convention that border Russia", "Belarus, Norway, Ukraine"),
        ("2020-01-01", "EU members that border Russia", "Estonia, Finland, Latvia, Lithuania, Poland"),
        ("2026-11-23", "The states that border Belarus", "Latvia, Lithuania, Poland, Russia, Ukraine"),
    ],
)
def test_the_record_offers_what_states_have_in_common_on_the_day(client, day, offered, names):
    page = client.get(f"/compare/?on={day}")
    assert f"{offered} {names}" in words_of(page)
    [one] = [one for one in page.context_data["suggestions"] if one.label == offered]
    assert client.get(one.url).context_data["comparison"]


def test_the_page_of_withdrawals_leads_to_those_that_left(client):
    for day, states in ((DAY, LEAVERS), ("2026-01-15", LEAVERS[:4])):
        html = client.get(f"/treaties/{OTTAWA}/withdrawals/?on={day}").content.decode()
        [link] = [link for link in Outline(html).links if link.startswith("/compare/?")]
        assert all(f"state={iso3}" in link for iso3 in states)
        assert link.count("state=") == len(states)
        assert client.get(link).context_data["comparison"]
    early = client.get(f"/treaties/{OTTAWA}/withdrawals/?on=2025-12-01").content.decode()
    assert "/compare/?" not in early


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("poland", "Belarus and Russia or other states"),
        ("norway", "Compare Norway with Russia or other states."),
        ("brazil", "Compare Brazil with other states."),
        ("russia", "Compare Russia with other states."),
    ],
)
def test_a_profile_leads_to_comparisons(client, state, words):
    page = client.get(f"/states/{state}/?on={DAY}")
    assert words in words_of(page)
    for link in Outline(page.content.decode()).links:
        if link.startswith("/compare/"):
            assert client.get(link).status_code == 200

"""What can be compared: a question is understood, or refused with its reason beside its field."""

import pytest

from tests.config.comparisons import LEAVERS, address
from tests.pages import Outline, body_of, words_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("query", "parameter", "reason"),
    [
        ("state=POL", "state", "One state is no comparison"),
        ("state=POL&state=POL", "state", "One state is no comparison"),
        ("state=POL&state=&state=", "state", "One state is no comparison"),
        ("&".join(f"state={iso3}" for iso3 in [*LEAVERS, "UKR"]), "state", "6 states were given; two to five"),
        ("state=POL&state=ZZZ", "state", "“ZZZ” is not known"),
        ("state=POL&state=XKX", "state", "“XKX” is not known"),
        ("state=POL&state=pol", "state", "“pol” is not known"),
        ("state=POL&state=%00", "state", "is not known"),
        (f"state=POL&state={'x' * 100_000}", "state", "is not known"),
        ("state=POL&state=%3Cscript%3Ealert(1)%3C/script%3E", "state", "is not known"),
        ("state=POL&state=%E2%80%AEDNLOP", "state", "is not known"),
        ("state=POL&state=FIN&on=2025-13-45", "on", "Write the day"),
        ("state=POL&state=FIN&on=2025-01-01&on=2025-01-02", "on", "more than once"),
        ("state=POL&state=FIN&treaty=atlantis", "treaty", "“atlantis” is not known"),
    ],
)
def test_what_cannot_be_compared_is_refused_beside_its_field(client, query, parameter, reason):
    page = client.get(f"/compare/?{query}")
    html = page.content.decode()
    assert page.status_code == 200
    assert reason in words_of(page)
    assert 'class="errorlist"' in html
    assert "<tbody>" not in html
    assert "<script>alert" not in html
    assert "Ready-made" in html
    assert len(html) < 80_000
    assert set(Outline(html).fields) <= Outline(html).labelled
    for form in (".csv", ".json"):
        download = client.get(f"/compare{form}?{query}")
        assert download.status_code == 400
        assert list(download.json()["errors"]) == [parameter]
        assert len(download.content) < 2000


def test_a_day_before_the_treaty_is_answered(client):
    words = words_of(client.get(address("POL", "FIN", on="0001-01-01")))
    assert "was not opened for signature until 3 December 1997" in words
    assert client.get(address("POL", "FIN", on="9999-12-31")).status_code == 200


def test_a_state_given_twice_counts_once_and_the_page_says_so(client):
    page = client.get(address("POL", "FIN", "POL"))
    assert "Given more than once, and counted once: Poland." in words_of(page)
    assert page.context_data["title"] == "Poland and Finland compared"
    assert address("POL", "FIN", form=".csv") in Outline(page.content.decode()).links


def test_an_unknown_parameter_is_named(client):
    assert "<code>colour</code>" in client.get(address("POL", "FIN", colour="blue")).content.decode()
    assert client.get(address("POL", "FIN", form=".csv", colour="blue")).status_code == 400


def test_without_states_there_is_a_form_and_an_empty_list(client):
    html = client.get("/compare/?state=&state=&state=&state=&state=&on=").content.decode()
    assert html.count('<select name="state"') == 5
    assert "errorlist" not in html
    assert body_of(client.get("/compare.csv")).decode().count("\n") == 1


def test_one_state_is_kept_in_the_form(client):
    html = client.get(address("POL")).content.decode()
    assert html.count('<option value="POL" selected>') == 1
    assert "the question was not understood" not in html

"""The page of the map and its files."""

import gzip
import re
from xml.etree import ElementTree

import pytest
from django.utils.http import urlencode

from tests.pages import body_of, words_of
from tests.treaties.factories import NoticeFactory
from treaties.models import Act

pytestmark = pytest.mark.django_db
MAP = "/treaties/ottawa-convention/map"
SVG = "{http://www.w3.org/2000/svg}"


def svg(client, query=""):
    response = client.get(f"{MAP}.svg{query}")
    assert response.status_code == 200
    return ElementTree.fromstring(body_of(response))  # noqa: S314 -- our own drawing


def titles(client, query):
    return [title.text for title in svg(client, query).iter(f"{SVG}title")]


def test_the_map_shows_who_left_and_says_it_again_as_a_table(client):
    words = words_of(client.get(f"{MAP}/?on=2026-11-23"))
    assert "As at 23 November 2026: 161 States Parties" in words
    assert "Poland: Withdrawn since 20 Feb 2026" in words
    assert "W Withdrawn 5 Estonia (27 Dec 2025) Finland (10 Jan 2026) Latvia" in words


@pytest.mark.parametrize(
    ("day", "parties", "line"),
    [
        ("2025-12-26", "166 States Parties, 5 of them withdrawing", "L State Party, withdrawal pending: 5"),
        ("2025-12-27", "163 States Parties, 2 of them withdrawing", "W Withdrawn: 3"),
        ("2025-08-31", "164 States Parties, 5 of them withdrawing", "D Consented, not yet in force: 2"),
        ("1998-01-01", "0 States Parties", "S Signatory: "),
    ],
)
def test_the_map_agrees_with_the_standings_of_its_day(client, day, parties, line):
    words = words_of(client.get(f"{MAP}/?on={day}"))
    assert parties in words
    assert line in words


def test_the_contested_state_is_shown_as_a_party(client):
    words = words_of(client.get(f"{MAP}/?on=2026-11-23"))
    assert "State Party, suspension contested: 1 of these" in words
    assert "Ukraine: State Party since 1 Jun 2006; notified suspension contested" in words


@pytest.mark.parametrize("address", [f"{MAP}/?on=2026-11-23", "/?on=2026-11-23"])
def test_the_table_dates_a_contested_suspension_by_its_notification(client, address):
    words = words_of(client.get(address))
    table = words[words.index("Letter and standing") :]
    assert "c State Party, suspension contested 1 Ukraine (notified 18 Jul 2025) Counted among" in table
    assert "Ukraine United Kingdom" in table
    assert "(1 Jun 2006)" not in table


@pytest.mark.parametrize("day", ["0001-01-01", "1990-05-05", "1997-12-02"])
def test_a_day_before_the_treaty_is_explained(client, day):
    words = words_of(client.get(f"{MAP}/?on={day}"))
    assert "Before that day nobody could sign or join" in words
    assert "every state is shown as not a party" in words
    assert "N Not a party: 197" in words


def test_a_day_far_ahead_is_answered(client):
    assert client.get(f"{MAP}/?on=9999-12-31").status_code == 200


def test_a_scheduled_change_is_a_day_of_the_slider(client):
    NoticeFactory(date="2026-10-01")
    words = words_of(client.get(f"{MAP}/?on=2026-10-02"))
    assert "1 Apr 2027" in words


def test_the_number_of_a_change_leads_to_its_day(client):
    assert client.get(f"{MAP}/?change=1")["Location"] == f"{MAP}/?on=1997-12-03"
    last = re.search(r'max="(\d+)"', client.get(f"{MAP}/?on=2026-11-23").content.decode())[1]
    assert client.get(f"{MAP}/?change={last}")["Location"] == f"{MAP}/?on=2026-02-20"


@pytest.mark.parametrize(
    "query",
    ["change=0", "change=-1", "change=100000", "change=x", "change=1e3", "change=1&change=2", "change=%00",
     "change=1&on=2025-01-01", f"change={'9' * 5000}", "on=2025-13-45", "change=%D9%A1.5", "change=%3Cscript%3E"],
)  # fmt: skip
def test_a_bad_value_gets_its_reason_and_no_map(client, query):
    response = client.get(f"{MAP}/?{query}")
    html = response.content.decode()
    assert response.status_code == 200
    assert "the question was not understood" in html
    assert "<svg" not in html
    assert "<script>" not in html


def test_the_slider_leads_to_the_changes_around_its_day(client):
    html = client.get(f"{MAP}/?on=2025-12-30").content.decode()
    # That of 27 December is shown.
    assert f'rel="prev" href="{MAP}/?on=2025-12-01"' in html
    assert f'rel="next" href="{MAP}/?on=2026-01-10"' in html
    assert "Estonia, Latvia, Lithuania: Withdrawn" in html


def test_a_treaty_without_acts_has_a_map_and_no_slider(client):
    Act.objects.filter(treaty__slug="convention-on-cluster-munitions").update(
        retired_on="2020-01-01", retired_because="for this test"
    )
    html = client.get("/treaties/convention-on-cluster-munitions/map/").content.decode()
    assert 'type="range"' not in html
    assert "<svg" in html
    assert client.get("/treaties/convention-on-cluster-munitions/map/?change=1").status_code == 200


def test_the_drawing_fits_into_forty_kilobytes(client):
    html = client.get(f"{MAP}/?on=2026-11-23").content.decode()
    drawings = "".join(re.findall(r'<svg class="map-drawing".*?</svg>', html, flags=re.DOTALL))
    assert drawings.count("<svg") == 2
    assert len(gzip.compress(drawings.encode(), 9)) <= 40 * 1024
    assert len(gzip.compress(html.encode(), 9)) <= 30 * 1024


def test_every_state_is_linked_in_the_drawing_and_in_the_table_whose_links_are_tiles_on_phones(client):
    html = client.get(f"{MAP}/?on=2026-11-23").content.decode()
    world = re.search(r'<svg class="map-drawing".*?</svg>', html, flags=re.DOTALL)[0]
    assert world.count("<a ") == world.count('tabindex="-1"') == 197
    table = html.partition('class="map-table"')[2].partition("</table>")[0]
    # The contested state stands in two rows.
    assert table.count("<a ") == table.count("<li>") == 198


def test_the_page_says_how_the_map_is_drawn(client):
    words = words_of(client.get("/about/"))
    assert "How we draw the map" in words
    assert "Part of Ukraine. General Assembly resolution 68/262 27 Mar 2014" in words
    html = client.get(f"{MAP}/").content.decode()
    assert 'href="/about/#map"' in html
    assert "do not imply endorsement" in html


def test_the_file_stands_alone(client):
    response = client.get(f"{MAP}.svg?on=2026-11-23")
    text = body_of(response).decode()
    assert response["Content-Type"] == "image/svg+xml"
    assert response["Content-Disposition"] == 'attachment; filename="ottawa-convention-map-2026-11-23.svg"'
    assert "As at 23 November 2026" in text
    assert "do not imply endorsement" in words_of(response)
    assert "http://testserver/treaties/ottawa-convention/map/?on=2026-11-23" in text
    for foreign in ('class="map-p', "<style", " style=", "<image", "<script", 'href="/'):
        assert foreign not in text.replace('class="map-name"', "")


def test_the_file_for_printing_has_greys_and_the_proportion_of_a4(client):
    drawing = svg(client, "?on=2026-11-23&for=print")
    _, _, width, height = map(int, drawing.get("viewBox").split())
    assert width / height == pytest.approx(297 / 210, abs=0.001)
    assert "#0072b2" not in ElementTree.tostring(drawing, encoding="unicode")


def test_the_file_has_every_state_with_its_standing(client):
    found = titles(client, "?on=2026-11-23")
    assert "Poland: Withdrawn since 20 Feb 2026" in found
    # Some are drawn in both plates.
    assert len(set(found)) == 197 + 1


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ({"on": "2025-13-45"}, "on"),
        ({"on": "\x00"}, "on"),
        ({"for": "screen"}, "for"),
        ({"for": "x" * 100_000}, "for"),
        ({"colour": "blue"}, "colour"),
        ({"on": "<b>"}, "on"),
        ({"change": "1"}, "change"),
    ],
)
def test_a_file_refuses_what_it_does_not_understand(client, query, parameter):
    response = client.get(f"{MAP}.svg?{urlencode(query)}")
    assert response.status_code == 400
    assert list(response.json()["errors"]) == [parameter]
    assert len(response.content) < 2000


def test_an_unknown_treaty_has_no_map(client):
    assert client.get("/treaties/atlantis/map/").status_code == 404
    assert client.get("/treaties/atlantis/map.svg").status_code == 404


def test_a_file_is_made_with_few_queries(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        client.get(f"{MAP}.svg")


def test_a_name_from_the_record_is_escaped(client):
    from states.models import State

    state = State.objects.get(iso3="NOR")
    state.name = "<b>&Norway</b>"
    state.save()
    html = client.get(f"{MAP}/").content.decode() + body_of(client.get(f"{MAP}.svg")).decode()
    assert "<b>&Norway" not in html
    assert "&lt;b&gt;&amp;Norway" in html

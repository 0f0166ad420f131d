"""The names by which readers find a state, and what the field in the header is told."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from states.finding import findable, finder_rows, folded_by_browsers
from states.models import State, fold
from tests.pages import PAGES

pytestmark = pytest.mark.django_db


def rows_by_name():
    return {row["name"]: row for row in finder_rows(findable())}


def test_every_state_and_area_can_be_found_in_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        places = findable()
    assert [place.name for place in places] == [state.name for state in State.objects.alphabetical()]


def test_a_state_is_found_by_every_name_and_code():
    row = rows_by_name()["Türkiye"]
    assert row["names"][0] == "turkiye"
    assert {"turkey", "republic-of-turkiye"} <= set(row["names"])
    assert row["codes"] == ["tur", "tr"]
    assert row["url"] == "/states/turkiye/"


@pytest.mark.parametrize(
    ("typed", "name"),
    [("Россия", "Russia"), ("Éire", "Ireland"), ("Österreich", "Austria"), ("cote d'ivoire", "Côte d'Ivoire")],
)
def test_what_a_browser_makes_of_a_name_is_among_its_names(typed, name):
    assert folded_by_browsers(typed) in rows_by_name()[name]["names"]
    assert fold(typed) in rows_by_name()[name]["names"]


@pytest.mark.parametrize(
    ("text", "plain"),
    [("Côte d’Ivoire", "cote-divoire"), ("  Guinea - Bissau ", "guinea-bissau"), ("Straße", "straße"), ("<%>", "")],
)
def test_a_browser_folds_without_turning_letters_into_others(text, plain):
    assert folded_by_browsers(text) == plain


def test_the_names_are_small_kept_and_asked_for_again_only_if_they_changed(client):
    answer = client.get("/states/finder.json")
    assert len(gzip.compress(answer.content)) <= 8192
    assert "max-age=3600" in answer["Cache-Control"]
    assert client.get("/states/finder.json", headers={"if-none-match": answer["ETag"]}).status_code == 304
    State.objects.filter(iso3="POL").update(name="Polonia")
    assert client.get("/states/finder.json", headers={"if-none-match": answer["ETag"]}).status_code == 200


def test_a_name_from_the_record_is_no_markup(client):
    State.objects.filter(iso3="POL").update(name="</script><b>")
    assert client.get("/states/finder.json")["Content-Type"] == "application/json"


@pytest.mark.parametrize("page", PAGES, ids=[page.address for page in PAGES])
def test_every_page_has_a_field_that_finds_states_and_works_as_a_form(client, page):
    html = client.get(page.address).content.decode()
    form = re.search(r'<form class="finder.*?</form>', html, re.DOTALL)[0]
    assert 'role="search"' in form
    assert 'action="/search/"' in form
    assert 'name="q"' in form
    assert 'data-finder="/states/finder.json"' in form
    assert "js/finder." in html


def test_the_script_is_small():
    assert len(gzip.compress(Path(finders.find("js/finder.js")).read_bytes())) <= 3072

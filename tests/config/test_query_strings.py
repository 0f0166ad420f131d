"""Any query string is answered, refused with its reason or not found: never an error, never a wrong list."""

import re

import pytest
from django.utils.http import urlencode
from hypothesis import given

from tests.pages import LISTS, Outline, body_of
from tests.query_strings import check_that_page_and_download_agree, query_strings, quickly

pytestmark = pytest.mark.django_db

NAMES = ["on", "region", "subregion", "group", "borders", "status", "kind", "state", "from", "to", "q", "sort", "page"]
NAMES += ["area", "edition", "standing"]
VALUES = [
    *("", "2025-12-27", "2025-13-45", "0001-01-01", "9999-12-31", "europe", "atlantis", "nato", "RUS", "POL", "zzz"),
    *("party", "withdrawal", "-state", "state", "1", "0", "-1", "99999999999999999999", "%", "\x00", "' OR 1=1 --"),
    *("<script>", "٢٠٢٥-٠١-٠١", "２０２５-01-01", "\ud7ff", "a" * 5000, "1e3", "2025-02-30", "null", "۵"),
]
queries = query_strings(NAMES, VALUES)


@pytest.mark.parametrize("address", LISTS)
@quickly
@given(query=queries)
def test_a_page_answers_any_query_string(client, address, query):
    response = client.get(f"{address}?{urlencode(query)}")
    assert response.status_code in (200, 404)


@pytest.mark.parametrize("address", LISTS)
@quickly
@given(query=queries)
def test_page_and_download_agree_about_what_they_understand(client, address, query):
    check_that_page_and_download_agree(client, address, query)


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("on=2025-13-45", "on"),
        ("on=27.12.2025", "on"),
        ("on=2025-1-5", "on"),
        ("on=%D9%A2%D9%A0%D9%A2%D9%A5-12-27", "on"),
        ("on=2025-12-27&on=2025-12-28", "on"),
        ("region=atlantis", "region"),
        ("region=europe&region=atlantis", "region"),
        ("status=party&status=zzz", "status"),
        ("state=ZZZ", "state"),
        ("state=XKX", "state"),
        ("group=warsaw-pact", "group"),
        ("borders=FRA", "borders"),
        ("sort=capital", "sort"),
        ("page=zero", "page"),
        ("page=0", "page"),
        ("q=%00", "q"),
        (f"q={'x' * 100_000}", "q"),
        (f"region={'x' * 100_000}", "region"),
        ("colour=blue", "colour"),
    ],
)
def test_a_download_refuses_what_it_does_not_understand_and_names_it(client, query, parameter):
    for form in ("csv", "json"):
        response = client.get(f"/treaties/ottawa-convention/status.{form}?{query}")
        assert response.status_code == 400
        assert list(response.json()["errors"]) == [parameter]
        assert len(response.content) < 2000


@pytest.mark.parametrize("query", ["on=2025-13-45", "region=atlantis", "status=party&status=zzz", "q=%00", "sort=zzz"])
def test_a_page_shows_the_reason_and_no_results(client, query):
    response = client.get(f"/treaties/ottawa-convention/status/?{query}")
    html = response.content.decode()
    assert response.status_code == 200
    assert "the question was not understood" in html
    assert 'class="errorlist"' in html
    assert "<tbody>" not in html


def test_an_unknown_parameter_is_named_on_the_page_and_changes_nothing(client):
    html = client.get("/treaties/ottawa-convention/status/?colour=blue").content.decode()
    assert "<code>colour</code>" in html
    assert "197 states shown" in html


def test_the_links_of_a_page_leave_out_what_it_did_not_understand(client):
    html = client.get("/treaties/ottawa-convention/status/?region=europe&utm_source=letter").content.decode()
    links = re.findall(r'href="([^"]*)"', html.partition("<main")[2])
    assert "/treaties/ottawa-convention/status.csv?region=europe" in links
    assert not [link for link in links if "utm_source" in link]


def test_a_blank_parameter_is_the_same_as_none(client):
    blank = client.get("/treaties/ottawa-convention/status.csv?on=&region=&q=&sort=&status=&page=")
    assert body_of(blank) == body_of(client.get("/treaties/ottawa-convention/status.csv"))


def test_a_page_beyond_the_last_is_not_found(client):
    assert client.get("/treaties/ottawa-convention/record/?page=99").status_code == 404
    assert client.get("/treaties/ottawa-convention/record.csv?page=99").status_code == 404


@pytest.mark.parametrize("address", ["/", "/treaties/ottawa-convention/status/", "/states/poland/", "/search/"])
def test_a_query_string_of_thousands_of_parameters_gets_a_page_with_the_reason(client, address):
    response = client.get(f"{address}?{'q=a&' * 1001}")
    assert response.status_code == 400
    assert "More than 1,000 values were sent at once" in response.content.decode()
    assert Outline(response.content.decode()).headings == ["h1"]


@pytest.mark.parametrize(
    "file", ["states.csv", "states.json", "states.spreadsheet.csv", "states/poland.json", "home.bib"]
)
def test_a_file_of_thousands_of_parameters_is_refused_with_the_reason(client, file):
    response = client.get(f"/{file}?{'q=a&' * 1001}")
    assert response.status_code == 400
    assert response.json() == {
        "errors": {"query": ["More than 1,000 values were sent at once; the site reads no more. Please send fewer."]}
    }


def test_a_period_that_ends_before_it_begins_is_refused(client):
    response = client.get("/treaties/ottawa-convention/record.json?from=2025-01-02&to=2025-01-01")
    assert response.json() == {"errors": {"to": ["The period ends before it begins."]}}


def test_what_a_reader_typed_is_shown_as_text(client):
    html = client.get("/states/?q=%3Cscript%3Ealert(1)%3C/script%3E&%3Cb%3E=1").content.decode()
    assert "<script>alert" not in html
    assert "<code><b>" not in html

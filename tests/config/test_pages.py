"""What holds for every public page."""

import copy

import pytest

from tests.pages import LISTS, PAGES, Outline

pytestmark = pytest.mark.django_db
SORTED = {
    "/treaties/": "sort=-name",
    "/states/": "sort=-name",
    "/sources/": "sort=-title",
    "/statements/": "sort=speaker",
    "/justifications/": "regarding=withdrawal",
    "/claims/": "sort=-n",
    "/casualties/": "sort=-total",
    "/casualties/2023/": "sort=-total",
    "/casualties/standing/": "sort=-year",
    "/search/": "q=poland",
    "/compare/": "state=POL&state=FIN",
}
ADDRESSES = [page.address for page in PAGES]


@pytest.mark.parametrize("page", PAGES, ids=ADDRESSES)
def test_a_page_answers_with_a_bounded_number_of_queries(client, django_assert_max_num_queries, page):
    with django_assert_max_num_queries(page.queries):
        response = client.get(page.address)
    assert response.status_code == 200
    assert page.text in response.content.decode()


def test_what_is_looked_for_in_a_page_does_not_stand_in_every_page(client):
    nothing = client.get("/nowhere/").content.decode()
    assert not [page for page in PAGES if page.text in nothing]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_can_be_read_without_seeing_it(client, address):
    outline = Outline(client.get(address).content.decode())
    assert outline.headings.count("h1") == 1
    assert outline.headings[0] == "h1"
    assert set(outline.fields) <= outline.labelled
    assert len(outline.ids) == len(set(outline.ids))
    assert outline.headers_without_scope == 0
    assert all(outline.links)


@pytest.mark.parametrize("address", [*ADDRESSES, "/states.csv", "/states/poland.json", "/healthz", "/states/atlantis/"])
def test_a_reader_gets_no_cookie_and_no_page_of_their_own(client, address):
    response = client.get(address)
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_loads_nothing_from_another_host(client, address):
    html = client.get(address).content.decode()
    for loader in ('src="http', '<link rel="stylesheet" href="http', "@import", "url(http"):
        assert loader not in html


@pytest.mark.parametrize("address", ["/", "/states.csv", "/nowhere/", "/admin/login/"])
def test_every_answer_forbids_what_no_page_needs(client, address):
    policy = client.get(address)["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_uses_no_unknown_variable(client, settings, address):
    templates = copy.deepcopy(settings.TEMPLATES)
    templates[0]["OPTIONS"]["string_if_invalid"] = "UNKNOWN-VARIABLE-%s"
    settings.TEMPLATES = templates
    assert "UNKNOWN-VARIABLE" not in client.get(address).content.decode()


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_link_within_the_site_leads_somewhere(client, address):
    outline = Outline(client.get(address).content.decode())
    for link in sorted({link.partition("#")[0] for link in outline.links if link.startswith("/")})[:60]:
        if not link.startswith("/static/"):
            assert client.get(link).status_code == 200, link


@pytest.mark.parametrize("address", ["/", "/about/", *LISTS])
def test_only_reading_is_possible(client, address):
    assert client.post(address).status_code == 405


@pytest.mark.parametrize("address", ["/sources/%00/", "/sources/a%00b.bib", "/sources/%E2%80%AE/", "/sources/A/"])
def test_what_cannot_be_a_sources_key_is_not_found(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/", "/treaties/ottawa-convention/"])
def test_a_day_thousands_of_years_ahead_makes_no_page_of_thousands_of_rows(client, address):
    response = client.get(f"{address}?on=9999-12-31")
    assert response.status_code == 200
    assert response.content.count(b"<tr>") < 600


def test_head_is_answered_like_get(client):
    assert client.head("/states/").status_code == 200


def test_health_names_the_database(client):
    assert client.get("/healthz").json()["status"] == "ok"


@pytest.mark.parametrize("address", LISTS)
def test_a_list_offers_its_downloads_with_the_same_query_string(client, address):
    query = SORTED.get(address, "sort=-state")
    outline = Outline(client.get(f"{address}?{query}").content.decode())
    for form in ("csv", "json"):
        assert f"{address[:-1]}.{form}?{query}" in outline.links
        assert client.get(f"{address[:-1]}.{form}?{query}").status_code == 200

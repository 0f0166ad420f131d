"""What pages say about themselves: addresses, citations, structured data, sitemap."""

import json
import re
from xml.etree import ElementTree

import pytest
from django.utils.html import escape

from config.templatetags.sharing import _script
from config.version import record_version
from statements.models import Statement
from states.models import State
from tests.pages import PAGES

pytestmark = pytest.mark.django_db
ADDRESSES = [page.address for page in PAGES]


def structured(client, address):
    html = client.get(address).content.decode()
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html).group(1))


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_names_itself_once(client, address):
    html = client.get(address).content.decode()
    path, _, query = address.partition("?")
    # A comparison of other states is another page.
    states = "&".join(part for part in query.split("&") if part.startswith("state="))
    same = f"{path}?{states}" if path == "/compare/" and states else path
    assert html.count('rel="canonical"') == 1
    assert f'<link rel="canonical" href="http://testserver{escape(same)}">' in html
    assert f'<meta property="og:url" content="http://testserver{escape(address)}">' in html
    title = re.search(r'property="og:title" content="([^"]+)"', html).group(1)
    assert title.partition(", as at ")[0] in re.search(r"<title>([^<]+)</title>", html).group(1)
    description = re.search(r'property="og:description" content="([^"]*)"', html).group(1).strip()
    assert len(description) > 40


def test_descriptions_and_titles_tell_the_pages_apart(client):
    pages = [client.get(address).content.decode() for address in ADDRESSES]
    titles = [re.search(r"<title>([^<]+)</title>", html).group(1) for html in pages]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_is_described_for_machines(client, address):
    found = structured(client, address)
    kind = "Dataset" if "columns" in client.get(address).context_data else "WebPage"
    others = {"/search/": "SearchResultsPage", "/compare/": kind if "?" in address else "WebPage"}
    assert found["@type"] == others.get(address.partition("?")[0], kind)
    assert found["dateModified"] == record_version()[:10]
    assert found["url"].startswith(f"http://testserver{address.partition('?')[0]}")


def test_a_list_is_a_dataset_with_its_files_and_columns(client):
    found = structured(client, "/treaties/ottawa-convention/status/?on=2025-12-27")
    assert found["temporalCoverage"] == "2025-12-27"
    assert found["version"] == record_version()
    assert [file["contentUrl"] for file in found["distribution"]] == [
        "http://testserver/treaties/ottawa-convention/status.csv?on=2025-12-27",
        "http://testserver/treaties/ottawa-convention/status.json?on=2025-12-27",
    ]
    assert all(client.get(file["contentUrl"]).status_code == 200 for file in found["distribution"])
    assert "withdrawal_effective" in [column["name"] for column in found["variableMeasured"]]


@pytest.mark.parametrize(
    ("address", "covers"),
    [
        ("/casualties/", "1999/.."),
        ("/casualties/?from=2010&to=2020", "2010/2020"),
        ("/casualties/2023/", "2023"),
        ("/casualties/standing/?to=2020", "1999/2020"),
        ("/states/?on=2025-12-27", "2025-12-27"),
        ("/claims/", None),
        ("/sources/", None),
    ],
)
def test_a_dataset_says_which_time_its_rows_are_about(client, address, covers):
    assert structured(client, address).get("temporalCoverage") == covers


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("/states/poland/?on=2025-05-31", "Poland, as at 31 May 2025"),
        ("/treaties/ottawa-convention/map/?on=1997-12-03", "Ottawa Convention: map, as at 3 December 1997"),
        ("/?on=2025-12-26", "Treaty Withdrawal Tracker, as at 26 December 2025"),
    ],
)
def test_the_page_of_a_day_is_shared_with_its_day(client, address, title):
    html = client.get(address).content.decode()
    day = title.partition(", as at ")[2]
    assert f'<meta property="og:title" content="{title}">' in html
    assert f"as at {day}" in re.search(r"<title>([^<]+)</title>", html)[1]
    assert f'property="og:description" content="As at {day}: ' in html


@pytest.mark.parametrize("address", ["/states/poland/", "/states/poland/?on=1.1.2025", "/about/", "/claims/?q=Poland"])
def test_a_page_of_today_is_shared_without_a_day(client, address):
    html = client.get(address).content.decode()
    assert "as at" not in re.search(r"<title>([^<]+)</title>", html)[1]
    assert 'property="og:description" content="As at' not in html


def test_no_title_ends_the_script_early():
    element = _script({"name": "</script><script>alert(1)</script>&"})
    assert element.count("</script>") == 1
    assert json.loads(element.partition(">")[2].rpartition("<")[0])["name"] == "</script><script>alert(1)</script>&"


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("form", ["bib", "ris"])
def test_a_page_can_be_cited_from_a_file(client, address, form):
    path, _, query = address.partition("?")
    file = f"{path.rstrip('/') or '/home'}.{form}{'?' + query if query else ''}"
    assert escape(file) in client.get(address).content.decode()
    response = client.get(file)
    assert response.status_code == 200
    assert f"http://testserver{path}" in response.content.decode()
    assert "attachment" in response["Content-Disposition"]


def test_a_citation_names_the_day_and_the_version(client):
    html = client.get("/states/poland/?on=2025-12-26").content.decode()
    assert f"as at 26 December 2025. Record version {record_version()}." in html
    assert "http://testserver/states/poland/?on=2025-12-26" in html


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/states/poland.bib?on=never", 400),
        ("/states.ris?colour=blue", 400),
        ("/states/atlantis.bib", 404),
        ("/nowhere.ris", 404),
        ("/healthz.bib", 404),
        ("/statements.bib?q=%00", 400),
    ],
)
def test_a_citation_of_nothing_is_refused_with_a_reason(client, address, status):
    response = client.get(address)
    assert response.status_code == status
    assert response.json()["errors"]


def test_the_version_is_that_of_the_latest_change(client):
    before = record_version()
    assert re.fullmatch(r"\d{4}-\d\d-\d\d\.\d{6}", before)
    state = State.objects.first()
    state.note = "Changed."
    state.save()
    latest = state.history.latest().history_date
    assert record_version() == latest.strftime("%Y-%m-%d.%H%M%S") >= before


def test_the_version_costs_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        record_version()


def test_the_sitemap_names_every_page(client):
    index = ElementTree.fromstring(client.get("/sitemap.xml").content)  # noqa: S314 -- our own answer
    parts = [location.text for location in index.iterfind(".//{*}loc")]
    found = set()
    for part in parts:
        answer = client.get(part.removeprefix("http://testserver"))
        assert answer.status_code == 200
        found |= {location.text for location in ElementTree.fromstring(answer.content).iterfind(".//{*}loc")}  # noqa: S314
    paths = {address.removeprefix("http://testserver") for address in found}
    assert {address.partition("?")[0] for address in ADDRESSES} <= paths
    assert not any(
        f"/statements/{one.key}/" in paths
        for one in Statement.objects.exclude(pk__in=Statement.objects.published().values("pk"))
    )


def test_crawlers_are_told_of_the_sitemap(client):
    text = client.get("/robots.txt").content.decode()
    assert "Sitemap: http://testserver/sitemap.xml" in text
    assert "Disallow: /admin/" in text


def test_the_icon_is_found_where_old_browsers_ask(client):
    assert client.get("/favicon.ico").status_code == 302


def test_a_missing_page_is_not_cited(client):
    html = client.get("/nowhere/").content.decode()
    assert "Cite this page" not in html
    assert "canonical" not in html


@pytest.mark.parametrize("query", ["on=never", "colour=blue", "q=" + "x" * 100_000, "q=%00"])
def test_a_question_that_is_not_understood_is_not_cited(client, query):
    html = client.get(f"/states/?{query}").content.decode()
    assert query[:40] not in html.partition('rel="canonical"')[2].partition("<body>")[0]
    assert 'href="/states.bib"' in html

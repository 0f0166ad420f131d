"""Any list of statements as an Atom feed."""

import json
from xml.etree import ElementTree

import pytest

from statements.models import Statement

pytestmark = pytest.mark.django_db
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def feed(client, query=""):
    response = client.get(f"/statements.atom{query}")
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/atom+xml")
    assert not response.cookies
    return ElementTree.fromstring(response.content)  # noqa: S314 -- made here


def texts(root, path):
    return [element.text for element in root.findall(path, ATOM)]


def test_a_feed_is_complete_and_its_entries_too(client):
    root = feed(client)
    assert texts(root, "a:title") == ["Statements – Treaty Withdrawal Tracker"]
    for path in ("a:id", "a:updated", "a:author/a:name"):
        assert len(texts(root, path)) == 1
    entries = root.findall("a:entry", ATOM)
    assert len(entries) == 50
    for entry in entries:
        for path in ("a:id", "a:title", "a:updated", "a:summary"):
            assert len(texts(entry, path)) == 1, path
        assert entry.find("a:link", ATOM).get("href").startswith("http://testserver/statements/")


def test_entries_have_names_that_last_whatever_the_host(client):
    wanted = "?q=alliance+flank&kind=joint_statement"
    assert texts(feed(client, wanted), "a:entry/a:id") == ["tag:treaty-withdrawal-tracker,2025:statements/jst_20250318"]
    with_host = client.get(f"/statements.atom{wanted}", headers={"host": "localhost"})
    assert b"tag:treaty-withdrawal-tracker,2025:statements/jst_20250318" in with_host.content
    ids = texts(feed(client), "a:entry/a:id")
    assert len(set(ids)) == len(ids)


def test_a_feed_takes_the_lists_query_string(client):
    root = feed(client, "?kind=objection")
    assert len(root.findall("a:entry", ATOM)) == 6
    links = {link.get("rel"): link.get("href") for link in root.findall("a:link", ATOM)}
    assert links == {
        "alternate": "http://testserver/statements/?kind=objection",
        "self": "http://testserver/statements.atom?kind=objection",
    }


def test_a_feed_leads_on_to_every_statement(client):
    found, query = [], ""
    while query is not None:
        root = feed(client, query)
        found += texts(root, "a:entry/a:id")
        links = {link.get("rel"): link.get("href") for link in root.findall("a:link", ATOM)}
        query = links["next"].removeprefix("http://testserver/statements.atom") if "next" in links else None
    assert len(found) == len(set(found)) == Statement.objects.published().count()
    assert links["previous"] == "http://testserver/statements.atom?page=2"
    assert client.get("/statements.atom?page=99").status_code == 404


def test_an_entry_says_who_said_what_and_how_it_stands(client):
    [summary] = texts(feed(client, "?state=CHE"), "a:entry/a:summary")
    assert "Switzerland, 17 October 2025: opposes the suspension." in summary
    assert "<blockquote>" in summary


def test_a_day_that_is_not_known_is_not_made_up(client):
    assert texts(feed(client, "?state=NZL"), "a:entry/a:published") == []
    assert texts(feed(client, "?state=CHE"), "a:entry/a:published") == ["2025-10-17T00:00:00+00:00"]


def test_what_an_analyst_corrects_comes_first(client):
    statement = Statement.objects.get(key="kasciunas_ccm_20240718")
    statement.summary += " It is corrected."
    statement.save()
    assert texts(feed(client), "a:entry/a:id")[0].endswith("/kasciunas_ccm_20240718")


@pytest.mark.parametrize("query", ["?kind=rumour", "?from=2025", "?colour=red", "?q=a&q=b", "?page=0"])
def test_a_query_string_that_is_not_understood_is_refused(client, query):
    response = client.get(f"/statements.atom{query}")
    assert response.status_code == 400
    assert list(json.loads(response.content)["errors"]) == [query[1:].partition("=")[0]]


def test_an_empty_feed_is_a_feed(client):
    assert feed(client, "?q=xyzzy").findall("a:entry", ATOM) == []

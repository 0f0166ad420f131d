"""A state's page on paper is a brief: the templates mark what stays on the screen and what is for paper alone."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

pytestmark = pytest.mark.django_db
LEFT_OUT = "not-in-brief"
#: What has no end tag, and would keep everything after it inside.
VOID = {"br", "hr", "img", "input", "link", "meta"}


class Brief(HTMLParser):
    """Collects the words of a page that the brief keeps, and those that only the brief has."""

    def __init__(self):
        super().__init__()
        self.open, self.kept, self.on_paper_only = [], [], []

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append((tag, (dict(attrs).get("class") or "").split()))

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open.pop()[0] == tag

    def handle_data(self, data):
        classes = {name for _, names in self.open for name in names}
        if LEFT_OUT not in classes:
            self.kept.append(data)
        if "only-in-print" in classes:
            self.on_paper_only.append(data)


def brief_of(client, address):
    brief = Brief()
    brief.feed(client.get(address).content.decode())
    return " ".join(" ".join(brief.kept).split()), " ".join(" ".join(brief.on_paper_only).split())


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/states/poland/", "Poland withdrew: it ceased to be a State Party on 20 February 2026"),
        ("/states/poland/", "Withdrawal effective"),
        ("/states/poland/", "The way to the notice received on 20 August 2025"),
        ("/states/poland/", "The Sejm passes the act on withdrawal"),
        ("/states/poland/?on=2025-12-26", "56 days left"),
        ("/states/latvia/", "Reports differ. Also reported:"),
        ("/states/ukraine/", "states on record as at"),
        ("/states/ukraine/", "casualties (killed and injured) in Ukraine in 2024 (Landmine Monitor 2025)."),
        ("/states/ukraine/", "Contaminated land"),
        ("/states/kosovo/", "this implies no opinion on its status"),
        ("/states/norway/", "Record version"),
        ("/states/norway/", "The depositary’s own record is authoritative"),
        ("/states/norway/", "The designations employed do not imply"),
    ],
)
def test_a_brief_keeps_what_answers(client, address, words):
    assert words in brief_of(client, address)[0]


@pytest.mark.parametrize(
    "words", ["On another day", "Compare Poland with", "statements of Poland", "All steps on record", "Official name"]
)
def test_a_brief_leaves_the_rest_on_the_screen(client, words):
    address = "/states/poland/"
    assert words in client.get(address).content.decode()
    assert words not in brief_of(client, address)[0]


def test_a_brief_has_three_justifications_and_counts_the_others(client):
    kept, on_paper_only = brief_of(client, "/states/poland/")
    assert kept.count("(reason):") + kept.count("(pledge):") == 3
    assert "7 more stated justifications and every statement are on the page." in on_paper_only


def test_a_brief_says_its_day_and_whom_its_days_rest_on(client):
    _, on_paper_only = brief_of(client, "/states/norway/?on=2020-01-01")
    assert "Brief, as at 1 January 2020" in on_paper_only
    assert on_paper_only.count("Days according to") == 2


def test_the_marks_of_the_templates_have_rules():
    rules = {name: Path(finders.find(f"css/{name}.css")).read_text() for name in ("print", "brief")}
    assert re.search(r"@media screen \{\s*\.only-in-print \{ display: none; }", rules["print"])
    left_out = r"body:has\(\.brief-title\) \{.*\.not-in-brief \{ display: none !important; }"
    assert re.search(left_out, rules["brief"], re.DOTALL)


def test_only_a_state_is_printed_as_a_brief(client):
    assert "brief-title" in client.get("/states/poland/").content.decode()
    assert "brief-title" not in client.get("/treaties/ottawa-convention/status/").content.decode()

"""Every kind of public page, for tests that hold for all of them, and what a test reads in a page."""

import re
from html import unescape
from html.parser import HTMLParser
from typing import NamedTuple


class Page(NamedTuple):
    """An address, what a reader finds there and not on every page, and how often the database may be asked for it.

    One query of each is for the version of the record, which every page names.
    """

    address: str
    text: str
    queries: int


PAGES = [
    Page("/?on=2026-11-23", "ceased to be States Parties between", 15),
    Page("/treaties/", "Treaties and how many states are bound", 4),
    Page("/treaties/ottawa-convention/", "Parties over time", 5),
    Page("/treaties/ottawa-convention/status/", "197 states shown", 6),
    Page("/treaties/ottawa-convention/map/?on=2026-11-23", "Last change up to this day", 4),
    Page("/treaties/ottawa-convention/withdrawals/", "5 notices of withdrawal", 10),
    Page("/treaties/ottawa-convention/record/", "305 acts, up to", 8),
    Page("/states/", "197 shown", 7),
    # The state, what the reference list says, six for treaties and statements, three for what Landmine Monitor reports.
    Page("/states/poland/", "Poland withdrew", 12),
    Page("/states/ukraine/", "the notification is contested", 12),
    Page("/states/kosovo/", "not among the states", 6),
    Page("/statements/", "A joint statement is one statement of all that issued it", 8),
    Page("/statements/jst_20250318/", "What it is taken to state", 12),
    Page("/justifications/", "it does not say whether it is so", 8),
    Page("/justifications/deterrence/", "22 passages", 8),
    Page("/claims/", "32 claims", 8),
    Page("/casualties/", "Every total is a recorded minimum", 8),
    Page("/casualties/2023/", "Casualties recorded in 2023 worldwide", 8),
    Page("/casualties/standing/", "is not shown to cause these numbers", 8),
    Page("/compare/", "Two to five states side by side", 6),
    # One question of each kind, however many states: places, groups, borders, treaties, suggestions; states, acts,
    # steps, what was said, casualties.
    Page("/compare/?state=EST&state=FIN&state=LVA&state=LTU&state=POL", "by all five", 16),
    Page("/compare/?state=UKR&state=NOR&on=2025-12-31", "suspension notified, contested", 16),
    # One question counts the facts of every kind. A source's page asks once more for each kind that rests on it.
    Page("/sources/", "A mere lead is never shown as fact", 4),
    Page("/sources/icbl-tonga-2025/", "Tonga: Accession, 25 Jun 2025", 4),
    Page("/sources/country-converter/", "Austria in EU since 1995", 6),
    Page("/search/", "What can be found", 10),
    Page("/search/?q=poland", "The whole profile of", 10),
    Page("/search/?q=po", "<mark>Po</mark>rtugal", 10),
    Page("/search/?q=polnad", "Were you looking for this?", 10),
    Page("/data/", "What its columns mean", 2),
    Page("/about/", "What this record does not say", 3),
    Page("/about/accessibility/", "Known gaps", 2),
    Page("/about/design/", "Why it looks like this", 13),
]
LISTS = [
    "/treaties/",
    "/treaties/ottawa-convention/status/",
    "/treaties/ottawa-convention/withdrawals/",
    "/treaties/ottawa-convention/record/",
    "/states/",
    "/statements/",
    "/justifications/",
    "/claims/",
    "/casualties/",
    "/casualties/2023/",
    "/casualties/standing/",
    "/compare/",
    "/sources/",
    "/search/",
]


class Outline(HTMLParser):
    """What a screen reader would stumble over: headings, fields without labels, cells without scope, doubled ids."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.headings: list[str] = []
        self.ids: list[str] = []
        self.labelled: set[str] = set()
        self.fields: list[str] = []
        self.headers_without_scope = 0
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag in ("h1", "h2", "h3", "h4"):
            self.headings.append(tag)
        if tag == "label" and given.get("for"):
            self.labelled.add(str(given["for"]))
        if tag in ("select", "textarea") or (tag == "input" and given.get("type") != "hidden"):
            self.fields.append(given.get("id") or "")
        if tag == "th" and "scope" not in given:
            self.headers_without_scope += 1
        if tag == "a":
            self.links.append(given.get("href") or "")


def body_of(response) -> bytes:
    """The whole body, also of a streamed answer."""
    return b"".join(response.streaming_content) if response.streaming else response.content


def words_of(response) -> str:
    """What a page says, without its tags: a tag within a line parts no words."""
    html = re.sub(r"</?(a|abbr|b|span|time)\b[^>]*>", "", body_of(response).decode())
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())

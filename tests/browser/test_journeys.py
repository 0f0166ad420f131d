"""Ten tasks of a reader on a fresh visit: what is learnt, and in how many clicks."""

import csv
import re
import time

import pytest
from playwright.sync_api import expect

TREATY = "/treaties/ottawa-convention"
#: Seconds from the first page to the answer, for the machine's share of the reader's eight.
PATIENCE = 8


class Reader:
    """Somebody at the first page, whose clicks are counted; choosing a file counts as one."""

    def __init__(self, page):
        self.page = page
        self.clicks = 0
        page.goto("/")

    def click(self, selector):
        self.page.locator(f"{selector} >> visible=true").first.click()
        self.clicks += 1

    def follow(self, address):
        """Click the first link of the page's content, else of its frame, that begins with an address."""
        link = f'a[href^="{address}"]'
        inside = self.page.locator(f"main {link} >> visible=true")
        self.click(f"main {link}" if inside.count() else link)

    def save(self, selector):
        """Click what leads to a file and read it."""
        with self.page.expect_download() as waiting:
            self.click(selector)
        return waiting.value.path().read_text(encoding="utf-8-sig")

    def says(self, words):
        """Expect a pattern in the content, whatever tags and line ends part its words."""
        expect(self.page.locator("main")).to_contain_text(re.compile(words.replace(" ", r"\s+"), re.DOTALL))


@pytest.fixture
def reader(page):
    return Reader(page)


def test_whether_poland_has_left_and_since_when_takes_one_field_and_enter(page):
    began = time.monotonic()
    reader = Reader(page)
    tab_to_the_field(page)
    page.keyboard.type("Poland")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("poland", re.IGNORECASE))
    reader.says("Poland.*withdr.*20 February 2026")
    assert reader.clicks == 0
    assert time.monotonic() - began < PATIENCE


def test_two_letters_and_an_arrow_lead_to_a_profile(page):
    page.goto("/")
    tab_to_the_field(page)
    page.keyboard.type("po")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    chosen = page.get_by_role("option", selected=True).inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url("**/states/*/")
    expect(page.get_by_role("heading", level=1)).to_contain_text(chosen)


def test_the_field_finds_a_state_without_scripts(new_context, base_url):
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/")
    page.locator("main input[type=search], input[type=search]").first.fill("Poland")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text(re.compile("Poland.*20 February 2026", re.DOTALL))


def test_how_many_parties_on_a_day_and_today_takes_one_click(page, reader):
    now = page.request.get(f"{TREATY}/status.json").json()["meta"]["counters"]
    reader.says(rf"\b{now['in_force']}\b")
    page.locator("main input[name=on]").first.fill("2025-12-26")
    reader.click("main form:has(input[name=on]) button")
    reader.says(r"\b166\b")
    reader.says("26 December 2025")
    assert reader.clicks == 1


def test_whether_ukraine_is_out_takes_one_click(reader):
    reader.says("Ukraine notified a suspension.*remains a State Party")
    reader.follow("/states/ukraine/")
    reader.says("contested")
    reader.says("remains a State Party|still a State Party|is a State Party")
    assert reader.clicks == 1


def test_who_else_is_on_the_way_takes_one_click_at_most(page, reader):
    pending = page.request.get(f"{TREATY}/status.json?status=withdrawing").json()["results"]
    for row in pending:
        reader.says(row["state"])
    if not pending:
        reader.says("None recorded as at|No notice of withdrawal is on record as pending")
    reader.says("compared with published reports on")
    reader.follow(f"{TREATY}/withdrawals/")
    reader.says("notices? of withdrawal, as at|None recorded as at")
    assert reader.clicks == 1


def test_what_the_four_ministers_said_takes_two_clicks_at_most(page, reader):
    if not page.locator('main a[href^="/statements/jst_20250318"]').count():
        reader.follow("/justifications/")
    reader.follow("/statements/jst_20250318")
    expect(page.locator("main blockquote, main q").first).to_be_visible()
    reader.says("Ministers of Defence")
    reader.says("18 March 2025")
    assert page.locator("main a[href^=http], main a[href^='/sources/']").count() > 0
    assert reader.clicks <= 2


def test_how_each_parliament_voted_takes_two_clicks_at_most(page, reader):
    reader.follow(f"{TREATY}/withdrawals/")
    reader.says("Reports differ")
    rows = page.request.get(f"{TREATY}/withdrawals.json").json()["results"]
    voted = [row["state"] for row in rows if any(step["for"] is not None for step in row["steps"])]
    assert len(voted) == 5
    for state in voted:
        reader.says(state)
    reader.says("66.*14.*2")
    assert reader.clicks <= 2


def test_the_latest_casualty_figure_stands_on_the_first_page_and_is_safely_worded(page, reader):
    reader.says(r"6,279 casualties in 2024 \(Landmine Monitor 2025\)|6,279 casualties.*2024.*Landmine Monitor 2025")
    reader.says("killed and injured")
    assert "6,279 deaths" not in page.locator("main").inner_text()
    assert reader.clicks == 0


def test_the_map_of_a_day_for_a_leaflet_takes_three_clicks(page, reader):
    reader.follow(f"{TREATY}/map/")
    page.locator("main input[name=on]").first.fill("2025-06-01")
    reader.click("main form:has(input[name=on]) button")
    reader.says("1 June 2025")
    drawing = page.request.get(page.locator('main a[href*="map.svg"]').first.get_attribute("href"))
    assert drawing.headers["content-type"].startswith("image/svg+xml")
    assert "1 June 2025" in drawing.text()
    assert reader.clicks + 1 <= 3


def test_comparing_the_states_that_left_takes_two_clicks_and_their_table_one_more(page, reader):
    if not page.locator('main a[href^="/compare/?"]').count():
        reader.follow(f"{TREATY}/withdrawals/")
    reader.follow("/compare/?")
    left = page.request.get(f"{TREATY}/status.json?status=withdrawn").json()["results"]
    assert len(left) == 5
    for row in left:
        expect(page.locator("main thead").first).to_contain_text(row["state"])
    assert reader.clicks <= 3
    before = reader.clicks
    table = reader.save('main a[href^="/compare.csv"]')
    assert reader.clicks == before + 1
    header = next(csv.reader(table.splitlines()))
    assert {row["iso3"] for row in left} <= set(header) or all(row["state"] in table for row in left)


def test_a_reader_on_a_phone_without_scripts_learns_the_whole_answer(new_context, base_url):
    page = new_context(java_script_enabled=False, viewport={"width": 360, "height": 780}).new_page()
    reader = Reader(page)
    status = page.request.get(f"{TREATY}/status.json").json()
    reader.says(rf"\b{status['meta']['counters']['in_force']}\b")
    for row in status["results"]:
        if row["status"] == "withdrawn":
            reader.says(row["state"])
    reader.says("20 February 2026")
    reader.says("[Jj]ustification|Why they leave")
    reader.says("6,279 casualties")
    reader.says("as at")
    expect(page.locator("body")).to_contain_text("The depositary’s own record is authoritative")


def tab_to_the_field(page):
    """Press Tab until the search field has the focus."""
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type === 'search'"):
            return
    pytest.fail("the Tab key does not reach a search field")

"""The keyboard alone: Tab reaches everything, what has the focus can be seen, and nothing holds it."""

import pytest

from tests.browser.addresses import ADDRESSES, shortened

#: Keeps each stop of the Tab key: how it shows that it has the focus, and whether something covers it.
KEEP_STOPS = """
() => {
  const name = ({ tagName, id, className, textContent }) =>
    `${tagName} ${id || className} ${(textContent || "").trim().slice(0, 40)}`;
  const shown = (element) => {
    const style = getComputedStyle(element);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== "none";
  };
  const covered = (element) => [...element.getClientRects()].every((box) => {
    // The middle of what is on the screen: a region may be larger than that.
    const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
    const over = document.elementFromPoint(x, (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2);
    return !over || !(element.contains(over) || over.contains(element) || element.labels?.[0]?.contains(over));
  });
  const stops = "a[href], button, input, select, textarea, summary, [tabindex]";
  const expected = [...document.querySelectorAll(stops)].filter(
    (element) => element.tabIndex >= 0 && !element.disabled && element.type !== "hidden" &&
      element.type !== "radio" && element.checkVisibility({ visibilityProperty: true })
  );
  const reached = new Set();
  window.walk = { around: false, first: null, unseen: [], covered: [], count: expected.length,
    missed: () => expected.filter((element) => !reached.has(element)).map(name) };
  document.addEventListener("keydown", () => {
    // By now the page has scrolled to what has the focus.
    const stop = document.activeElement;
    if (stop !== document.body && !walk.around && covered(stop)) walk.covered.push(name(stop));
  });
  document.addEventListener("focusin", ({ target }) => {
    walk.around ||= reached.has(target) && target === walk.start;
    if (walk.around) return;
    walk.start ??= target;
    walk.first ??= name(target);
    reached.add(target);
    if (!shown(target)) walk.unseen.push(name(target));
  });
}
"""
#: A field for a day has stops of its own for day, month, year and calendar.
STOPS_OF_A_DAY = 4


@pytest.mark.parametrize("address", ADDRESSES)
def test_tab_goes_through_the_whole_page_and_can_be_seen(page, address):
    page.emulate_media(reduced_motion="reduce")
    page.goto(shortened(address))
    page.evaluate(KEEP_STOPS)
    most = page.evaluate("walk.count") + STOPS_OF_A_DAY * page.locator("input[type=date]").count() + 20
    for pressed in range(most):
        page.keyboard.press("Tab")
        if pressed % 20 == 19 and page.evaluate("walk.around"):
            break
    assert "Skip to the content" in page.evaluate("walk.first")
    assert page.evaluate("walk.around"), "the Tab key does not come around"
    assert page.evaluate("walk.missed()") == []
    assert page.evaluate("walk.unseen") == []
    assert page.evaluate("walk.covered") == []


def test_the_skip_link_leads_past_the_header(page):
    page.goto("/states/poland/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")

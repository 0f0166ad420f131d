"""Large text, small screens, wide spacing and no motion: nothing is lost (WCAG 1.4.4, 1.4.10, 1.4.12, 2.3.3)."""

import pytest

from tests.browser.addresses import ADDRESSES
from tests.browser.test_every_page import TOO_WIDE

#: A window of 1280 by 1024 px at 400 %.
ZOOMED = {"width": 320, "height": 256}
LINKS = """
() => [...new Set([...document.querySelectorAll("a[href]")]
  .filter((link) => link.checkVisibility({ visibilityProperty: true }))
  .map((link) => link.getAttribute("href")))]
"""
#: Constructed, because the policy of the pages refuses a style that is written into them.
SPACE_TEXT = """
() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}
"""
#: Text that its own box cuts off; what is there for screen readers alone is cut off on purpose.
CUT_OFF = """
() => [...document.querySelectorAll("body *")].filter((element) => {
  const style = getComputedStyle(element);
  const hides = (overflow) => overflow === "hidden" || overflow === "clip";
  const shown = element.checkVisibility() && style.clipPath === "none" && !element.closest("svg, select");
  return shown && element.textContent.trim() &&
    ((hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1) ||
      (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1));
}).map((element) => `${element.tagName} .${element.className} ${element.textContent.trim().slice(0, 40)}`)
"""


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_is_lost_at_400_percent_or_with_wide_spacing(page, address):
    page.goto(address)
    wide = set(page.evaluate(LINKS))
    page.set_viewport_size(ZOOMED)
    page.goto(address)
    assert wide - set(page.evaluate(LINKS)) == set()
    assert page.evaluate(TOO_WIDE) == []
    page.evaluate(SPACE_TEXT)
    assert page.evaluate(TOO_WIDE) == [], "with wide spacing"
    assert page.evaluate(CUT_OFF) == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_moves_for_who_wants_no_motion(page, address):
    page.emulate_media(reduced_motion="reduce")
    page.goto(address)
    assert page.evaluate("document.getAnimations().length") == 0
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"

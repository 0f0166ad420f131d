"""What holds for each kind of page at a phone's, a tablet's and a desk's width; pictures are kept in build/."""

import pytest

from tests.benchmark.ground import ROOT
from tests.browser.addresses import ADDRESSES, file_name

PICTURES = ROOT / "build/screenshots"
WIDTHS = (360, 768, 1280)
#: Pixels of a page that a picture shows; a list of all states is several times as long.
HEIGHT = 6000
MOST_REQUESTS = 6
#: The layout shift of a whole visit, in the unit of the Layout Instability API. A slow machine may paint half a line
#: and then break it elsewhere, which is as little; a picture or a button that comes late would be many times more.
MOST_SHIFT = 0.005

#: What sticks out to the right, unless it is in a region that scrolls by itself.
TOO_WIDE = """
() => {
  const edge = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= edge) return [];
  return [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > edge + 1)
    .map((element) => `${element.tagName} .${element.className} ${element.textContent.trim().slice(0, 40)}`)
    .slice(0, 5).concat(`${document.documentElement.scrollWidth} px of content`);
}
"""


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_is_quiet_and_fits_at_every_width(page, watch, address):
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(address)
        if width == WIDTHS[0]:
            # Without a window the browser leaves out the icon, which others ask for.
            assert len(watch.requests) + page.locator('link[rel="icon"]').count() <= MOST_REQUESTS, watch.requests
        assert page.evaluate(TOO_WIDE) == [], f"wider than {width} px"
        shifts = watch.shifts_of_late_content()
        assert sum(value for value, *_ in shifts) < MOST_SHIFT, f"at {width} px the layout shifts: {shifts}"
        keep_picture(page, f"{file_name(address)}-{width}")
    page.emulate_media(color_scheme="dark")
    keep_picture(page, f"{file_name(address)}-{WIDTHS[-1]}-dark")
    assert watch.complaints == []
    assert watch.elsewhere() == []
    assert page.context.cookies() == []


def test_the_site_is_delivered_as_in_production(page, watch):
    answer = page.goto("/")
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    sheets = [address for address in watch.requests if address.endswith(".css")]
    assert len(sheets) == 1
    kept = page.request.get(sheets[0]).headers
    assert kept["content-encoding"] in ("br", "gzip")
    assert "immutable" in kept["cache-control"]


def keep_picture(page, name):
    """A picture of the whole page, of a very long one its beginning."""
    size = page.viewport_size
    tall = min(page.evaluate("document.documentElement.scrollHeight"), HEIGHT)
    clip = {"x": 0, "y": 0, "width": size["width"], "height": tall}
    page.screenshot(path=PICTURES / f"{name}.png", full_page=True, clip=clip)

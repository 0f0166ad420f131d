"""What comes out of the printer: a brief of a state on one page of A4, whatever it did, and lists that fit a sheet."""

import re

import pytest

from tests.pages import LISTS

#: States that left, one whose act is contested, one that is simply a party, and an area without acts.
BRIEFS = ["poland", "estonia", "finland", "latvia", "lithuania", "ukraine", "norway", "kosovo"]
#: The five that left stand side by side in the widest table of the site.
WIDEST = "/compare/?state=EST&state=FIN&state=LVA&state=LTU&state=POL"
#: A4 at 96 px an inch, less the margins of print.css.
SHEET = {"width": 688, "height": 1016}
#: Tables wider than the sheet, for which browsers shrink all pages, and cells whose text is printed over the next.
BEYOND_THE_SHEET = """
() => [
  ...[...document.querySelectorAll("table")].filter((table) => table.getBoundingClientRect().right > innerWidth + 1),
  ...[...document.querySelectorAll("th, td")].filter((cell) => cell.scrollWidth > cell.clientWidth + 1),
].map((found) => `${found.tagName} ${found.textContent.trim().slice(0, 40)}`)
"""


@pytest.mark.parametrize("slug", BRIEFS)
def test_a_profile_is_printed_on_one_page(page, slug):
    page.goto(f"/states/{slug}/")
    paper = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1


@pytest.mark.parametrize("address", [*LISTS, WIDEST])
def test_a_printed_list_fits_the_sheet(page, address):
    page.emulate_media(media="print")
    page.set_viewport_size(SHEET)
    page.goto(address)
    assert page.evaluate(BEYOND_THE_SHEET) == []

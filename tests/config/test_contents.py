"""The site's own pages, as the search knows them."""

from datetime import date

import pytest

from config import sitemaps
from config.contents import GENERAL, OF_A_TREATY
from config.search import search


def test_every_page_of_the_sitemap_can_be_found_but_the_first_and_the_search_itself():
    assert {name for name, _, _ in GENERAL} == set(sitemaps.PAGES) - {"home", "search"}


def test_every_page_of_a_treaty_in_the_sitemap_can_be_found():
    named = {f"treaties:{name}" for name, _, _ in OF_A_TREATY}
    assert named | {"treaties:detail"} == set(sitemaps.OF_A_TREATY)


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["accessibility", "everyone can read"])
def test_the_accessibility_statement_is_found(typed):
    assert "/about/accessibility/" in [hit.url for hit in search(typed, date(2026, 11, 23)).hits]

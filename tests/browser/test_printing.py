"""What comes out of the printer: a state's brief on one page of A4, whatever the state did."""

import re

import pytest

#: States that left, one whose act is contested, one that is simply a party, and an area without acts.
BRIEFS = ["poland", "estonia", "finland", "latvia", "lithuania", "ukraine", "norway", "kosovo"]


@pytest.mark.parametrize("slug", BRIEFS)
def test_a_profile_is_printed_on_one_page(page, slug):
    page.goto(f"/states/{slug}/")
    paper = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1

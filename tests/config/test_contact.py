"""Readers can tell what is wrong, where the site says to whom."""

import pytest

from config.contact import contact_is_an_address


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/claims/", "/about/accessibility/", "/nowhere/"])
def test_every_page_leads_to_whom_errors_are_reported(client, settings, address):
    assert "mailto:" not in client.get(address).content.decode()
    settings.CONTACT = "mailto:record@example.org"
    assert 'href="mailto:record@example.org"' in client.get(address).content.decode()


@pytest.mark.parametrize(
    ("given", "number"),
    [("", 0), ("mailto:record@example.org", 0), ("https://example.org/errors", 0), ("record@example.org", 1)],
)
def test_a_contact_that_is_no_address_is_refused_before_the_site_starts(settings, given, number):
    settings.CONTACT = given
    assert len(contact_is_an_address(None)) == number

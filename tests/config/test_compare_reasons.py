"""Stated justifications side by side."""

import pytest

from tests.config.comparisons import LEAVERS, OTTAWA, address, facts
from tests.pages import words_of

pytestmark = pytest.mark.django_db


def test_justifications_are_marked_as_shared_or_of_one_alone(client):
    words = words_of(client.get(address(*LEAVERS, treaty=OTTAWA)))
    assert "Deterrence and signalling by all five" in words
    assert "Part of a border-fortification programme by Poland alone" in words
    assert "a pledge, by all five" in words
    found = facts(client, *LEAVERS)
    assert found["EST", OTTAWA, "justifications", "border_fortification"][0]["value"] is None
    assert found["POL", OTTAWA, "justifications", "border_fortification"][0]["detail"] == "by Poland alone"


def test_where_no_words_are_quoted_the_summary_stands(client):
    words = words_of(client.get(address(*LEAVERS, treaty=OTTAWA)))
    assert "In summary: The Council relied on an assessment by the armed forces" in words

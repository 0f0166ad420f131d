"""Numbers and beginnings of sentences, as running text has them."""

import pytest

from sources.wording import in_words, with_capital


@pytest.mark.parametrize(("number", "words"), [(0, "no"), (1, "one"), (12, "twelve"), (13, "13"), (1000, "1,000")])
def test_a_small_number_is_a_word(number, words):
    assert in_words(number) == words


@pytest.mark.parametrize(
    ("text", "begun"),
    [("the United Kingdom left", "The United Kingdom left"), ("DR Congo", "DR Congo"), ("état", "État"), ("", "")],
)
def test_a_sentence_begins_with_a_capital_and_loses_no_other(text, begun):
    assert with_capital(text) == begun

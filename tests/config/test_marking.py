"""Marks stand on the letters that were meant, and change no text."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.marking import excerpt, folded, marked, spans
from states.models import fold

TEXTS = st.text() | st.text("aeéßæœşŁŒİı'’ -–_.中я\u0301\u200fＡ½<&>", max_size=30)
LONG = "Before all that, " * 20 + "the deterrence of an attack comes first" + ", and so on" * 30


def without_marks(html):
    return unescape(re.sub(r"</?mark>", "", html))


@given(TEXTS)
def test_a_text_is_folded_as_the_database_has_it(text):
    plain = folded(text)
    assert plain.text.strip("-_") == fold(text)
    assert len(plain.text) == len(plain.origins)
    assert plain.origins == sorted(plain.origins)


@given(TEXTS, TEXTS, st.booleans())
def test_marking_changes_no_text_and_lets_no_tag_through(text, typed, inside):
    html = marked(text, fold(typed), inside=inside)
    assert without_marks(html) == text
    assert set(re.findall(r"<[^>]*>", html)) <= {"<mark>", "</mark>"}


@given(st.text(max_size=400), TEXTS)
def test_an_excerpt_is_a_part_of_its_text(text, typed):
    html = excerpt(text, fold(typed))
    assert without_marks(html).removeprefix("… ").removesuffix(" …") in text


@given(TEXTS, TEXTS)
def test_what_is_marked_folds_to_what_was_wanted(text, typed):
    wanted = fold(typed)
    for begin, end in spans(text, wanted, inside=True):
        part = fold(text[begin:end])
        assert any(word.strip("_") in part for word in (wanted, *re.findall("[a-z0-9]+", wanted)))


@pytest.mark.parametrize(
    ("text", "typed", "html"),
    [
        ("Türkiye", "turkiye", "<mark>Türkiye</mark>"),
        ("Türkiye", "TÜRK", "<mark>Türk</mark>iye"),
        ("Tu\u0308rkiye", "tu", "<mark>Tu\u0308</mark>rkiye"),
        ("Côte d'Ivoire", "cote", "<mark>Côte</mark> d&#x27;Ivoire"),
        ("Côte d’Ivoire", "cote d'ivoire", "<mark>Côte d’Ivoire</mark>"),
        ("Straße der Straßen", "strass", "<mark>Straß</mark>e der <mark>Straß</mark>en"),
        ("Ærø", "aero", "<mark>Ærø</mark>"),
        ("Ærø", "a", "<mark>Æ</mark>rø"),
        ("Россия", "ross", "<mark>Росс</mark>ия"),
        ("Щит", "sh", "<mark>Щ</mark>ит"),
        ("mine by mine", "mine", "<mark>mine</mark> by <mark>mine</mark>"),
        ("The ban on mines", "mine ban", "The <mark>ban</mark> on <mark>mine</mark>s"),
        ("undermine a mine", "mine", "undermine a <mark>mine</mark>"),
        ("undermine", "mine", "undermine"),
        ("<b> Poland </b> & co", "poland", "&lt;b&gt; <mark>Poland</mark> &lt;/b&gt; &amp; co"),
        ("Poland", "", "Poland"),
        ("", "poland", ""),
    ],
)
def test_the_letters_meant_are_marked(text, typed, html):
    assert marked(text, fold(typed)) == html


@pytest.mark.parametrize(
    ("text", "typed", "html"),
    [
        ("at least 1,003 people", "100%", "at least 1,003 people"),
        ("at least 1,003 people", "1", "at least 1,003 people"),
        ("at least 1,003 people", "1,003", "at least <mark>1,003</mark> people"),
        ("at least 1,003 people", "1003 people", "at least <mark>1,003 people</mark>"),
        ("1,003 of them, 100% known", "100%", "1,003 of them, <mark>100</mark>% known"),
        ("1’003 or 1\u202f003 or 1.003", "100", "1’003 or 1\u202f003 or 1.003"),
        ("1\u202f003", "003", "1\u202f003"),
        ("0.5 and 0", "0", "0.5 and <mark>0</mark>"),
        ("on 5 July 2025, not 2020", "20", "on 5 July 2025, not 2020"),
        ("on 5 July 2025, not 2026", "july 202", "on 5 <mark>July</mark> 2025, not 2026"),
        ("2025-06-27", "2025", "<mark>2025</mark>-06-27"),
        ("2025-06-27", "2025-06", "<mark>2025-06</mark>-27"),
        ("66–14–2 of 100, 14.", "14", "66–<mark>14</mark>–2 of 100, <mark>14</mark>."),
        ("the 22MSP", "22", "the <mark>22</mark>MSP"),
        ("the 22MSP", "22m", "the <mark>22M</mark>SP"),
        ("lm2025 and lm20", "lm20", "lm2025 and <mark>lm20</mark>"),
        ("١٢٣ and ١٢", "12", "١٢٣ and <mark>١٢</mark>"),
    ],
)
def test_a_number_is_marked_whole_or_not_at_all(text, typed, html):
    assert marked(text, fold(typed)) == html
    assert marked(text, fold(typed), inside=True) == html


@given(st.text("019.,' -\u202faé", max_size=20), st.text("019., a", max_size=4), st.booleans())
def test_no_mark_begins_or_ends_inside_a_number(text, typed, inside):
    for place in (place for span in spans(text, fold(typed), inside=inside) for place in span):
        assert not re.search(r"\d[.,'\u202f]?$", text[:place]) or not re.match(r"[.,'\u202f]?\d", text[place:])


def test_names_are_marked_within_words_only_where_no_word_begins_so():
    assert marked("Afghanistan", "stan", inside=True) == "Afghani<mark>stan</mark>"
    assert marked("Stanistan", "stan", inside=True) == "<mark>Stan</mark>istan"


def test_an_excerpt_stands_around_what_was_found_and_parts_no_word():
    html = excerpt(LONG, "deterrence")
    assert "the <mark>deterrence</mark> of an attack" in html
    assert html.startswith("… ")
    assert html.endswith(" …")
    words = set(re.findall(r"\w+", LONG))
    assert set(re.findall(r"\w+", without_marks(html))) <= words
    assert len(without_marks(html)) < 200


def test_a_short_text_is_its_own_excerpt():
    assert excerpt("We are leaving.", "leav") == "We are <mark>leav</mark>ing."

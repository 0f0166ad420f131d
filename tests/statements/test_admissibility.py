"""What the record of statements refuses, without a database."""

import pytest

from statements.admissibility import alike, coding_refusals, count_words, statement_refusals

FINE = {"kind": "interview", "states": ["POL"], "organisations": [], "speaker": "Somebody", "quote": "So it is."}


def fields(refusals):
    return [refusal.field for refusal in refusals]


def test_a_statement_that_can_stand_is_not_refused():
    assert fields(statement_refusals(FINE)) == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"states": []}, "states"),
        ({"quote": "word " * 46}, "quote"),
        ({"kind": "joint_statement", "speaker": ""}, "kind"),
        ({"kind": "joint_statement", "states": ["EST", "LVA"]}, "speaker"),
        ({"quote": "", "translated_by": "as published by somebody"}, "translated_by"),
    ],
)
def test_what_cannot_stand_is_refused_beside_its_field(change, field):
    assert fields(statement_refusals(FINE | change)) == [field]


@pytest.mark.parametrize(
    "change",
    [
        {"quote": "word " * 45},
        {"states": [], "organisations": ["united-nations"]},
        {"kind": "joint_statement", "speaker": "", "states": ["EST"], "organisations": ["united-nations"]},
    ],
)
def test_what_is_just_within_the_rules_stands(change):
    assert fields(statement_refusals(FINE | change)) == []


@pytest.mark.parametrize(
    ("text", "words"), [("", 0), ("One, two - three … four", 4), ("Russia's 48-hour plan (...)", 3), ("ö", 1)]
)
def test_words_are_counted_as_a_reader_counts_them(text, words):
    assert count_words(text) == words


@pytest.mark.parametrize(
    ("issued", "passage", "refused"),
    [
        (True, "", []),
        (True, "clear message", []),
        (True, "Clear message", ["passage"]),
        (False, "clear message", ["state"]),
        (False, "none", ["state", "passage"]),
    ],
)
def test_a_coding_needs_an_issuer_and_exact_words(issued, passage, refused):
    found = coding_refusals(state="Poland", issued=issued, passage=passage, quote="we send a clear message")
    assert fields(found) == refused


@pytest.mark.parametrize(
    ("title", "other", "double"),
    [
        ("Minister Pevkur: no plans", "Minister Pevkur – No plans!", True),
        ("Minister Pevkur: no plans", "Minister Pevkur: solidarity and coordination", False),
        ("", "Minister Pevkur", False),
    ],
)
def test_titles_that_may_be_one_title_are_told(title, other, double):
    assert alike(title, other) is double

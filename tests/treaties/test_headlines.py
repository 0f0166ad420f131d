"""What the first page says of a treaty, in words."""

from datetime import date

import pytest

from treaties.headlines import Change, headline, who_is_contested, who_is_leaving, who_left
from treaties.status import Counters

DECEMBER, JANUARY = date(2025, 12, 27), date(2026, 1, 10)


@pytest.mark.parametrize(
    ("deposited", "in_force", "left", "leaving", "text"),
    [
        (0, 0, 0, 0, "No state is bound by the Ban yet"),
        (1, 0, 0, 0, "No state is bound by the Ban yet; one state has consented"),
        (39, 0, 0, 0, "No state is bound by the Ban yet; 39 states have consented"),
        (1, 1, 0, 0, "One state is bound by the Ban; none has left and none is leaving"),
        (164, 164, 0, 0, "164 states are bound by the Ban; none has left and none is leaving"),
        (166, 164, 0, 5, "164 states are bound by the Ban, five of them leaving; none has left"),
        (163, 163, 3, 2, "Three states have left the Ban; 163 are bound, two of them leaving"),
        (161, 161, 5, 0, "Five states have left the Ban; 161 are bound and none is leaving"),
        (111, 111, 1, 1, "One state has left the Ban; 111 are bound, one of them leaving"),
        (1, 1, 13, 1, "13 states have left the Ban; 1 is bound, one of them leaving"),
    ],
)
def test_headline(deposited, in_force, left, leaving, text):
    assert headline("Ban", Counters(deposited=deposited, in_force=in_force), left, leaving) == text


@pytest.mark.parametrize(
    ("left", "text"),
    [
        ([], ""),
        ([Change("the Netherlands", DECEMBER)], "The Netherlands ceased to be a State Party on 27 December 2025."),
        (
            [Change("Chad", DECEMBER), Change("Fiji", DECEMBER)],
            "Chad and Fiji ceased to be States Parties on 27 December 2025.",
        ),
        (
            [Change("Chad", JANUARY), Change("Fiji", DECEMBER), Change("Peru", DECEMBER)],
            "Chad, Fiji and Peru ceased to be States Parties between 27 December 2025 and 10 January 2026.",
        ),
        (
            [Change(letter, JANUARY) for letter in "ABCDEFGHI"],
            "A, B, C, D, E, F, G and two more ceased to be States Parties on 10 January 2026.",
        ),
    ],
)
def test_who_left(left, text):
    assert who_left(left) == text


@pytest.mark.parametrize(
    ("leaving", "text"),
    [
        ([], ""),
        ([Change("Chad", JANUARY)], "Chad (effective 10 January 2026) gave notice of withdrawal and is still bound."),
        (
            [Change("Chad", JANUARY), Change("Fiji", None)],
            "Chad (effective 10 January 2026) and Fiji (held by an armed conflict) gave notice of withdrawal and are "
            "still bound.",
        ),
    ],
)
def test_who_is_leaving(leaving, text):
    assert who_is_leaving(leaving) == text


@pytest.mark.parametrize(
    ("contested", "text"),
    [
        ([], ""),
        (
            ["Chad"],
            "Chad has not withdrawn: it notified a suspension, for which the Convention does not provide; it remains a "
            "State Party.",
        ),
        (
            ["Chad", "Fiji"],
            "Chad and Fiji have not withdrawn: they notified suspensions, for which the Convention does not provide; "
            "they remain States Parties.",
        ),
    ],
)
def test_who_is_contested(contested, text):
    assert who_is_contested(contested, "Convention") == text

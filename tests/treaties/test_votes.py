"""Results of votes: written, compared and refused."""

import pytest

from treaties.votes import Part, Result, disagreements, refusals, written


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        ((66, 14, 2), "66–14–2"),
        ((68, 14, None), "68–14"),
        ((81, None, None), "81"),
        ((81, None, 7), "81–?–7"),
        ((None, 18, None), "?–18"),
        ((299, 0, 0), "299–0–0"),
        ((None, None, None), ""),
    ],
)
def test_what_is_not_stated_is_never_written_as_zero(numbers, text):
    assert written(*numbers) == text
    assert Result(*numbers).numbers == text


@pytest.mark.parametrize(
    ("numbers", "share"),
    [
        ((66, 14, 2), 17.1),
        ((81, 1, 7), 1.1),
        ((157, 18, 0), 10.3),
        ((413, 15, 3), 3.5),
        ((107, 0, 3), 0.0),
        ((68, 14, None), None),
        ((81, None, 7), None),
        ((0, 0, 0), None),
    ],
)
def test_the_share_against_is_of_those_for_against_and_abstained(numbers, share):
    assert Result(*numbers, absent=24).share_against == share


def test_a_bar_is_as_long_as_the_chamber():
    assert Result(66, 14, 2, 3, seats=100).bar == [
        Part("in_favour", 0, 66),
        Part("against", 66, 14),
        Part("abstained", 80, 2),
        Part("absent", 82, 3),
    ]


def test_a_bar_without_a_chamber_is_as_long_as_what_is_counted():
    assert [part.width for part in Result(150, 50).bar] == [75, 25, 0, 0]
    assert [part.width for part in Result(0, 0).bar] == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("result", "number"), [(Result(66, 14, 2, 3, seats=100), 15), (Result(66, 14, seats=80), 0), (Result(66, 14), 0)]
)
def test_only_seats_beyond_those_counted_are_unstated(result, number):
    assert result.unstated == number


def test_what_a_bar_is_of_is_said():
    assert Result(66, 14, 2, 3, seats=100).base == "of 100 seats"
    assert Result(299, 0, 0, 35).base == "of 334 counted; seats not stated"


@pytest.mark.parametrize(
    ("result", "field", "reason"),
    [
        (Result(66, 14, 2, 19, seats=100), "seats", "101 members are counted: more than the 100 of the chamber."),
        (Result(66, None, None, seats=65), "seats", "66 members are counted"),
        (Result(66, 14, seats=100, majority_needed=101), "majority_needed", "More votes are needed"),
        (Result(abstained=3), "in_favour", "Name at least"),
    ],
)
def test_a_result_that_cannot_be_right_is_refused_by_its_field(result, field, reason):
    [(found, why)] = refusals(result)
    assert found == field
    assert reason in why


@pytest.mark.parametrize("result", [Result(66, 14, 2, 18, seats=100), Result(299, majority_needed=226), Result(0, 0)])
def test_a_result_that_fills_its_chamber_stands(result):
    assert list(refusals(result)) == []


@pytest.mark.parametrize(
    ("results", "fields"),
    [
        ([], []),
        ([Result(1, preferred=True)], []),
        ([Result(1)], ["preferred"]),
        ([Result(1, preferred=True), Result(2)], ["reason"]),
        ([Result(1, preferred=True, reason="names them"), Result(2)], []),
        ([Result(1, preferred=True), Result(2, preferred=True)], ["preferred"]),
    ],
)
def test_of_several_results_one_is_preferred_with_a_reason(results, fields):
    assert [field for field, _ in disagreements(results)] == fields

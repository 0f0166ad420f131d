"""The days of a strip: which step dates a stage, and how long it was from one to the next."""

import pytest

from sources.dates import PartialDate
from tests.treaties.acts import CHECKED_ON
from tests.treaties.steps import LEFT, PARTY, changes, steps
from treaties.stages import days_between, strips


def test_the_vote_is_the_last_one_with_a_result():
    chambers = steps("parliament_vote 2025-06-25 413 15 3", "parliament_vote 2025-07-17")
    [strip] = strips(chambers, changes(*LEFT), CHECKED_ON)
    assert (str(strip.parliament_vote), strip.result.numbers, strip.days_vote_to_notice) == (
        "2025-06-25", "413–15–3", 56,
    )  # fmt: skip


def test_a_vote_without_any_result_still_has_its_day():
    [strip] = strips(steps("parliament_vote 2025-07-17"), changes(*LEFT), CHECKED_ON)
    assert (str(strip.parliament_vote), strip.result, strip.days_vote_to_notice) == ("2025-07-17", None, 34)


def test_a_stage_of_several_steps_is_dated_by_its_last_and_the_announcement_by_its_first():
    several = steps(
        *("announcement 2025-03-07", "announcement 2025-04-01", "government_decision 2025-04-01"),
        *("government_decision 2025-05", "promulgation 2025-07-24", "promulgation 2025-08-05"),
    )
    [strip] = strips(several, changes(*LEFT), CHECKED_ON)
    assert (str(strip.announced), str(strip.government_decision), str(strip.head_of_state)) == (
        "2025-03-07", "2025-05", "2025-08-05",
    )  # fmt: skip
    assert strip.days_announced_to_notice == 166


def test_without_a_notice_there_are_no_days_to_it():
    [strip] = strips(steps("announcement 2025-03-07", "parliament_vote 2025-06-25"), changes(*PARTY), CHECKED_ON)
    assert (strip.days_announced_to_notice, strip.days_vote_to_notice) == (None, None)


@pytest.mark.parametrize(
    ("second", "words"),
    [
        ("2025-03-18", "same day"),
        ("2025-03-19", "1 day later"),
        ("2025-03-28", "10 days later"),
        ("2025-03-17", "1 day earlier"),
        ("2025-03", "days not known"),
        ("2025", "days not known"),
    ],
)
def test_intervals_in_words(second, words):
    [strip] = strips(steps("recommendation 2025-03-18", f"government_decision {second}"), changes(*LEFT), CHECKED_ON)
    assert strip.stages[1].entries[0].interval == ""
    assert strip.stages[2].entries[0].interval == words


def test_days_between_need_two_whole_dates():
    assert days_between(None, PartialDate.parse("2025-03-18")) is None
    assert days_between(PartialDate.parse("2025-03"), PartialDate.parse("2025-03-18")) is None

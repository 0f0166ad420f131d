"""Scales, round numbers, axes and paths."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from states.charts import FULL, Words, lines_of, steps
from states.scales import Scale, anchor_at, dates_between, days, grid, months_between, round_numbers, time_axis

DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize(
    ("highest", "values"),
    [
        (0, [0, 1]),
        (1, [0, 1]),
        (7, [0, 2, 4, 6, 8]),
        (100, [0, 20, 40, 60, 80, 100]),
        (101, [0, 50, 100, 150]),
        (9440, [0, 2000, 4000, 6000, 8000, 10000]),
    ],
)
def test_round_numbers_are_few_and_reach_the_highest(highest, values):
    assert round_numbers(highest) == values


@given(st.integers(0, 10**9), st.integers(1, 10))
def test_any_round_numbers_reach_the_highest_in_few_even_steps(highest, lines):
    values = round_numbers(highest, lines)
    assert values[-1] >= highest
    assert 2 <= len(values) <= lines + 1
    assert len({after - before for before, after in zip(values, values[1:], strict=False)}) == 1


@pytest.mark.parametrize(("value", "place"), [(0, 0), (50, 5000), (100, FULL), (-3, 0), (130, FULL)])
def test_a_scale_places_a_number_in_proportion_and_never_outside(value, place):
    assert Scale(0, 100).across(value) == place
    assert Scale(0, 100).down(value) == FULL - place


def test_a_scale_of_no_length_is_no_error():
    assert Scale(5, 5).across(5) == 0


@pytest.mark.parametrize(
    ("first", "last", "names"),
    [
        (date(1997, 12, 3), date(2026, 11, 23), ["2000", "2010", "2020"]),
        (date(2008, 12, 3), date(2026, 11, 23), ["2010", "2015", "2020", "2025"]),
        (date(2020, 1, 1), date(2026, 1, 1), ["2020", "2022", "2024", "2026"]),
        (date(2025, 1, 1), date(2026, 11, 23), ["Jan 2025", "Jul 2025", "Jan 2026", "Jul 2026"]),
        (date(2025, 1, 31), date(2025, 4, 1), ["Feb 2025", "Mar 2025", "Apr 2025"]),
        (date(2025, 3, 2), date(2025, 3, 30), []),
    ],
)
def test_dates_of_an_axis_are_few_and_even(first, last, names):
    assert [text for _, text in dates_between(first, last)] == names


@given(DAYS, DAYS, st.integers(2, 8))
def test_any_axis_has_few_dates_within_its_time(one, other, most):
    first, last = sorted([one, other])
    found = dates_between(first, last, most)
    assert len(found) <= most
    assert all(first <= day <= last and day.day == 1 for day, _ in found)
    assert all(0 <= mark.x <= FULL for mark in time_axis(days(first, last), first, last) if isinstance(mark, Words))


@given(DAYS, st.integers(0, 4000))
def test_months_follow_each_other_from_the_first_to_the_last(first, length):
    last = first + timedelta(length)
    months = months_between(first, last)
    assert (months[0], months[-1]) == (first.replace(day=1), last.replace(day=1))
    assert all((after - before).days in range(28, 32) for before, after in zip(months, months[1:], strict=False))


def test_a_path_keeps_each_height_until_the_next_change():
    assert steps([(0, 90), (10, 70), (40, 80)], FULL) == f"M0 90H10V70H40V80H{FULL}"


def test_words_at_an_edge_do_not_leave_the_frame():
    assert [anchor_at(x) for x in (0, 5000, FULL)] == ["start", "middle", "end"]


def test_lines_of_words_fit_and_lose_none():
    lines = lines_of("The Seimas votes to denounce the Convention on Cluster Munitions", 30)
    assert " ".join(lines) == "The Seimas votes to denounce the Convention on Cluster Munitions"
    assert all(len(line) <= 30 for line in lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("66 for, 14 against", ["66 for, 14 against"]),
        (
            "66 for, 14 against, 2 abstained, 3 absent or not voting, of 100 seats",
            ["66 for, 14 against, 2 abstained,", "3 absent or not voting, of 100 seats"],
        ),
        (
            "Not recorded: 1, 3. Not known to the day: 5 (2025), 6 (May 2025)",
            ["Not recorded: 1, 3.", "Not known to the day: 5 (2025), 6 (May 2025)"],
        ),
        ("The chamber approves, after a second reading, it", ["The chamber approves, after a second reading,", "it"]),
    ],
)
def test_lines_end_where_a_sentence_or_a_part_of_one_does(text, lines):
    assert lines_of(text) == lines


def test_a_grid_has_a_line_and_a_name_for_each_value():
    marks = grid(Scale(0, 10), [(0, "0"), (10, "ten")])
    assert [mark.text for mark in marks if isinstance(mark, Words)] == ["0", "ten"]
    assert len(marks) == 4

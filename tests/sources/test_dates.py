"""Dates known to the day, the month or only the year."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from sources.dates import PartialDate, PartialDateField, Precision, in_table, in_text
from sources.models import Source

FIRST_DAY = {Precision.DAY: {}, Precision.MONTH: {"day": 1}, Precision.YEAR: {"month": 1, "day": 1}}

partial_dates = st.builds(
    lambda day, precision: PartialDate(day.replace(**FIRST_DAY[precision]), precision),
    st.dates(),
    st.sampled_from(Precision),
)


@pytest.mark.parametrize(
    ("written", "day", "precision", "shown"),
    [
        ("2025", date(2025, 1, 1), Precision.YEAR, "2025"),
        ("2025-06", date(2025, 6, 1), Precision.MONTH, "June 2025"),
        ("2025-06-27", date(2025, 6, 27), Precision.DAY, "27 June 2025"),
        ("2025-06-01", date(2025, 6, 1), Precision.DAY, "1 June 2025"),
        ("2025-01-01", date(2025, 1, 1), Precision.DAY, "1 January 2025"),
        ("2024-02-29", date(2024, 2, 29), Precision.DAY, "29 February 2024"),
        ("0997-12", date(997, 12, 1), Precision.MONTH, "December 997"),
    ],
)
def test_partial_date_is_read_as_far_as_it_is_known(written, day, precision, shown):
    read = PartialDate.parse(written)
    assert read == (day, precision)
    assert (str(read), read.text) == (written, shown)


@given(partial_dates)
def test_partial_date_written_and_read_again_is_the_same(partial):
    assert PartialDate.parse(str(partial)) == partial


@given(partial_dates)
def test_partial_date_shows_no_more_than_is_known(partial):
    known = {Precision.DAY: 3, Precision.MONTH: 2, Precision.YEAR: 1}[partial.precision]
    assert partial.text.split() == in_text(partial.day).split()[-known:]


@given(partial_dates, partial_dates)
def test_partial_dates_sort_by_the_first_day_they_may_mean(one, other):
    assert (one < other) or one.day >= other.day


@pytest.mark.parametrize(
    "text",
    [
        "", "25", "20256", "2025-6", "2025-06-7", "2025-", "2025-00", "2025-13", "2025-06-00", "2025-06-31",
        "2025-02-29", "0000", "-2025", " 2025", "2025\n", "2025-06-27T00:00", "20250627", "2025/06/27", "27 June 2025",
        "unknown", "2025\x00", "٢٠٢٥", "２０２５-06",
    ],
)  # fmt: skip
def test_partial_date_in_another_form_is_refused(text):
    with pytest.raises(ValueError):
        PartialDate.parse(text)


@given(st.text() | st.from_regex(r"\d{1,5}(-\d{1,3}){0,3}", fullmatch=True))
def test_partial_date_from_any_text_is_itself_again_or_a_value_error(text):
    try:
        read = PartialDate.parse(text)
    except ValueError:
        return
    assert str(read) == text


def test_day_in_text_and_in_tables_has_no_leading_zero():
    assert in_text(date(2025, 12, 7)) == "7 December 2025"
    assert in_table(date(2025, 12, 7)) == "7 Dec 2025"


@pytest.mark.parametrize(("text", "short"), [("2025", "2025"), ("2025-06", "June 2025"), ("2025-06-07", "7 Jun 2025")])
def test_partial_date_in_tables_abbreviates_the_month_of_a_day(text, short):
    assert PartialDate.parse(text).short == short


def test_day_that_is_not_known_is_said_so_in_text():
    assert in_text(None) == "an unknown day"


def test_unsaved_source_says_when_it_was_published():
    assert Source(date=date(2025, 6, 1), date_precision="month").published.text == "June 2025"
    assert Source().published is None


def test_field_gives_a_partial_date_and_nothing_for_a_blank():
    field = PartialDateField(required=False)
    assert field.clean(" 2025-06 ") == PartialDate(date(2025, 6, 1), Precision.MONTH)
    assert field.clean("") is None
    assert field.clean(None) is None


@pytest.mark.parametrize("text", ["June 2025", "2025-13", "2025\x00", "2025-06-27 or so", "2025-06-27" * 10_000])
def test_field_refuses_another_form_with_a_message(text):
    with pytest.raises(ValidationError):
        PartialDateField().clean(text)


def test_field_says_how_a_date_is_written():
    with pytest.raises(ValidationError, match="2025, 2025-06 or 2025-06-27"):
        PartialDateField().clean("June 2025")


@pytest.mark.parametrize(
    ("text", "last"),
    [("2024", "2024-12-31"), ("2024-02", "2024-02-29"), ("2025-02", "2025-02-28"), ("2025-03-18",) * 2],
)
def test_the_last_day_a_date_may_mean(text, last):
    assert PartialDate.parse(text).last_day == date.fromisoformat(last)

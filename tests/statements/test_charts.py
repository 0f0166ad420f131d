"""Statements by month: counts in, geometry out."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from statements.charts import MOST_MONTHS, first_month, statements_per_month
from states.charts import FULL, Link
from states.scales import months_between
from tests.charts import check, looks

MARCH, JUNE, END = date(2025, 3, 1), date(2025, 6, 1), date(2025, 7, 20)
SOURCE = [Link("the statements", "/statements/")]


def chart_of(counts, undated=0, end=END):
    return statements_per_month(counts, undated, end, source=SOURCE)


def test_every_month_up_to_the_day_has_its_place_and_its_row():
    chart = chart_of({MARCH: 10, JUNE: 5})
    check(chart)
    assert chart.rows == (
        *(("July 2025", "0"), ("June 2025", "5"), ("May 2025", "0"), ("April 2025", "0"), ("March 2025", "10")),
    )
    march, june = looks(chart, "statements")
    assert march.height == 2 * june.height == FULL
    assert march.x < june.x


def test_the_highest_month_is_written_over_its_bar():
    assert [mark.text for mark in looks(chart_of({MARCH: 10, JUNE: 5}), "words")] == ["10"]


def test_what_is_not_drawn_is_said_and_in_the_table():
    chart = chart_of({date(2010, 1, 1): 3, MARCH: 10}, undated=2)
    check(chart)
    assert chart.note == "Not drawn: 3 of earlier months and 2 dated to the year only."
    assert chart.rows[-2:] == (("Earlier months", "3"), ("Dated to the year only", "2"))


def test_where_nothing_is_near_the_day_the_newest_month_is_the_last():
    chart = chart_of({date(2010, 1, 1): 3})
    check(chart)
    assert [row[0] for row in chart.rows] == ["January 2010"]


def test_without_a_month_there_is_no_chart():
    assert chart_of({}, undated=4) is None


def test_the_first_month_is_three_years_before_the_last():
    assert first_month(END) == date(2022, 8, 1)
    assert len(months_between(first_month(END), END)) == MOST_MONTHS


@given(
    st.dictionaries(
        st.dates(date(1990, 1, 1), date(2030, 1, 1)).map(lambda day: day.replace(day=1)), st.integers(1, 10**6)
    ),
    st.dates(date(2000, 1, 1), date(2035, 1, 1)),
)
def test_any_counts_fit_their_frame(counts, end):
    known = {month: number for month, number in counts.items() if month <= end}
    chart = chart_of(known, end=end)
    assert (chart is None) == (not known)
    if chart:
        check(chart)
        assert sum(int(number) for _, number in chart.rows) == sum(known.values())

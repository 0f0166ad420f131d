"""Years in, geometry out: bars in proportion, gaps kept, revisions visible."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casualties.charts import casualties_by_year, revisions_by_year
from casualties.series import series
from states.charts import FULL, Link
from tests.casualties.test_series import FIGURES, Reported
from tests.charts import check, looks

SOURCE = [Link("Landmine Monitor", "/casualties/")]


def bars(figures):
    return casualties_by_year(series(figures), "World", source=SOURCE)


def revised(figures):
    return revisions_by_year(series(figures), "World", source=SOURCE)


def test_a_gap_has_a_mark_of_its_own_and_a_zero_a_flat_bar():
    chart = bars([*FIGURES, Reported(2018, 2019, 0)])
    check(chart)
    assert len(looks(chart, "gap")) == 1
    assert [(mark.y, mark.height) for mark in looks(chart, "zero")] == [(FULL - 100, 100)]
    assert [row[1] for row in chart.rows] == ["at least 239", "0", "no data", "at least 9,440"]
    assert {"gap", "whisker", "killed"} <= {key.look for key in chart.keys}


def test_bars_are_as_high_as_their_totals():
    one, two = looks(bars([Reported(2018, 2019, 500), Reported(2019, 2020, 1000)]), "total")
    assert (one.height, two.height) == (FULL // 2, FULL)
    assert one.x + one.width < two.x


def test_the_parts_of_a_bar_stand_on_each_other_within_the_total():
    chart = bars(FIGURES)
    total, killed, injured, unknown = (looks(chart, look)[0] for look in ("total", "killed", "injured", "unknown"))
    assert killed.y + killed.height == FULL
    assert injured.y + injured.height == killed.y
    assert unknown.y + unknown.height == injured.y
    assert total.y <= unknown.y
    assert unknown.pattern == "hatch"


def test_parts_of_an_older_edition_never_stand_above_the_newest_total():
    chart = bars([Reported(2009, 2010, 134, killed=41, injured=93), Reported(2009, 2011, 117)])
    assert min(mark.y for mark in chart.marks if mark.look in ("killed", "injured")) == looks(chart, "total")[0].y


def test_a_whisker_reaches_from_the_lowest_to_the_highest_total():
    chart = bars(FIGURES[:3])
    upright, top, bottom = looks(chart, "whisker")
    assert upright.y1 == top.y1 == looks(chart, "total")[0].y
    assert upright.y2 == bottom.y1 > top.y1


def test_what_was_never_revised_has_no_whisker():
    assert not looks(bars([Reported(2018, 2019, 5)]), "whisker")


def test_revisions_leave_out_years_of_one_edition():
    chart = revised(FIGURES)
    check(chart)
    assert chart.rows == (("2016", "8,605 (Landmine Monitor 2017)", "9,440 (Landmine Monitor 2021)", "+9.7%"),)
    assert revised([Reported(2018, 2019, 5)]) is None


def test_a_revision_down_stands_below_the_zero_line():
    chart = revised([Reported(2009, 2010, 134), Reported(2009, 2011, 117), *FIGURES])
    check(chart)
    down, up = looks(chart, "revision")
    zero = looks(chart, "axis")[0].y1
    assert down.y > zero > up.y
    stem = looks(chart, "stem")[0]
    assert (stem.y, stem.height) == (zero, down.y - zero)


def test_one_step_serves_above_and_below_zero():
    figures = [
        Reported(2009, 2010, 134),
        Reported(2009, 2011, 117),
        Reported(2011, 2012, 21),
        Reported(2011, 2013, 129),
    ]
    ticks = [mark.text for mark in looks(revised(figures), "tick") if mark.text.endswith("%")]
    assert ticks == ["-200%", "0%", "+200%", "+400%", "+600%"]


def test_a_single_year_is_a_bar_and_no_area():
    assert looks(bars([Reported(2018, 2019, 5)]), "total")[0].width < FULL // 10


@given(
    st.lists(
        st.builds(
            Reported,
            st.integers(1999, 2030),
            st.integers(2031, 2040),
            st.none() | st.integers(0, 10**6),
            st.just(True),
            st.none() | st.integers(0, 10**6),
            st.none() | st.integers(0, 10**6),
            st.none() | st.integers(0, 10**6),
            st.sampled_from(["at_least", "about"]),
        ),
        min_size=1,
        max_size=40,
    )
)
def test_any_years_fit_their_frame(figures):
    check(bars(figures))
    chart = revised(figures)
    assert chart is None or check(chart) is None


def test_without_figures_there_is_no_chart():
    assert bars([]) is None


def test_years_below_the_bars_do_not_run_into_each_other():
    labels = [
        mark for mark in looks(bars([Reported(1999, 2000, 1), Reported(2024, 2025, 1)]), "tick") if mark.y == FULL
    ]
    years = [mark for mark in labels if len(mark.text) == 4]
    assert [mark.text for mark in years] == ["2000", "2005", "2010", "2015", "2020", "2024"]
    assert all(after.x - before.x > 1500 for before, after in pairwise(years))


@pytest.mark.parametrize("key", ["total", "killed"])
def test_every_mark_of_a_year_says_its_numbers(key):
    assert looks(bars(FIGURES), key)[0].title == (
        "at least 9,440 casualties (killed and injured) in 2016 (Landmine Monitor 2021); first published: at least "
        "8,605 (Landmine Monitor 2017)"
    )


def test_the_table_names_the_edition_of_the_parts_beside_that_of_the_total():
    chart = bars(FIGURES)
    assert [dict(zip(chart.columns, row, strict=True)) for row in chart.rows[-1:]] == [
        {
            "Year": "2016",
            "Casualties": "at least 9,440",
            "Edition": "2021",
            "Killed": "2,472",
            "Injured": "6,937",
            "Unknown": "28",
            "These by edition": "2018",
            "First published": "at least 8,605 in 2017",
        }
    ]


def test_parts_that_no_edition_states_have_no_edition():
    row = bars([Reported(2018, 2019, 5)]).rows[0]
    assert row == ("2018", "at least 5", "2019", "not stated", "not stated", "not stated", "none", "in this edition")


@pytest.mark.parametrize(
    ("figure", "told"),
    [
        (Reported(2000, 2001, 8000, qualifier="about"), "about 8,000"),
        (Reported(2000, 2001, 8000), "at least 8,000"),
    ],
)
def test_table_and_bar_say_what_the_figure_is_qualified_by(figure, told):
    chart = bars([figure])
    assert chart.rows[0][1] == told
    assert looks(chart, "total")[0].title.startswith(f"{told} casualties (killed and injured) in 2000")
    assert f"The newest: {told} casualties" in chart.description


def test_a_zero_is_told_as_none_recorded():
    title = looks(bars([Reported(2018, 2019, 0)]), "zero")[0].title
    assert title == "no casualties (killed and injured) recorded in 2018 (Landmine Monitor 2019)"

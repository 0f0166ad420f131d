"""Numbers in, whole-number coordinates out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casualties.charts import BASE, LEFT, TOP, WIDTH, revisions, scale, stacked_bars
from casualties.series import series
from tests.casualties.test_series import FIGURES, Reported


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
def test_a_scale_is_of_few_round_numbers_and_reaches_the_highest(highest, values):
    assert scale(highest) == values


@given(st.integers(0, 10**9))
def test_any_scale_reaches_the_highest_in_at_most_five_steps(highest):
    values = scale(highest)
    assert values[-1] >= highest
    assert len(values) <= 6


def test_a_gap_has_no_box_and_a_zero_has_a_flat_one():
    chart = stacked_bars(series([*FIGURES, Reported(2018, 2019, 0)]))
    assert chart.bars[1].boxes == ()
    assert [box.kind for box in chart.bars[2].boxes] == ["zero"]


def test_the_parts_of_a_bar_stand_on_each_other_within_the_total():
    total, killed, injured, unknown = stacked_bars(series(FIGURES)).bars[0].boxes
    assert killed.y + killed.height == BASE
    assert injured.y + injured.height == killed.y
    assert unknown.y + unknown.height == injured.y
    assert total.y <= unknown.y
    assert total.height == BASE - total.y


def test_parts_of_an_older_edition_never_stand_above_the_newest_total():
    years = series([Reported(2009, 2010, 134, killed=41, injured=93), Reported(2009, 2011, 117)])
    boxes = stacked_bars(years).bars[0].boxes
    assert min(box.y for box in boxes) == boxes[0].y


def test_a_whisker_reaches_from_the_lowest_to_the_highest_total():
    bar = stacked_bars(series(FIGURES)).bars[0]
    assert bar.whisker.top == bar.boxes[0].y
    assert bar.whisker.bottom > bar.whisker.top
    assert bar.whisker.first == bar.whisker.bottom


def test_what_was_never_revised_has_no_whisker():
    assert stacked_bars(series([Reported(2018, 2019, 5)])).bars[0].whisker is None


def test_revisions_leave_out_years_of_one_edition():
    assert [point.year.year for point in revisions(series(FIGURES)).points] == [2016]


def test_a_revision_down_stands_below_the_zero_line():
    years = series([Reported(2009, 2010, 134), Reported(2009, 2011, 117), *FIGURES])
    down, up = revisions(years).points
    zero = revisions(years).zero
    assert down.y > zero > up.y
    assert (down.top, down.height) == (zero, down.y - zero)


def test_one_step_serves_above_and_below_zero():
    years = series(
        [Reported(2009, 2010, 134), Reported(2009, 2011, 117), Reported(2011, 2012, 21), Reported(2011, 2013, 129)]
    )
    assert [tick.value for tick in revisions(years).ticks] == [-200, 0, 200, 400, 600]


def test_a_single_year_is_a_bar_and_no_area():
    assert stacked_bars(series([Reported(2018, 2019, 5)])).bars[0].width < 64


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
        ),
        max_size=40,
    )
)
def test_every_coordinate_is_a_whole_number_within_the_picture(figures):
    years = series(figures)
    chart = stacked_bars(years)
    for bar in chart.bars:
        for box in bar.boxes:
            assert all(isinstance(value, int) for value in box[1:])
            assert LEFT <= box.x <= box.x + box.width <= WIDTH
            assert TOP <= box.y <= box.y + box.height <= BASE
    for point in revisions(years).points:
        assert TOP <= point.y <= BASE


def test_labels_of_years_do_not_run_into_each_other():
    labels = stacked_bars(series([Reported(1999, 2000, 1), Reported(2024, 2025, 1)])).labels
    assert [label.text for label in labels] == [2000, 2005, 2010, 2015, 2020, 2024]
    assert all(after.x - before.x > 70 for before, after in zip(labels, labels[1:], strict=False))

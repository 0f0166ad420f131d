"""Years with every edition: newest shown, first remembered, gaps kept."""

from typing import NamedTuple

import pytest

from casualties.series import editions_of, series


class Reported(NamedTuple):
    data_year: int
    edition_id: int
    total: int | None
    preferred: bool = True
    killed: int | None = None
    injured: int | None = None
    unknown: int | None = None
    qualifier: str = "at_least"


FIGURES = [
    Reported(2016, 2018, 9437, killed=2472, injured=6937, unknown=28),
    Reported(2016, 2021, 9440),
    Reported(2016, 2017, 8605, killed=2089, injured=6491, unknown=25),
    Reported(2019, 2020, 239),
    Reported(2019, 2020, 238, preferred=False),
]


def test_the_newest_edition_is_shown_and_every_earlier_one_kept_in_order():
    year = series(FIGURES)[0]
    assert year.total == 9440
    assert [(version.edition, version.total) for version in year.versions] == [
        (2017, 8605),
        (2018, 9437),
        (2021, 9440),
    ]
    assert year.change == pytest.approx(9.70, abs=0.01)


def test_outcomes_are_those_of_the_newest_edition_that_states_them():
    year = series(FIGURES)[0]
    assert (year.killed, year.injured, year.unknown, year.outcome_edition) == (2472, 6937, 28, 2018)
    assert year.counted.killed is None


def test_a_year_without_figures_is_a_gap():
    years = series(FIGURES)
    assert [year.year for year in years] == list(range(2016, 2020))
    assert [year.total for year in years] == [9440, None, None, 239]
    assert years[1].latest is None
    assert years[1].change is None


def test_sources_that_differ_are_kept_beside_the_preferred_one():
    year = series(FIGURES)[3]
    assert year.latest.others == (238,)
    assert year.is_revised
    assert year.change is None


def test_a_zero_is_a_number_and_no_gap():
    [year] = series([Reported(2018, 2019, 0)])
    assert year.total == 0
    assert not year.is_revised


def test_a_total_that_is_not_stated_leaves_the_year_without_one():
    [year] = series([Reported(2018, 2019, None, killed=3)])
    assert year.total is None
    assert year.totals == []


def test_without_figures_there_is_no_year():
    assert series([]) == []


def test_editions_are_named_once_and_in_order():
    assert editions_of(series(FIGURES)) == [2017, 2018, 2020, 2021]

"""Every rule finds what breaks it; the shipped data break none that is an error, and the known ones among the rest."""

from collections import Counter

import pytest
from django.core.management import CommandError, call_command

from casualties.checks import violations
from casualties.enums import Rule
from casualties.records import all_rows
from tests.casualties.factories import FigureFactory, row


def rules(*rows, this_year=2026, **options):
    return [one.rule for one in violations(rows, this_year, **options)]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, []),
        ({"killed": 40, "injured": 50, "unknown": 10}, []),
        ({"killed": 40, "injured": 50, "unknown": 20}, [Rule.STANDS]),
        ({"killed": 40, "injured": 50}, [Rule.STATED]),
        ({"total": -1}, [Rule.WHOLE]),
        ({"total": 1.5}, [Rule.WHOLE]),
        ({"children": 5, "civilians": 4}, [Rule.CHILDREN]),
        ({"year": 1998}, [Rule.YEARS]),
        ({"edition": 2027}, [Rule.YEARS]),
        ({"edition": 2020}, [Rule.STANDS]),
        ({"shown": False}, [Rule.SOURCE]),
        ({"killed": 81, "injured": 19}, [Rule.TRANSPOSED]),
        ({"killed": 80, "injured": 20}, []),
        ({"total": 19, "killed": 19, "injured": 0}, []),
        ({"male": 60, "female": 30, "sex_unknown": 9}, [Rule.DIVIDED]),
        ({"preferred": False}, [Rule.PREFERRED]),
    ],
)
def test_a_row_breaks_a_rule_by_itself(values, expected):
    assert rules(row(**values)) == expected


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ([{"source": "two", "preferred": False}], []),
        ([{"source": "two", "preferred": False, "total": 99}], [Rule.CONFLICT]),
        ([{"source": "two"}], [Rule.PREFERRED]),
        ([{"preferred": False}], [Rule.TWICE]),
        ([{"edition": 2022, "total": 125}], []),
        ([{"edition": 2022, "total": 126}], [Rule.REVISED]),
        ([{"edition": 2022, "total": 99}], [Rule.REVISED]),
        ([{"edition": 2022, "total": 99, "shown": False}], [Rule.SOURCE]),
        ([{"edition": 2022, "total": 0}], [Rule.REVISED, Rule.ZERO]),
        ([{"area": "WLD", "total": 99}], [Rule.SUM]),
        ([{"area": "WLD", "total": 100}], []),
        ([{"area": "WLD", "total": 149}, {"area": "QAB", "total": 50}], [Rule.SUM]),
    ],
)
def test_rows_break_a_rule_together(others, expected):
    assert rules(row(), *(row(**values) for values in others)) == expected


def test_an_unknown_area_is_named_where_the_known_ones_are_given():
    assert rules(row(), areas=frozenset({"AFG"})) == [Rule.AREA]


def test_a_note_or_a_reason_explains_a_violation():
    [plain] = violations([row(shown=False)], 2026)
    [told] = violations([row(shown=False, note="As printed.")], 2026)
    assert (plain.is_explained, told.is_explained) == (False, True)


@pytest.mark.django_db
def test_the_shipped_figures_break_no_rule_that_is_an_error():
    found = violations(list(all_rows()), 2026)
    assert not [one for one in found if one.rule.is_error]
    assert Counter(one.rule for one in found) == {
        Rule.STATED: 1,
        Rule.SOURCE: 6,
        Rule.CONFLICT: 3,
        Rule.TRANSPOSED: 5,
        Rule.REVISED: 7,
        Rule.ZERO: 2,
    }


@pytest.mark.django_db
def test_the_command_lists_what_it_finds_and_fails_for_an_error(capsys):
    call_command("check_casualties")
    out = capsys.readouterr().out
    assert "warning: Killed and injured: KHM 2017, edition 2018, lm2018_khm: 48 of 58 killed" in out
    assert "0 errors, 24 warnings, 24 shown" in out
    FigureFactory(preferred=False)
    with pytest.raises(CommandError, match="1 errors"):
        call_command("check_casualties", unexplained=True)

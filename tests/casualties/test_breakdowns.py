"""Parts of a total, and percentages of the known cases only."""

from types import SimpleNamespace

from casualties.breakdowns import breakdowns
from tests.casualties.factories import row


def parts_of(**values):
    return {one.label: one for one in breakdowns(SimpleNamespace(**row(**values)))}


def test_percentages_are_of_the_known_cases_and_say_so():
    sex = parts_of(male=2095, female=404)["Sex"]
    assert [(part.value, part.percent) for part in sex.parts] == [(2095, "84%"), (404, "16%"), (None, "")]
    assert sex.basis == "Percentages are of the 2,499 casualties whose sex is known."


def test_the_unknown_have_a_number_and_no_percentage():
    outcome = parts_of(killed=1983, injured=3663, unknown=111)["Outcome"]
    assert [part.percent for part in outcome.parts] == ["35%", "65%", ""]


def test_with_a_known_case_missing_there_is_no_percentage():
    age = parts_of(children=1498)["Age"]
    assert age.basis == ""
    assert [(part.value, part.percent) for part in age.parts] == [(1498, ""), (None, ""), (None, "")]


def test_a_dimension_of_which_nothing_is_stated_is_left_out():
    assert list(parts_of(children=3)) == ["Age"]

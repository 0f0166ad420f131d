"""What a state did while it was bound, told apart from what it did after it had left."""

from typing import NamedTuple

import pytest

from sources.dates import PartialDate
from tests.treaties.acts import day
from treaties.phases import Phase, by_phase, phase_of

BEGAN, ENDED = day("2013-06-01"), day("2026-02-20")


class PlainStep(NamedTuple):
    when: PartialDate


@pytest.mark.parametrize(
    ("when", "phase"),
    [
        ("2013-05-31", Phase.BEFORE),
        ("2013-06-01", Phase.BOUND),
        ("2026-02-19", Phase.BOUND),
        ("2026-02-20", Phase.AFTER),
        ("2026-02-21", Phase.AFTER),
        ("2013-05", Phase.BEFORE),
        ("2013-06", Phase.BOUND),
        ("2026-01", Phase.BOUND),
        ("2026-02", Phase.UNKNOWN),
        ("2026-03", Phase.AFTER),
        ("2012", Phase.BEFORE),
        ("2013", Phase.UNKNOWN),
        ("2025", Phase.BOUND),
        ("2026", Phase.UNKNOWN),
        ("2027", Phase.AFTER),
    ],
)
def test_a_date_belongs_to_a_phase_only_if_every_day_it_may_mean_does(when, phase):
    assert phase_of(PartialDate.parse(when), BEGAN, ENDED) is phase


@pytest.mark.parametrize(("ended", "phase"), [("2026-01-01", Phase.AFTER), ("2026-01-02", Phase.UNKNOWN)])
def test_a_year_that_begins_with_the_day_of_leaving_lies_after_it(ended, phase):
    assert phase_of(PartialDate.parse("2026"), BEGAN, day(ended)) is phase


def test_steps_stand_under_headings_that_say_whether_the_state_was_bound():
    steps = [PlainStep(PartialDate.parse(when)) for when in ("2000", "2025-03-19", "2025-12", "2026", "2026-02-20")]
    assert [(told.heading, told.steps) for told in by_phase(steps, BEGAN, ENDED)] == [
        ("Before it became bound on 1 June 2013", steps[:1]),
        ("While still bound", steps[1:3]),
        ("Day not known exactly", steps[3:4]),
        ("Since 20 February 2026, no longer bound", steps[4:]),
    ]


def test_phases_without_a_step_have_no_heading():
    assert by_phase([], BEGAN, ENDED) == []
    [told] = by_phase([PlainStep(PartialDate(ENDED, "day"))], BEGAN, ENDED)
    assert told.heading == "Since 20 February 2026, no longer bound"

"""How states stood, as the lists of casualties ask for it."""

from datetime import date

import pytest

from config.casualties import TreatyStandings
from states.models import State

pytestmark = pytest.mark.django_db


def pks(*codes):
    return set(State.objects.filter(iso3__in=codes).values_list("pk", flat=True))


def test_groups_hold_every_state_once_and_count_as_the_treaty_does():
    states = list(State.objects.states().values_list("pk", flat=True))
    parties, withdrawn, others = TreatyStandings().groups_on(date(2026, 2, 20), states)
    assert (len(parties.states), len(withdrawn.states), len(others.states)) == (161, 5, 31)


def test_a_state_that_is_withdrawing_is_a_party_and_can_be_asked_for():
    standings, states = TreatyStandings(), pks("POL", "FRA", "USA")
    assert standings.states_with(["withdrawing"], date(2026, 1, 1), states) == pks("POL")
    assert standings.groups_on(date(2026, 1, 1), states)[0].states == pks("POL", "FRA")


def test_standing_costs_two_queries_for_any_number_of_days(django_assert_num_queries):
    states = pks("POL", "FRA")
    standings = TreatyStandings()
    with django_assert_num_queries(2):
        for year in range(1999, 2025):
            standings.groups_on(date(year, 12, 31), states)

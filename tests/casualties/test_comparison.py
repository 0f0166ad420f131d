"""Figures side by side are of one edition and one data year."""

import pytest

from casualties.comparison import comparable
from casualties.models import Edition, Figure
from sources.models import Source
from states.models import State

pytestmark = pytest.mark.django_db


def state(iso3):
    return State.objects.get(iso3=iso3)


def figure(iso3, **values):
    Edition.objects.get_or_create(year=values["edition_id"])
    return Figure.objects.create(area=state(iso3), source=Source.objects.citable().first(), **values)


def test_the_newest_edition_with_figures_by_state_is_taken():
    figure("POL", data_year=2025, edition_id=2026, total=3)
    found = comparable([state("POL"), state("UKR")])
    assert (found.edition, found.year, found.areas) == (2026, 2025, 1)
    assert found.of(state("POL")).figure.total == 3
    assert found.of(state("UKR")) is None


def test_a_revision_of_an_earlier_year_makes_no_table_of_that_year():
    figure("POL", data_year=2020, edition_id=2026, total=3)
    found = comparable([state("POL"), state("UKR")])
    assert (found.edition, found.year) == (2025, 2024)
    assert found.of(state("POL")) is None
    assert found.of(state("UKR")).figure.total == 293


def test_what_the_public_does_not_see_is_left_out():
    figure("POL", data_year=2025, edition_id=2026, total=3, withheld_because="Not checked.")
    figure("POL", data_year=2024, edition_id=2025, total=9, preferred=False)
    assert comparable([state("POL")]).edition == 2025
    assert comparable([state("POL")]).of(state("POL")) is None


def test_without_figures_by_state_there_is_nothing_to_compare(client):
    Figure.objects.of_areas().delete()
    assert comparable([state("POL")]) is None
    assert (
        "No edition with figures by state is on record" in client.get("/compare/?state=POL&state=FIN").content.decode()
    )


def test_three_queries_however_many_states(django_assert_num_queries):
    states = list(State.objects.states()[:50])
    with django_assert_num_queries(3):
        comparable(states)

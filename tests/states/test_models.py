"""Names that are found, an order that holds everywhere, and rows the database refuses."""

from datetime import date

import pytest
from django.db import IntegrityError

from states.models import LandBorder, Membership, State, fold
from tests.states.factories import StateFactory

pytestmark = pytest.mark.django_db


def isos(states):
    return {state.iso3 for state in states}


@pytest.mark.parametrize(
    ("typed", "iso3"),
    [
        ("Turkey", "TUR"),
        ("turkiye", "TUR"),
        ("TÜRKİYE", "TUR"),
        ("Ivory Coast", "CIV"),
        ("cote d'ivoire", "CIV"),
        ("CÔTE D’IVOIRE", "CIV"),
        ("USA", "USA"),
        ("viet nam", "VNM"),
        ("holland", "NLD"),
        ("pol", "POL"),
        ("Sao Tome", "STP"),
    ],
)
def test_a_state_is_found_by_any_of_its_names(typed, iso3):
    assert iso3 in isos(State.objects.matching(typed))


@pytest.mark.parametrize("typed", ["%", "_", "'", "\\", "!!!", "🙂", "atlantis"])
def test_what_names_no_state_finds_none(typed):
    assert not State.objects.matching(typed)


def test_states_are_ordered_by_name_letter_by_letter_with_accents_folded():
    names = [state.name for state in State.objects.states().alphabetical()]
    assert names == sorted(names, key=lambda name: fold(name).replace("-", ""))
    assert names.index("Côte d'Ivoire") == names.index("Croatia") - 1
    assert names.index("Guinea-Bissau") == names.index("Guinea") + 1


def test_members_of_a_group_are_those_of_the_day():
    on = lambda day: isos(State.objects.in_groups_on(["nato"], day))  # noqa: E731
    assert on(date(2023, 4, 4)) - on(date(2023, 4, 3)) == {"FIN"}


def test_a_membership_ends_on_the_day_before_its_until():
    membership = Membership.objects.get(group__slug="nato", state__iso3="POL")
    membership.until = date(2030, 1, 1)
    membership.save()
    assert membership in Membership.objects.on(date(2029, 12, 31))
    assert membership not in Membership.objects.on(date(2030, 1, 1))


def test_borders_are_found_from_both_sides():
    assert "POL" in isos(State.objects.bordering(["RUS"]))
    assert "RUS" in isos(State.objects.bordering(["POL"]))


def test_neighbours_to_choose_from_are_those_recorded():
    assert {place.iso3 for place in State.objects.places() if place.is_neighbour} == {"RUS", "BLR"}


@pytest.mark.parametrize("code", ["pol", "PO", "P0L", ""])
def test_the_database_refuses_a_code_that_is_none(code):
    with pytest.raises(IntegrityError):
        StateFactory(iso3=code)


def test_the_database_refuses_a_border_with_oneself():
    state = StateFactory()
    with pytest.raises(IntegrityError):
        LandBorder.objects.create(state=state, neighbour=state)


def test_the_database_refuses_a_membership_that_ends_before_it_begins():
    membership = Membership.objects.first()
    membership.until = membership.since
    with pytest.raises(IntegrityError):
        membership.save()


@pytest.mark.parametrize(("iso3", "text"), [("NLD", "the Netherlands"), ("POL", "Poland"), ("VAT", "the Holy See")])
def test_running_text_has_the_article_where_english_has_one(iso3, text):
    assert State.objects.get(iso3=iso3).name_in_text == text

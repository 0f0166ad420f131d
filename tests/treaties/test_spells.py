"""The times for which a treaty was in force for a state."""

import pytest
from hypothesis import given

from tests.treaties.acts import OTTAWA, POLAND, any_rules, day, histories, history
from treaties.models import Act
from treaties.spells import Spell, spells
from treaties.status import standing_on, timeline

CAME_BACK = [*POLAND, *history("accession 2030-03-15, withdrawal 2034-01-31")]


def spells_on(on, acts, rules=OTTAWA):
    found = spells(timeline(acts, rules), day(on))
    return ", ".join(f"{spell.began} {spell.ended or 'open'}" for spell in found)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2013-05-31", ""),
        ("2013-06-01", "2013-06-01 open"),
        ("2025-08-20", "2013-06-01 open"),
        ("2026-02-19", "2013-06-01 open"),
        ("2026-02-20", "2013-06-01 2026-02-20"),
        ("2030-08-31", "2013-06-01 2026-02-20"),
        ("2030-09-01", "2013-06-01 2026-02-20, 2030-09-01 open"),
        ("2034-07-30", "2013-06-01 2026-02-20, 2030-09-01 open"),
        ("2034-07-31", "2013-06-01 2026-02-20, 2030-09-01 2034-07-31"),
    ],
)
def test_spells_of_a_state_that_left_joined_again_and_left_again(on, expected):
    assert spells_on(on, CAME_BACK) == expected


def test_state_in_its_second_spell_has_no_withdrawal_and_keeps_its_signature():
    standing = standing_on(CAME_BACK, OTTAWA, day("2030-09-01"))
    assert (standing.withdrawal_received, standing.withdrawal_effective) == (None, None)
    assert (standing.signed, standing.consent) == (day("1997-12-04"), day("2030-03-15"))


@pytest.mark.parametrize("acts", ["", "signature 1998-01-01", "accession 2026-08-01"])
def test_spells_of_a_state_that_was_never_bound(acts):
    assert spells_on("2026-11-23", history(acts)) == ""


@pytest.mark.parametrize(("on", "expected"), [("2011-11-10", ""), ("2011-11-11", "2011-07-09 open")])
def test_spell_of_a_succession_began_before_its_notification(on, expected):
    assert spells_on(on, history("succession 2011-11-11 2011-07-09")) == expected


def test_succession_stands_since_the_day_it_began_to_bind_and_is_known_from_its_notification():
    standing = standing_on(history("succession 2011-11-11 2011-07-09"), OTTAWA, day("2026-11-23"))
    assert standing.day == day("2011-11-11")
    assert standing.since == standing.in_force == day("2011-07-09")


@pytest.mark.parametrize(
    "later",
    [
        "withdrawal_revocation 2026-02-19",
        "armed_conflict_began 2022-02-24",
        "suspension_notification 2025-09-01, withdrawal_revocation 2026-02-19",
    ],
)
def test_spell_goes_on_when_the_withdrawal_takes_no_effect(later):
    assert spells_on("2026-11-23", [*POLAND, *history(later)]) == "2013-06-01 open"


def test_spell_ends_with_the_armed_conflict_that_held_the_withdrawal():
    acts = [*POLAND, *history("armed_conflict_began 2022-02-24, armed_conflict_ended 2026-05-09")]
    assert spells_on("2026-11-23", acts) == "2013-06-01 2026-05-09"


def test_spell_ends_for_a_state_that_accedes_on_the_day_it_leaves():
    acts = [*POLAND, *history("accession 2026-02-20")]
    assert spells_on("2026-11-23", acts) == "2013-06-01 2026-02-20, 2026-08-01 open"


def test_spells_read_unsaved_acts_of_the_model():
    changes = timeline([Act(kind="accession", date=day("2012-01-09"))], OTTAWA)
    assert spells(changes, day("2026-11-23")) == [Spell(day("2012-07-01"), None)]


@given(histories, any_rules)
def test_last_spell_is_open_exactly_while_the_state_is_bound(acts, rules):
    changes = timeline(acts, rules)
    for change in changes:
        found = spells(changes, change.day)
        assert change.bound == bool(found and found[-1].ended is None)
        assert all(spell.ended for spell in found[:-1])

"""Acts that the record refuses, the field to mend, and the reason."""

import pytest
from hypothesis import given

from tests.treaties import acts as shared
from tests.treaties.acts import CHECKED_ON, CLUSTER, NOT_IN_FORCE, ONE_DAY, OTTAWA, PlainAct, day, history, record
from treaties.admissibility import (
    OBJECTION_NAMES_ITS_OBJECT,
    STEP_NAMES_ITS_STATE,
    Refusal,
    effect_refusal,
    preference_refusal,
    refusals,
    reported_date_refusal,
    step_refusals,
)
from treaties.models import Act
from treaties.status import UnknownAct, in_order, timeline

PARTY = "accession 2005-07-01, "
SIGNATORY = "signature 1998-01-01, "
LEAVING = "accession 2005-07-01, withdrawal 2025-08-20, "

REFUSED = [
    ("accession 2026-11-24", "date",
     "Accession on 24 November 2026: a received instrument cannot be dated in the future."),
    ("signature 1997-12-02", "date",
     "The treaty was opened for signature on 3 December 1997; nothing was received before."),
    ("accession 1997-12-02", "date",
     "The treaty was opened for signature on 3 December 1997; nothing was received before."),
    ("signature 1999-03-01", "kind", "The treaty was closed for signature on 1 March 1999."),
    (f"{SIGNATORY}signature 1998-06-01", "kind", "A second signature: the state signed on 1 January 1998."),
    ("ratification 2005-07-01", "kind",
     "Only a signatory ratifies, accepts or approves (Article 16(1)); no signature is recorded by that day."),
    ("acceptance 2005-07-01", "kind",
     "Only a signatory ratifies, accepts or approves (Article 16(1)); no signature is recorded by that day."),
    ("approval 2005-07-01", "kind",
     "Only a signatory ratifies, accepts or approves (Article 16(1)); no signature is recorded by that day."),
    (f"{SIGNATORY}accession 2005-07-01", "kind",
     "A signatory ratifies, accepts or approves (Article 16(2)); it signed on 1 January 1998."),
    (f"{PARTY}succession 2005-08-01", "kind", "The state already consented to be bound, on 1 July 2005."),
    (f"{PARTY}accession 2020-01-01", "kind", "The state already consented to be bound, on 1 July 2005."),
    ("withdrawal 2025-08-20", "kind",
     "Only a State Party can withdraw; no consent to be bound is recorded by that day."),
    (f"{SIGNATORY}withdrawal 2025-08-20", "kind",
     "Only a State Party can withdraw; no consent to be bound is recorded by that day."),
    ("withdrawal 2005-06-30, accession 2005-07-01", "kind",
     "Only a State Party can withdraw; no consent to be bound is recorded by that day."),
    (f"{PARTY}withdrawal 2005-12-31", "kind",
     "Only a State Party can withdraw; the treaty is not yet in force for the state on that day."),
    (f"{LEAVING}withdrawal 2026-02-19", "kind", "A withdrawal is already pending, received on 20 August 2025."),
    (f"{LEAVING}withdrawal 2026-02-20", "kind",
     "The state has already withdrawn, with effect on 20 February 2026."),
    (f"{PARTY}withdrawal_revocation 2025-08-20", "kind", "No withdrawal is pending on that day."),
    (f"{LEAVING}withdrawal_revocation 2026-02-20", "kind", "No withdrawal is pending on that day."),
    (f"{PARTY}provisional_application 2006-01-01", "kind",
     "It is declared with the consent to be bound and ends with entry into force (Article 18)."),
    ("armed_conflict_began 2014-02-20, armed_conflict_began 2022-02-24", "kind",
     "An armed conflict is already on the record and has not ended by that day."),
    ("armed_conflict_ended 2022-02-24", "kind", "No armed conflict is on the record on that day."),
    ("suspension_notification 2025-07-18", "kind",
     "Only a state for which the treaty is in force can notify a suspension, and only once."),
    (f"{PARTY}suspension_notification 2025-07-18, suspension_notification 2025-07-21", "kind",
     "Only a state for which the treaty is in force can notify a suspension, and only once."),
    (f"{PARTY}suspension_revocation 2025-07-18", "kind", "No notified suspension is on the record on that day."),
    ("signature 1998-01-01 1998-06-01", "effective_on", "Signature has no day of effect of its own."),
    (f"{LEAVING}withdrawal_revocation 2025-09-01 2025-10-01", "effective_on",
     "Notice of withdrawal taken back has no day of effect of its own."),
    ("accession 2005-07-01 2005-12-31", "effective_on",
     "It cannot take effect before 1 January 2006, the day computed from its deposit."),
    (f"{PARTY}withdrawal 2025-08-20 2026-02-19", "effective_on",
     "It cannot take effect before 20 February 2026, the day computed from its receipt."),
    ("provisional_application 2005-07-01", "kind",
     "It is declared with the consent to be bound and ends with entry into force (Article 18)."),
    ("succession 2011-11-11 1011-07-09", "effective_on",
     "It cannot take effect before 1 March 1999, when the treaty itself entered into force."),
    ("armed_conflict_began 2026-11-24", "date",
     "Armed conflict began on 24 November 2026: this cannot be recorded before it happens."),
]  # fmt: skip


def refused(acts, rules=OTTAWA):
    return [(refusal.field, refusal.reason) for refusal in refusals(history(acts), rules, CHECKED_ON)]


@pytest.mark.parametrize(("acts", "field", "reason"), REFUSED, ids=[acts for acts, *_ in REFUSED])
def test_act_is_refused_beside_the_field_that_shows_it(acts, field, reason):
    assert refused(acts) == [(field, reason)]


@pytest.mark.parametrize(
    "acts",
    [
        "accession 2026-11-23",
        "signature 1997-12-03, ratification 1997-12-03",
        "signature 1999-02-28",
        f"{SIGNATORY}acceptance 1999-04-12",
        f"{SIGNATORY}approval 1999-02-25",
        f"{SIGNATORY}succession 1999-02-25",
        "accession 2005-07-01, provisional_application 2005-07-01",
        "armed_conflict_began 1991-01-01, accession 2005-07-01",
        "armed_conflict_began 2014-01-01, armed_conflict_ended 2015-01-01, armed_conflict_began 2022-01-01",
        "succession 2011-11-11 2011-07-09",
        "accession 2005-07-01 2006-01-01",
        "accession 2005-07-01 2006-02-01",
        f"{PARTY}withdrawal 2006-01-01",
        f"{PARTY}withdrawal 2025-08-20 2026-02-20",
        f"{LEAVING}withdrawal_revocation 2026-02-19, withdrawal 2026-02-20",
        f"{LEAVING}armed_conflict_began 2022-02-24, withdrawal_revocation 2026-06-01",
        f"{LEAVING}suspension_notification 2025-09-01, suspension_revocation 2025-10-01",
        f"{LEAVING}accession 2026-02-20",
        f"{LEAVING}ratification 2026-03-01",
    ],
)
def test_act_with_an_object_can_stand(acts):
    assert refused(acts) == []


@pytest.mark.parametrize("acts", ["signature 2026-01-01", "accession 2005-07-01 2005-08-01"])
def test_act_under_a_treaty_not_in_force_meets_neither_a_closing_day_nor_a_computed_one(acts):
    assert refused(acts, NOT_IN_FORCE) == []


def test_act_wrong_in_two_ways_is_refused_for_both():
    assert [field for field, _ in refused("withdrawal 2027-01-01")] == ["date", "kind"]


def test_act_is_named_in_its_refusal_whatever_the_order_given():
    second, first = history("signature 1998-06-01, signature 1998-01-01")
    assert refusals([second, first], OTTAWA, CHECKED_ON) == [
        Refusal(second, "kind", "A second signature: the state signed on 1 January 1998.")
    ]


def test_act_without_which_a_later_one_cannot_stand_is_missed():
    assert refused("withdrawal 2025-08-20, withdrawal_revocation 2025-09-01")[1:] == [
        ("kind", "No withdrawal is pending on that day.")
    ]


@pytest.mark.parametrize(
    ("effective_on", "reason", "stands"),
    [(None, "", True), (None, "state succession", True), ("2006-06-03", "state succession", True),
     ("2006-06-03", "", False), ("2006-06-03", None, False)],
)  # fmt: skip
def test_a_day_of_effect_needs_its_reason(effective_on, reason, stands):
    assert (effect_refusal(effective_on and day(effective_on), reason) is None) == stands


@pytest.mark.parametrize(
    ("kind", "state", "concerns", "refused"),
    [
        ("objection", "NOR", "UKR", []),
        ("parliament_vote", "NOR", None, []),
        ("meeting_decision", None, None, []),
        ("parliament_vote", None, None, [("state", STEP_NAMES_ITS_STATE)]),
        ("objection", None, None, [("state", STEP_NAMES_ITS_STATE), ("concerns", OBJECTION_NAMES_ITS_OBJECT)]),
        ("parliament_vote", "NOR", "UKR", [("concerns", OBJECTION_NAMES_ITS_OBJECT)]),
        ("parliament_vote", "NOR", "NOR", [("concerns", OBJECTION_NAMES_ITS_OBJECT)]),
        ("objection", "NOR", "NOR", [("concerns", "A state does not object to its own act.")]),
        (None, None, "UKR", []),
    ],
)
def test_a_step_names_the_states_that_its_kind_asks_for(kind, state, concerns, refused):
    assert list(step_refusals(kind, state, concerns)) == refused


@pytest.mark.parametrize(("reported", "own"), [("2025-06-26", "2025-06-25"), (None, "2025-06-25"), (None, None)])
def test_another_date_than_the_acts_own_is_refused_only_where_it_is_the_same(reported, own):
    assert reported_date_refusal(reported and day(reported), own and day(own)) is None
    same = day("2025-06-25")
    assert reported_date_refusal(same, same) == "The act itself has this day, 25 June 2025."


@pytest.mark.parametrize(
    ("preferred_because", "has_others", "stands"),
    [
        ("", False, True),
        ("The depositary's day.", False, True),
        ("The depositary's day.", True, True),
        ("", True, False),
    ],
)
def test_an_act_keeps_its_date_beside_others_for_a_reason(preferred_because, has_others, stands):
    assert (preference_refusal(preferred_because, has_others=has_others) is None) == stands


def test_act_of_an_unknown_kind_is_an_error_and_no_refusal():
    with pytest.raises(UnknownAct):
        refusals([PlainAct("denunciation", day("2020-01-01"))], OTTAWA, CHECKED_ON)


@pytest.mark.parametrize("acts", ["accession 9999-12-31, withdrawal 9999-12-31", "accession 9999-12-31 9999-12-31"])
def test_act_on_the_last_day_of_the_calendar_is_refused_and_no_error(acts):
    assert ("date", "Accession on 31 December 9999: a received instrument cannot be dated in the future.") in refused(
        acts
    )


def test_unsaved_act_of_the_model_is_refused():
    act = Act(kind="withdrawal", date=day("2025-08-20"))
    (refusal,) = refusals([act], OTTAWA, CHECKED_ON)
    assert refusal.act is act
    assert refusal.field == "kind"


@given(shared.histories, shared.any_rules)
def test_act_that_can_stand_changes_something_unless_it_is_a_provisional_application(acts, rules):
    kept = []
    for act in in_order(acts):
        if not refusals([*kept, act], rules, day("2036-01-01")):
            kept.append(act)
    for place, act in enumerate(kept):
        changed = timeline(kept[: place + 1], rules) != timeline(kept[:place], rules)
        assert changed != (act.kind == "provisional_application")


@pytest.mark.parametrize(
    ("treaty", "rules"), [("ottawa-convention", OTTAWA), ("convention-on-cluster-munitions", CLUSTER)]
)
def test_record_has_the_rules_of_the_treaty_and_no_act_to_refuse(treaty, rules):
    assert shared.rules_on_record(treaty) == rules
    assert len(record(treaty)) > 100
    for acts in record(treaty).values():
        assert refusals(acts, rules, CHECKED_ON) == []


def test_record_would_refuse_its_latest_act_the_day_before():
    poland = record("ottawa-convention")["POL"]
    assert [refusal.field for refusal in refusals(poland, OTTAWA, day("2025-08-20") - ONE_DAY)] == ["date"]

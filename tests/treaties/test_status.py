"""The rule: what a state is to a treaty on a day."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.treaties import acts as shared
from tests.treaties.acts import CLUSTER, ONE_DAY, OTTAWA, POLAND, UKRAINE, WITHOUT_CLAUSE, PlainAct, day, history
from treaties.enums import ActKind, Status
from treaties.models import Act
from treaties.status import (
    NEVER,
    Counters,
    Standing,
    UnknownAct,
    at,
    count,
    standing_on,
    timeline,
)

BOUND = {Status.PARTY, Status.WITHDRAWING}
PARTY = history("accession 2005-07-01")


def statuses(acts, rules=OTTAWA):
    return " ".join(f"{change.day} {change.status}" for change in timeline(acts, rules))


def around_every_change():
    for state, rules, acts, changes in shared.REAL_HISTORIES:
        before = "non_party"
        for change in changes.split(", "):
            first, after = change.split()
            yield pytest.param(rules, acts, day(first) - ONE_DAY, before, id=f"{state} before {first} {before}")
            yield pytest.param(rules, acts, day(first), after, id=f"{state} on {first} {after}")
            before = after
        yield pytest.param(rules, acts, day("2035-12-31"), before, id=f"{state} for good {before}")


@pytest.mark.parametrize(("rules", "acts", "on", "status"), list(around_every_change()))
def test_standing_of_a_real_state_changes_on_the_day_and_not_before(rules, acts, on, status):
    assert standing_on(acts, rules, on).status == status


def test_standing_says_everything_while_a_withdrawal_is_pending():
    assert standing_on(POLAND, OTTAWA, day("2026-02-19")) == Standing(
        day=day("2025-08-20"), status=Status.WITHDRAWING, since=day("2025-08-20"), bound=True, contested=False,
        signed=day("1997-12-04"), consent=day("2012-12-27"), consent_kind=ActKind.RATIFICATION,
        in_force=day("2013-06-01"), withdrawal_received=day("2025-08-20"), withdrawal_effective=day("2026-02-20"),
        in_conflict=False, next_change=day("2026-02-20"),
    )  # fmt: skip


def test_standing_reads_unsaved_acts_of_the_model():
    acts = [Act(kind="accession", date=day("2012-01-09")), Act(kind=ActKind.WITHDRAWAL, date=day("2025-07-10"))]
    assert statuses(acts) == "2012-01-09 consented 2012-07-01 party 2025-07-10 withdrawing 2026-01-10 withdrawn"


def test_standing_of_a_state_that_never_did_anything():
    assert timeline([], OTTAWA) == []
    assert standing_on([], OTTAWA, day("2026-11-23")) == at([], day("2026-11-23")) == NEVER


@pytest.mark.parametrize(
    ("later", "on", "contested"),
    [
        ("", "2025-07-17", False), ("", "2025-07-18", True), ("", "2026-11-23", True),
        ("suspension_revocation 2026-03-01", "2026-02-28", True),
        ("suspension_revocation 2026-03-01", "2026-03-01", False),
        ("withdrawal 2025-08-20", "2026-02-19", True), ("withdrawal 2025-08-20", "2026-02-20", False),
    ],
)  # fmt: skip
def test_suspension_is_contested_until_taken_back_or_until_the_state_has_left(later, on, contested):
    found = standing_on([*UKRAINE, *history(later)], OTTAWA, day(on))
    assert found.suspended == (day("2025-07-18") if contested else None)
    assert found.contested == contested


@pytest.mark.parametrize("later", ["suspension_notification 2026-01-05", "armed_conflict_began 2026-01-05"])
def test_a_suspension_keeps_the_day_it_was_first_notified(later):
    assert standing_on([*UKRAINE, *history(later)], OTTAWA, day("2026-11-23")).suspended == day("2025-07-18")


@pytest.mark.parametrize(
    ("rules", "began", "ended", "effective"),
    [
        pytest.param(OTTAWA, "2022-02-24", "2026-02-19", "2026-02-20", id="ended before the expiry"),
        pytest.param(OTTAWA, "2022-02-24", "2026-02-20", "2026-02-20", id="ended on its day"),
        pytest.param(OTTAWA, "2022-02-24", "2026-05-09", "2026-05-09", id="ended after it"),
        pytest.param(OTTAWA, "2026-02-19", "2026-02-21", "2026-02-21", id="began the day before"),
        pytest.param(OTTAWA, "2026-02-20", "2026-05-09", "2026-02-20", id="began on its day, too late"),
        pytest.param(OTTAWA, "2026-02-21", "2026-05-09", "2026-02-20", id="began after it"),
        pytest.param(WITHOUT_CLAUSE, "2022-02-24", "2026-05-09", "2026-02-20", id="treaty without the clause"),
    ],
)
def test_armed_conflict_holds_a_withdrawal_at_its_expiry(rules, began, ended, effective):
    acts = [*POLAND, *history(f"armed_conflict_began {began}, armed_conflict_ended {ended}")]
    assert standing_on(acts, rules, day(effective) - ONE_DAY).status == Status.WITHDRAWING
    assert standing_on(acts, rules, day(effective)).status == Status.WITHDRAWN
    assert standing_on(acts, rules, day("2035-12-31")).withdrawal_effective == day(effective)


def test_armed_conflict_that_never_ends_holds_for_good():
    acts = [*POLAND, *history("armed_conflict_began 2022-02-24")]
    assert standing_on(acts, OTTAWA, day("2026-02-19")).withdrawal_effective == day("2026-02-20")
    held = standing_on(acts, OTTAWA, day("2026-02-20"))
    assert (held.status, held.bound, held.since) == (Status.WITHDRAWING, True, day("2025-08-20"))
    assert (held.withdrawal_effective, held.next_change) == (None, None)
    assert standing_on(acts, OTTAWA, day("2035-12-31")) == held


@pytest.mark.parametrize(
    ("acts", "ending"),
    [
        ("ratification 1997-12-03, signature 1997-12-03", "1997-12-03 consented 1999-03-01 party"),
        ("accession 2005-07-01, withdrawal_revocation 2025-08-20, withdrawal 2025-08-20", "party"),
        ("accession 2005-07-01, withdrawal 2006-01-01", "2006-01-01 withdrawing 2006-07-01 withdrawn"),
        ("accession 2005-07-01, withdrawal 2025-08-20, withdrawal_revocation 2026-02-20", "2026-02-20 withdrawn"),
        ("accession 2005-07-01, withdrawal 2025-08-20, accession 2026-02-20", "2026-02-20 consented 2026-08-01 party"),
    ],
)
def test_two_acts_on_one_day_have_an_order_and_follow_what_was_scheduled_for_it(acts, ending):
    assert statuses(history(acts)).endswith(ending)


def test_timeline_leaves_out_acts_that_cancel_out_on_one_day():
    acts = [*PARTY, *history("suspension_notification 2020-01-05", "suspension_revocation 2020-01-05")]
    assert timeline(acts, OTTAWA) == timeline(PARTY, OTTAWA)


@pytest.mark.parametrize(
    ("acts", "pointless"),
    [
        ("", "withdrawal 2020-01-01"),
        ("signature 1998-01-01", "signature 1998-06-01"),
        ("accession 2005-07-01", "withdrawal 2005-08-01"),
        ("accession 2005-07-01", "accession 2005-08-01"),
        ("accession 2005-07-01", "accession 2020-01-01"),
        ("accession 2005-07-01", "provisional_application 2005-07-01"),
        ("accession 2005-07-01", "suspension_revocation 2020-01-01"),
        ("accession 2005-07-01", "withdrawal_revocation 2020-01-01"),
        ("accession 2005-07-01", "armed_conflict_ended 2020-01-01"),
        ("accession 2005-07-01, withdrawal 2020-01-01", "withdrawal 2020-03-01"),
        ("accession 2005-07-01, withdrawal 2020-01-01", "withdrawal_revocation 2021-01-01"),
        ("accession 2005-07-01, withdrawal 2020-01-01", "suspension_notification 2021-01-01"),
    ],
)
def test_act_without_an_object_changes_nothing(acts, pointless):
    assert timeline(history(acts, pointless), OTTAWA) == timeline(history(acts), OTTAWA)


def test_unknown_kind_of_act_is_an_error_even_after_the_day():
    acts = [*POLAND, PlainAct("denunciation", day("2030-01-01"))]
    with pytest.raises(UnknownAct, match="'denunciation' is not a known kind of act"):
        standing_on(acts, OTTAWA, day("2000-01-01"))


@given(shared.histories, shared.any_rules, shared.days)
def test_act_dated_after_the_day_never_changes_the_answer(acts, rules, on):
    assert standing_on(acts, rules, on) == standing_on([act for act in acts if act.date <= on], rules, on)


@given(shared.histories, shared.any_rules, st.randoms(use_true_random=False))
def test_order_of_the_acts_given_does_not_matter(acts, rules, chance):
    assert timeline(chance.sample(acts, len(acts)), rules) == timeline(acts, rules)


@given(shared.histories, shared.any_rules, shared.days)
def test_every_answer_is_a_known_status_that_agrees_with_its_flags(acts, rules, on):
    standing = standing_on(acts, rules, on)
    assert standing.status in Status
    assert standing.bound == (standing.status in BOUND)
    assert standing.bound or not standing.contested
    assert standing.contested == (standing.suspended is not None)
    assert standing.next_change is None or standing.next_change > on


@given(shared.histories, shared.any_rules)
def test_standing_agrees_with_the_timeline_on_every_change_and_the_day_before(acts, rules):
    changes = timeline(acts, rules)
    for before, change in zip([NEVER, *changes], changes, strict=False):
        assert before.day < change.day
        assert standing_on(acts, rules, change.day - ONE_DAY) == before
        assert standing_on(acts, rules, change.day) == change


@given(st.lists(shared.histories, max_size=6), shared.any_rules, shared.days)
def test_counters_equal_the_length_of_the_lists_they_count(states, rules, on):
    standings = [standing_on(acts, rules, on) for acts in states]
    in_force = [standing for standing in standings if standing.status in BOUND]
    consented = [standing for standing in standings if standing.status is Status.CONSENTED]
    assert count(standings) == Counters(len(in_force) + len(consented), len(in_force))


@pytest.mark.parametrize(
    ("on", "deposited", "in_force"),
    [
        ("1997-12-31", 3, 0), ("1998-09-16", 40, 0), ("1998-12-31", 58, 0), ("1999-02-28", 67, 0),
        ("2025-07-15", 166, 164), ("2025-08-31", 166, 164), ("2025-09-01", 166, 165), ("2025-12-01", 166, 166),
        ("2025-12-26", 166, 166), ("2025-12-27", 163, 163), ("2026-01-09", 163, 163), ("2026-01-10", 162, 162),
        ("2026-02-19", 162, 162), ("2026-02-20", 161, 161), ("2026-11-23", 161, 161),
    ],
)  # fmt: skip
def test_record_of_the_ottawa_convention_counts_its_parties(on, deposited, in_force):
    standings = [standing_on(acts, OTTAWA, day(on)) for acts in shared.record("ottawa-convention").values()]
    assert count(standings) == Counters(deposited, in_force)


@pytest.mark.parametrize(("on", "in_force"), [("2010-07-31", 0), ("2025-03-05", 112), ("2025-03-06", 111)])
def test_record_of_the_convention_on_cluster_munitions_counts_its_parties(on, in_force):
    states = shared.record("convention-on-cluster-munitions").values()
    assert count(standing_on(acts, CLUSTER, day(on)) for acts in states).in_force == in_force

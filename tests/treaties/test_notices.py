"""Notices of withdrawal, what became of them, and the day an act takes effect."""

import pytest
from hypothesis import given

from tests.treaties import acts as shared
from tests.treaties.acts import CHECKED_ON, CLUSTER, OTTAWA, POLAND, WITHOUT_CLAUSE, day, history, record
from treaties.enums import ActKind, Status
from treaties.models import Act
from treaties.notices import Notice, effect_of, effects_of_notices, notices
from treaties.status import at, standing_on, timeline

RECEIVED = day("2025-08-20")
EFFECT = day("2026-02-20")
CONFLICT = history("armed_conflict_began 2022-02-24")
TAKEN_BACK = history("withdrawal_revocation 2026-02-19")


def notices_on(on, acts, rules=OTTAWA):
    return notices(timeline(acts, rules), day(on))


def effects_on(on, acts, rules=OTTAWA):
    changes = timeline(acts, rules)
    effects = effects_of_notices(changes, day(on))
    return [effect_of(act, effects, rules) for act in acts]


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2025-08-19", []),
        ("2025-08-20", [Notice(RECEIVED, EFFECT, None, hold=False)]),
        ("2026-02-20", [Notice(RECEIVED, EFFECT, None, hold=False)]),
        ("2026-11-23", [Notice(RECEIVED, EFFECT, None, hold=False)]),
    ],
)
def test_notice_has_its_day_of_effect_from_its_receipt_on(on, expected):
    assert notices_on(on, POLAND) == expected


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2026-02-18", Notice(RECEIVED, EFFECT, None, hold=False)),
        ("2026-02-19", Notice(RECEIVED, None, day("2026-02-19"), hold=False)),
        ("2026-11-23", Notice(RECEIVED, None, day("2026-02-19"), hold=False)),
    ],
)
def test_notice_taken_back_stays_on_the_record_without_effect(on, expected):
    assert notices_on(on, [*POLAND, *TAKEN_BACK]) == [expected]


def test_notice_taken_back_returns_the_earlier_standing():
    before, after = (standing_on([*POLAND, *TAKEN_BACK], OTTAWA, day(on)) for on in ("2025-08-19", "2026-11-23"))
    assert after == before._replace(day=day("2026-02-19"))


def test_notice_taken_back_too_late_has_taken_effect():
    acts = [*POLAND, *history("withdrawal_revocation 2026-02-20")]
    assert notices_on("2026-11-23", acts) == [Notice(RECEIVED, EFFECT, None, hold=False)]


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2026-02-19", Notice(RECEIVED, EFFECT, None, hold=True)),
        ("2026-02-20", Notice(RECEIVED, None, None, hold=True)),
        ("2026-05-08", Notice(RECEIVED, None, None, hold=True)),
        ("2026-05-09", Notice(RECEIVED, day("2026-05-09"), None, hold=False)),
    ],
)
def test_notice_held_by_an_armed_conflict_takes_effect_when_it_ends(on, expected):
    assert notices_on(on, [*POLAND, *CONFLICT, *history("armed_conflict_ended 2026-05-09")]) == [expected]


def test_notice_held_by_an_armed_conflict_can_be_taken_back():
    acts = [*POLAND, *CONFLICT, *history("withdrawal_revocation 2026-06-01")]
    assert notices_on("2026-11-23", acts) == [Notice(RECEIVED, None, day("2026-06-01"), hold=False)]
    assert standing_on(acts, OTTAWA, day("2026-11-23")).status == Status.PARTY


def test_notice_that_took_effect_is_not_held_by_a_later_armed_conflict():
    acts = [*POLAND, *history("armed_conflict_began 2026-02-20")]
    assert notices_on("2026-11-23", acts) == [Notice(RECEIVED, EFFECT, None, hold=False)]


def test_notice_under_a_treaty_without_the_clause_is_not_held():
    assert notices_on("2026-02-19", [*POLAND, *CONFLICT], WITHOUT_CLAUSE) == [
        Notice(RECEIVED, EFFECT, None, hold=False)
    ]


def test_second_notice_after_the_first_was_taken_back():
    acts = [*POLAND, *TAKEN_BACK, *history("withdrawal 2026-08-31")]
    assert notices_on("2026-11-23", acts) == [
        Notice(RECEIVED, None, day("2026-02-19"), hold=False),
        Notice(day("2026-08-31"), day("2027-02-28"), None, hold=False),
    ]


def test_notice_that_took_effect_stays_so_when_the_state_joins_again():
    acts = [*POLAND, *history("accession 2026-02-20, withdrawal 2026-09-30")]
    assert notices_on("2026-11-23", acts) == [
        Notice(RECEIVED, EFFECT, None, hold=False),
        Notice(day("2026-09-30"), day("2027-03-30"), None, hold=False),
    ]


@given(shared.histories, shared.any_rules, shared.days)
def test_last_notice_is_pending_exactly_while_the_state_is_withdrawing(acts, rules, on):
    changes = timeline(acts, rules)
    found = notices(changes, on)
    pending = bool(found) and not found[-1].taken_back and (found[-1].effective is None or found[-1].effective > on)
    assert pending == (at(changes, on).status is Status.WITHDRAWING)


def test_effect_of_each_act_of_a_state_that_withdrew():
    assert effects_on("2026-11-23", POLAND) == [None, day("2013-06-01"), EFFECT]


@pytest.mark.parametrize(
    ("later", "effect"),
    [
        pytest.param("withdrawal_revocation 2026-02-19", None, id="taken back"),
        pytest.param("armed_conflict_began 2022-02-24", None, id="held"),
        pytest.param("armed_conflict_began 2022-02-24, armed_conflict_ended 2026-05-09", "2026-05-09", id="released"),
    ],
)
def test_effect_of_a_withdrawal_follows_what_became_of_it(later, effect):
    assert effects_on("2026-11-23", [*POLAND, *history(later)])[2] == (effect and day(effect))


@pytest.mark.parametrize(
    ("act", "effect"),
    [
        ("accession 2025-06-25", "2025-12-01"),
        ("succession 2011-11-11 2011-07-09", "2011-07-09"),
        ("succession 2006-10-23 2007-04-01", "2007-04-01"),
        ("signature 1998-01-01", None),
    ],
)
def test_effect_of_an_act_is_the_recorded_or_the_computed_day(act, effect):
    assert effects_on("2026-11-23", history(act)) == [effect and day(effect)]


def test_effect_of_an_unsaved_act_of_the_model():
    acts = [Act(kind=ActKind.ACCESSION, date=day("2012-01-09")), Act(kind="withdrawal", date=day("2025-07-10"))]
    assert effects_on("2026-11-23", acts) == [day("2012-07-01"), day("2026-01-10")]


@pytest.mark.parametrize(
    ("treaty", "rules", "published"),
    [
        (
            "ottawa-convention",
            OTTAWA,
            {"EST": "2025-12-27", "LTU": "2025-12-27", "LVA": "2025-12-27", "FIN": "2026-01-10", "POL": "2026-02-20"},
        ),
        ("convention-on-cluster-munitions", CLUSTER, {"LTU": "2025-03-06"}),
    ],
)
def test_record_of_withdrawals_computes_the_published_days_of_effect(treaty, rules, published):
    found = {iso3: notices(timeline(acts, rules), CHECKED_ON) for iso3, acts in record(treaty).items()}
    assert {iso3: str(each[0].effective) for iso3, each in found.items() if each} == published

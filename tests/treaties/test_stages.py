"""The strip: the stages of a withdrawal in order, the days of the clock from the acts alone."""

import csv
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.dates import PartialDate, Precision
from tests.treaties.acts import CHECKED_ON, DATA, OTTAWA, PlainAct, day
from tests.treaties.steps import LEFT, PARTY, PlainStep, changes, steps
from treaties.enums import StepKind
from treaties.notices import notices
from treaties.stages import strips
from treaties.status import timeline
from treaties.votes import Result


def on_record(iso3):
    """A state's steps and timeline under the first treaty, from data/."""
    with (DATA / "steps.csv").open(encoding="utf-8", newline="") as file:
        own = [row for row in csv.DictReader(file) if (row["treaty"], row["state"]) == ("ottawa-convention", iso3)]
    with (DATA / "acts.csv").open(encoding="utf-8", newline="") as file:
        acts = [row for row in csv.DictReader(file) if (row["treaty"], row["iso3"]) == ("ottawa-convention", iso3)]
    lines = (f"{row['kind']} {row['date']}" for row in own)
    return steps(*lines), changes(*(f"{row['kind']} {row['date']}" for row in acts))


def shown(strip):
    """A strip as lines: the stage, and each date with the days since the one before."""
    return [" ".join([stage.kind, *map(dated, stage.entries)]) for stage in strip.stages]


def dated(entry):
    return f"{entry.when} (+{entry.days})" if entry.follows else str(entry.when)


def clock(strip):
    """The days of a strip that the acts give."""
    return [stage.entries[0].when for stage in strip.stages if stage.kind.dated_by_acts and stage.entries]


REAL = {
    "EST": [
        "announcement",
        "recommendation 2025-03-18",
        "government_decision",
        "parliament_vote 2025-06-04 (+78)",
        "promulgation 2025-06-13 (+9)",
        "notification_received 2025-06-27 (+14)",
        "effective 2025-12-27 (+183)",
    ],
    "FIN": [
        "announcement 2025-04-01",
        "recommendation",
        "government_decision 2025-04-01 (+0) 2025-05-28 (+57)",
        "parliament_vote 2025-06-19 (+22)",
        "promulgation 2025-07-04 (+15)",
        "notification_received 2025-07-10 (+6)",
        "effective 2026-01-10 (+184)",
    ],
    "LVA": [
        "announcement",
        "recommendation 2025-03-18",
        "government_decision 2025-03-18 (+0) 2025-03-25 (+7)",
        "parliament_vote 2025-04-16 (+22)",
        "promulgation 2025-04-24 (+8)",
        "notification_received 2025-06-27 (+64)",
        "effective 2025-12-27 (+183)",
    ],
    "LTU": [
        "announcement",
        "recommendation 2025-03-18",
        "government_decision",
        "parliament_vote 2025-05-08 (+51)",
        "promulgation 2025 (+None)",
        "notification_received 2025-06-27 (+None)",
        "effective 2025-12-27 (+183)",
    ],
    "POL": [
        "announcement 2025-03-07",
        "recommendation 2025-03-18 (+11)",
        "government_decision 2025-05 (+None)",
        "parliament_vote 2025-06-25 (+None) 2025-07-17 (+22)",
        "promulgation 2025-07-24 (+7) 2025-08-05 (+12)",
        "notification_received 2025-08-20 (+15)",
        "effective 2026-02-20 (+184)",
    ],
    "UKR": [
        "announcement",
        "recommendation",
        "government_decision 2025-06-29",
        "parliament_vote 2025-07-15 (+16)",
        "promulgation 2025-07-15 (+0)",
        "suspension_notified 2025-07-18 (+3)",
    ],
}


@pytest.mark.parametrize(("iso3", "expected"), REAL.items())
def test_the_strip_of_each_state_on_record(iso3, expected):
    [strip] = strips(*on_record(iso3), CHECKED_ON)
    assert shown(strip) == expected


def test_a_state_that_only_reacted_has_no_strip():
    assert strips(*on_record("NOR"), CHECKED_ON) == []


def test_steps_after_the_day_are_left_out_and_the_effect_is_still_to_come():
    [strip] = strips(*on_record("POL"), day("2025-08-20"))
    effect = strip.stages[-1].entries[0]
    assert (effect.when.day, effect.ahead) == (day("2026-02-20"), True)
    [before] = strips(*on_record("POL"), day("2025-07-20"))
    assert before.notice is None
    assert shown(before)[-3:] == ["promulgation", "notification_received", "effective"]


def test_on_the_day_of_effect_nothing_is_to_come():
    [strip] = strips(*on_record("POL"), day("2026-02-20"))
    assert not strip.stages[-1].entries[0].ahead


def test_a_report_of_the_notice_adds_a_source_and_never_a_day():
    reported = steps("notification_received 2025-08-22", "effective 2026-02-26")
    [strip] = strips(reported, changes(*LEFT), CHECKED_ON)
    assert shown(strip)[-2:] == ["notification_received 2025-08-20", "effective 2026-02-20 (+184)"]
    assert [stage.entries[0].steps for stage in strip.stages[-2:]] == [(reported[0],), (reported[1],)]


def test_a_report_of_a_notice_without_an_act_moves_nothing():
    assert strips(steps("notification_received 2025-08-20", "effective 2026-02-20"), changes(*PARTY), CHECKED_ON) == []


def test_a_year_alone_puts_no_state_on_the_way_before_it_is_over():
    promulgated = steps("promulgation 2025")
    assert strips(promulgated, changes(*PARTY), day("2025-12-30")) == []
    assert len(strips(promulgated, changes(*PARTY), day("2025-12-31"))) == 1


def test_a_date_whose_month_is_not_over_is_perhaps_still_to_come_until_a_notice_follows():
    own = steps("recommendation 2025-03-18", "government_decision 2025-05", "promulgation 2025")
    [strip] = strips(own, changes(*PARTY), day("2025-05-31"))
    assert [stage.entries[0].perhaps_ahead for stage in strip.stages if stage.entries] == [False, False, True]
    [strip] = strips(own, changes(*LEFT), day("2025-08-20"))
    assert not any(entry.perhaps_ahead for stage in strip.stages for entry in stage.entries)


def test_a_notice_taken_back_has_no_effect_and_later_steps_begin_anew():
    acts = changes(*LEFT, "withdrawal_revocation 2025-10-01")
    first, second = strips(steps("parliament_vote 2025-06-25", "parliament_vote 2026-03-01"), acts, CHECKED_ON)
    assert first.notice.taken_back == day("2025-10-01")
    assert shown(first)[-1] == "effective"
    assert (second.notice, shown(second)[3]) == (None, "parliament_vote 2026-03-01")


def test_each_notice_of_a_state_that_came_back_has_its_own_steps():
    acts = changes(*LEFT, "accession 2026-03-05", "withdrawal 2027-02-01")
    own = steps("parliament_vote 2025-06-25", "parliament_vote 2026-12-01", "promulgation 2026-02-25")
    first, second = strips(own, acts, day("2027-03-01"))
    assert shown(first)[3:6] == [
        "parliament_vote 2025-06-25", "promulgation", "notification_received 2025-08-20 (+56)",
    ]  # fmt: skip
    assert shown(second)[3:5] == ["parliament_vote 2026-12-01", "promulgation 2026-02-25 (+-279)"]


def test_what_a_state_did_after_it_had_left_is_in_no_strip():
    [strip] = strips(steps("government_decision 2026-05-01"), changes(*LEFT), CHECKED_ON)
    assert shown(strip)[2] == "government_decision"


def test_a_step_while_the_notice_is_pending_belongs_to_it():
    [strip] = strips(steps("promulgation 2025-09-01"), changes(*LEFT), CHECKED_ON)
    assert shown(strip)[4] == "promulgation 2025-09-01"


def test_a_suspension_and_a_later_notice_are_two_strips():
    acts = changes(*PARTY, "suspension_notification 2025-07-18", "withdrawal 2026-01-15")
    first, second = strips(steps("parliament_vote 2025-07-15", "parliament_vote 2026-01-05"), acts, CHECKED_ON)
    assert (first.suspended, first.notice) == (day("2025-07-18"), None)
    assert (second.suspended, second.notice.received) == (None, day("2026-01-15"))
    assert shown(second)[3] == "parliament_vote 2026-01-05"


def test_steps_after_a_suspension_taken_back_begin_anew():
    acts = changes(*PARTY, "suspension_notification 2025-07-18", "suspension_revocation 2025-10-01")
    first, second = strips(steps("promulgation 2025-09-01", "announcement 2025-11-01"), acts, CHECKED_ON)
    assert shown(first)[4] == "promulgation 2025-09-01"
    assert (second.notice, second.suspended, str(second.announced)) == (None, None, "2025-11-01")


def test_an_armed_conflict_leaves_the_effect_without_a_day():
    [strip] = strips([], changes(*LEFT, "armed_conflict_began 2026-01-01"), day("2026-03-01"))
    assert strip.notice.hold
    assert strip.stages[-1].entries == ()


def test_every_kind_but_the_notice_and_its_effect_is_not_the_day_of_leaving():
    others = [kind for kind in StepKind if kind not in (StepKind.NOTIFICATION_RECEIVED, StepKind.EFFECTIVE)]
    assert all("not the day of leaving" in kind.bearing for kind in others)
    assert (StepKind.NOTIFICATION_RECEIVED.bearing, StepKind.EFFECTIVE.bearing) == (
        "starts the clock; still bound", "the day of leaving",
    )  # fmt: skip


days = st.dates(date(2012, 1, 1), date(2030, 12, 31))
any_step = st.builds(
    PlainStep,
    st.sampled_from(StepKind.values),
    st.builds(PartialDate, days, st.sampled_from(Precision)),
    st.sampled_from([(), (Result(66, 14, 2),)]),
)
after = st.lists(st.sampled_from(["withdrawal", "withdrawal_revocation", "accession", "suspension_notification"]))


@given(st.lists(any_step, max_size=12), after, days, st.integers(30, 400))
def test_no_step_ever_moves_the_clock(any_steps, kinds, on, gap):
    acts = [PlainAct("ratification", day("2012-12-27"))]
    acts += [PlainAct(kind, day("2014-01-01") + timedelta(gap * place)) for place, kind in enumerate(kinds)]
    known = timeline(acts, OTTAWA)
    with_steps, without = strips(any_steps, known, on), strips([], known, on)
    clocks = [clock(strip) for strip in with_steps if strip.notice or strip.suspended]
    assert clocks == [clock(strip) for strip in without]
    assert [strip.notice for strip in without if strip.notice] == notices(known, on)
    entries = [entry for strip in with_steps for stage in strip.stages for entry in stage.entries if not entry.ahead]
    assert all(entry.when.day <= on for entry in entries)

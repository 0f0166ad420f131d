"""Standings, steps and votes in; geometry out, in proportion and within the frame."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from states.charts import FULL, Link
from tests.charts import check, looks
from tests.treaties.acts import CHECKED_ON, OTTAWA, POLAND, UKRAINE, PlainAct, histories, history, record
from tests.treaties.steps import changes, steps
from treaties.charts import (
    last_changes,
    parties_over_time,
    stages_in_days,
    standing_over_time,
)
from treaties.charts.parties import changes_of, withdrawals
from treaties.charts.standings import events_of, parts_of
from treaties.stages import strips
from treaties.status import Counters, at, count, timeline

SOURCE = [Link("the acts", "/acts/")]
OPENED = OTTAWA.opened_on


def real():
    return {place: timeline(acts, OTTAWA) for place, acts in enumerate(record("ottawa-convention").values())}


def parties(found, day, **given):
    return parties_over_time("Treaty", found, OPENED, day, source=SOURCE, key="parties", **given)


def standing(acts, day):
    known = timeline([act for act in acts if act.date <= day], OTTAWA)
    return standing_over_time("Norway", "Treaty", known, OPENED, day, source=SOURCE, key="standing")


# Parties over time


@pytest.mark.parametrize(
    ("day", "in_force"), [("2025-08-31", 164), ("2025-12-26", 166), ("2025-12-27", 163), ("2026-02-20", 161)]
)
def test_the_last_change_up_to_a_day_has_the_counters_of_that_day(day, in_force):
    assert changes_of(real(), date.fromisoformat(day))[-1].counters.in_force == in_force


@settings(max_examples=60)
@given(st.lists(histories, max_size=4), st.dates(date(1998, 1, 1), date(2034, 1, 1)))
def test_the_steps_count_as_the_counters_do(acts, day):
    found = {place: timeline(one, OTTAWA) for place, one in enumerate(acts)}
    known = changes_of(found, day)
    now = known[-1].counters if known else Counters(0, 0)
    assert now == count(at(one, day) for one in found.values())
    assert [change.day for change in known] == sorted({change.day for change in known})
    chart = parties(found, day)
    assert chart is None or check(chart) is None


def test_the_table_has_the_counters_at_the_end_of_each_year():
    found = real()
    chart = parties(found, CHECKED_ON)
    check(chart)
    assert len(chart.rows) == 30
    for row, year in zip(chart.rows, range(1997, 2027), strict=True):
        counted = count(at(one, min(CHECKED_ON, date(year, 12, 31))) for one in found.values())
        assert row[1:3] == (str(counted.in_force), str(counted.deposited))
    assert chart.rows[-1][3] == "5"


def test_steps_lie_at_their_days_and_end_at_the_last():
    found = {1: timeline(history("accession 2000-01-10"), OTTAWA)}
    day = OPENED + timedelta(days=2000)
    path = looks(parties(found, day), "in-force")[0].path
    entered = round(FULL * (date(2000, 7, 1) - OPENED).days / 2000)
    # Nought until the entry into force, then one of one.
    assert path == f"M{round(FULL * (date(2000, 1, 10) - OPENED).days / 2000)} {FULL}H{entered}V0H{FULL}"


def test_each_day_of_leaving_is_marked_and_told_beside_the_line():
    chart = parties(real(), CHECKED_ON)
    assert len(looks(chart, "withdrawal")) == 3
    assert [mark.text for mark in looks(chart, "end-withdrawal")] == ["5 withdrawals", "since December 2025"]
    assert [mark.text for mark in looks(chart, "end-in-force")] == ["161 in force"]
    assert [day.isoformat() for day, _ in withdrawals(real(), CHECKED_ON)].count("2025-12-27") == 3


def test_before_the_treaty_opened_there_is_no_chart():
    assert parties(real(), OPENED) is None
    assert parties({}, CHECKED_ON) is None


def test_the_latest_changes_are_named_each_with_its_day():
    found = real()
    names = dict(enumerate(record("ottawa-convention")))
    first = date(2025, 1, 1)
    chart = last_changes("Treaty", found, names, first, CHECKED_ON, source=SOURCE, key="last")
    check(chart)
    assert [row[2] for row in chart.rows] == ["165", "166", "163", "162", "161"]
    assert "Withdrawal of EST, LTU, LVA takes effect" in chart.rows[2][1]
    assert "does not begin at zero" in chart.unit
    assert not looks(chart, "axis")
    assert last_changes("Treaty", found, names, OPENED, CHECKED_ON, source=SOURCE, key="last") is None


# One state's standing


def test_a_band_has_every_standing_and_every_day_that_changed_it():
    chart = standing(POLAND, CHECKED_ON)
    check(chart)
    assert [row[1] for row in chart.rows] == [
        *("Signature", "Ratification", "In force", "Notice received", "Withdrawal effective"),
    ]
    assert [row[0] for row in chart.rows][-1] == "20 Feb 2026"
    pending = looks(chart, "standing-withdrawing")[0]
    assert pending.pattern == "hatch"
    assert pending.width == pytest.approx(FULL * 184 / (CHECKED_ON - OPENED).days, abs=1)
    assert "Withdrawn" in chart.description


def test_a_succession_with_effect_from_an_earlier_day_names_that_day():
    # South Sudan: notified on 11 November 2011, with effect from 9 July 2011.
    acts = [PlainAct("succession", date(2011, 11, 11), effective_on=date(2011, 7, 9))]
    chart = standing(acts, CHECKED_ON)
    assert [row[:2] for row in chart.rows] == [("11 Nov 2011", "Succession, in force from 9 Jul 2011")]
    assert [mark.text for mark in looks(chart, "event")] == ["Succession 11 Nov 2011"]


def test_what_is_scheduled_is_drawn_as_ahead():
    chart = standing(POLAND, date(2025, 9, 1))
    check(chart)
    assert chart.rows[-1] == ("20 Feb 2026", "Withdrawal effective (scheduled)", "Withdrawn")
    assert looks(chart, "today")
    assert looks(chart, "event-ahead")[0].text == "Withdrawal effective 20 Feb 2026"
    assert "scheduled" in chart.note


def test_a_contested_suspension_changes_no_standing():
    chart = standing(UKRAINE, CHECKED_ON)
    check(chart)
    assert chart.rows[-1][1:] == ("Suspension notified", "State Party; a suspension is notified and contested")
    assert looks(chart, "contested")[0].pattern == "dots"


def test_a_state_that_never_acted_has_no_band():
    assert standing([], CHECKED_ON) is None


@settings(max_examples=100)
@given(histories, st.dates(date(1998, 1, 1), date(2034, 1, 1)))
def test_any_history_fits_its_band(acts, day):
    known = timeline([act for act in acts if act.date <= day], OTTAWA)
    chart = standing(acts, day)
    if chart is None:
        assert not known
        return
    parts = parts_of(known, OPENED, max(day, known[-1].day))
    assert all(before.ended == after.began for before, after in zip(parts, parts[1:], strict=False))
    assert [event.day for event in events_of(known, day)] == sorted(event.day for event in events_of(known, day))
    if chart.rows:
        check(chart)


# Stages in days


def way(*lines, acts=("accession 2000-01-10", "withdrawal 2025-08-20"), day=CHECKED_ON):
    return strips(steps(*lines), changes(*acts), day)[0]


def stages(*found, day=CHECKED_ON):
    return stages_in_days("Treaty", list(found), day, source=SOURCE, key="stages")


def test_a_row_runs_from_the_first_step_known_to_the_day_to_the_effect():
    lines = "announcement 2025-03-07", "government_decision 2025-05", "parliament_vote 2025-06-25 413 15 3"
    chart = stages(("Poland", way(*lines)))
    check(chart)
    assert chart.rows[0][0] == "Poland"
    assert chart.rows[0][3] == "May 2025 (day not known)"
    assert chart.rows[0][-2:] == ("166", "184")
    before, after = looks(chart, "way")[0], looks(chart, "standing-withdrawing")[0]
    assert before.width == pytest.approx(FULL * 166 / 350, abs=1)
    assert before.x + before.width == after.x
    assert after.x + after.width == FULL
    assert [mark.text for mark in looks(chart, "quiet")] == ["Not recorded: 2, 5.", "Day not known: 3 (May 2025)"]


def test_stages_close_together_have_numbers_that_no_line_cuts():
    chart = stages(
        ("Latvia", way(
            "recommendation 2025-04-01", "government_decision 2025-04-01", "government_decision 2025-04-05",
            "parliament_vote 2025-04-25 66 14 2", "promulgation 2025-05-03",
        )),
    )  # fmt: skip
    check(chart)
    numbers, flags = looks(chart, "number"), looks(chart, "flag")
    assert sorted(mark.text for mark in numbers) == ["2·3", "3", "4", "5", "6", "7"]
    assert len(looks(chart, "stage")) == 5
    for flag in flags:
        for mark in numbers:
            room = len(mark.text) * 230
            left = {"start": mark.x + 30, "middle": mark.x - room // 2, "end": mark.x - room}[mark.anchor]
            assert mark.y <= flag.y1 or not left < flag.x1 < left + room, (flag, mark)


def test_no_line_of_the_scale_runs_through_where_all_rows_begin():
    grid = looks(stages(("Poland", way("announcement 2025-03-07"))), "grid")
    assert grid
    assert all(line.x1 for line in grid)


def test_rows_share_one_scale():
    late = way("parliament_vote 2025-07-21", acts=("accession 2000-01-10", "withdrawal 2025-08-20"))
    early = way("parliament_vote 2024-08-20", acts=("accession 2000-01-10", "withdrawal 2025-08-20"))
    chart = stages(("A", late), ("B", early))
    check(chart)
    short, long = looks(chart, "way")
    assert short.width / long.width == pytest.approx(30 / 365, rel=0.01)


@pytest.mark.parametrize(
    ("acts", "end"),
    [
        (("accession 2000-01-10", "withdrawal 2026-08-20"), "184 (to come)"),
        (("accession 2000-01-10", "withdrawal 2025-08-20", "withdrawal_revocation 2025-09-20"), "31 (taken back)"),
        (
            ("accession 2000-01-10", "armed_conflict_began 2020-01-01", "withdrawal 2026-01-20"),
            "307 (held by an armed conflict)",
        ),
    ],
)
def test_a_withdrawal_without_effect_says_so(acts, end):
    chart = stages(("Poland", way(acts=acts)))
    check(chart)
    assert chart.rows[0][-1] == end


def test_without_a_notice_there_is_no_row():
    assert stages(("Poland", way("announcement 2025-03-07", acts=("accession 2000-01-10",)))) is None
    assert stages() is None

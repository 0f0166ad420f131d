"""The days on which consents and withdrawals take effect."""

import pytest

from tests.treaties.acts import CLUSTER, NOT_IN_FORCE, OTTAWA, POLAND, day, history
from treaties.enums import Status
from treaties.status import entry_into_force, standing_on, timeline, withdrawal_effect

PARTY = history("accession 2005-07-01")


@pytest.mark.parametrize(
    ("rules", "deposited", "in_force"),
    [
        (OTTAWA, "1997-12-03", "1999-03-01"), (OTTAWA, "1998-09-16", "1999-03-01"),
        (OTTAWA, "1998-09-30", "1999-03-01"), (OTTAWA, "1998-10-01", "1999-04-01"),
        (OTTAWA, "1999-04-30", "1999-10-01"), (OTTAWA, "2000-02-29", "2000-08-01"),
        (OTTAWA, "2000-03-01", "2000-09-01"), (OTTAWA, "2003-10-22", "2004-04-01"),
        (OTTAWA, "2012-12-27", "2013-06-01"), (CLUSTER, "2008-12-03", "2010-08-01"),
        (CLUSTER, "2010-02-28", "2010-08-01"), (CLUSTER, "2010-03-01", "2010-09-01"),
    ],
)  # fmt: skip
def test_entry_into_force_follows_the_month_of_deposit(rules, deposited, in_force):
    assert entry_into_force(day(deposited), rules) == day(in_force)


def test_entry_into_force_is_unknown_while_the_treaty_is_not_in_force():
    assert entry_into_force(day("2005-07-01"), NOT_IN_FORCE) is None
    [change] = timeline(PARTY, NOT_IN_FORCE)
    assert (change.day, change.status) == (day("2005-07-01"), Status.CONSENTED)


@pytest.mark.parametrize(
    ("received", "effective"),
    [
        ("2024-09-06", "2025-03-06"), ("2025-06-27", "2025-12-27"), ("2025-07-10", "2026-01-10"),
        ("2025-08-20", "2026-02-20"), ("2025-08-28", "2026-02-28"), ("2025-08-29", "2026-02-28"),
        ("2025-08-30", "2026-02-28"), ("2025-08-31", "2026-02-28"), ("2027-08-29", "2028-02-29"),
        ("2027-08-31", "2028-02-29"), ("2025-03-31", "2025-09-30"), ("2025-02-28", "2025-08-28"),
    ],
)  # fmt: skip
def test_withdrawal_effect_is_six_months_later_and_clamps_to_the_month(received, effective):
    assert withdrawal_effect(day(received), OTTAWA) == day(effective)


def test_withdrawal_takes_effect_on_the_recorded_day_when_there_is_one():
    last = timeline([*PARTY, *history("withdrawal 2025-08-20 2026-06-01")], OTTAWA)[-1]
    assert (last.day, last.status) == (day("2026-06-01"), Status.WITHDRAWN)


def test_withdrawal_recorded_to_take_effect_before_its_receipt_rewrites_no_earlier_day():
    acts = [*POLAND[:2], *history("withdrawal 2025-08-20 2015-01-01")]
    assert standing_on(acts, OTTAWA, day("2025-08-19")).status == Status.PARTY

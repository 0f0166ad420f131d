"""Plain acts and rules for the tests of the pure modules: written by hand, read from data/, or generated."""

import csv
from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple

from hypothesis import strategies as st

from treaties.enums import CONSENT_KINDS, ActKind
from treaties.status import Rules

DATA = Path(__file__).parents[2] / "data"
ONE_DAY = timedelta(days=1)
CHECKED_ON = date(2026, 11, 23)

OTTAWA = Rules(
    opened_on=date(1997, 12, 3),
    signature_closed_on=date(1999, 3, 1),
    in_force_on=date(1999, 3, 1),
    entry_months=6,
    withdrawal_months=6,
    conflict_bars_withdrawal=True,
)
CLUSTER = Rules(
    opened_on=date(2008, 12, 3),
    signature_closed_on=date(2010, 8, 1),
    in_force_on=date(2010, 8, 1),
    entry_months=6,
    withdrawal_months=6,
    conflict_bars_withdrawal=True,
)
WITHOUT_CLAUSE = replace(OTTAWA, conflict_bars_withdrawal=False)
NOT_IN_FORCE = replace(OTTAWA, signature_closed_on=None, in_force_on=None)


class PlainAct(NamedTuple):
    kind: str
    date: date
    effective_on: date | None = None


def day(text):
    return date.fromisoformat(text)


def history(*texts):
    """Acts from texts such as "accession 2004-05-12, withdrawal 2025-06-27"; a second day is that of effect."""
    parts = [line.split() for text in texts for line in text.split(", ") if line]
    return [PlainAct(kind, *map(day, days)) for kind, *days in parts]


POLAND = history("signature 1997-12-04, ratification 2012-12-27, withdrawal 2025-08-20")
UKRAINE = history("signature 1999-02-24, ratification 2005-12-27, suspension_notification 2025-07-18")

#: State, rules, acts, and every change of status: the first day of each.
REAL_HISTORIES = [
    ("albania", OTTAWA, history("signature 1998-09-08, ratification 2000-02-29"),
     "1998-09-08 signatory, 2000-02-29 consented, 2000-08-01 party"),
    ("botswana", OTTAWA, history("signature 1997-12-03, ratification 2000-03-01"),
     "1997-12-03 signatory, 2000-03-01 consented, 2000-09-01 party"),
    ("brazil", OTTAWA, history("signature 1997-12-03, ratification 1999-04-30"),
     "1997-12-03 signatory, 1999-04-30 consented, 1999-10-01 party"),
    ("burundi", OTTAWA, history("signature 1997-12-03, ratification 2003-10-22"),
     "1997-12-03 signatory, 2003-10-22 consented, 2004-04-01 party"),
    ("canada", OTTAWA, history("signature 1997-12-03, ratification 1997-12-03"),
     "1997-12-03 consented, 1999-03-01 party"),
    ("estonia", OTTAWA, history("accession 2004-05-12, withdrawal 2025-06-27"),
     "2004-05-12 consented, 2004-11-01 party, 2025-06-27 withdrawing, 2025-12-27 withdrawn"),
    ("finland", OTTAWA, history("accession 2012-01-09, withdrawal 2025-07-10"),
     "2012-01-09 consented, 2012-07-01 party, 2025-07-10 withdrawing, 2026-01-10 withdrawn"),
    ("latvia", OTTAWA, history("accession 2005-07-01, withdrawal 2025-06-27"),
     "2005-07-01 consented, 2006-01-01 party, 2025-06-27 withdrawing, 2025-12-27 withdrawn"),
    ("lithuania", OTTAWA, history("signature 1999-02-26, ratification 2003-05-12, withdrawal 2025-06-27"),
     "1999-02-26 signatory, 2003-05-12 consented, 2003-11-01 party, 2025-06-27 withdrawing, 2025-12-27 withdrawn"),
    ("marshall-islands", OTTAWA, history("signature 1997-12-04, ratification 2025-03-12"),
     "1997-12-04 signatory, 2025-03-12 consented, 2025-09-01 party"),
    ("montenegro", OTTAWA, history("succession 2006-10-23 2007-04-01"),
     "2006-10-23 consented, 2007-04-01 party"),
    ("poland", OTTAWA, POLAND,
     "1997-12-04 signatory, 2012-12-27 consented, 2013-06-01 party, 2025-08-20 withdrawing, 2026-02-20 withdrawn"),
    ("south-sudan", OTTAWA, history("succession 2011-11-11 2011-07-09"),
     "2011-11-11 party"),
    ("tonga", OTTAWA, history("accession 2025-06-25"),
     "2025-06-25 consented, 2025-12-01 party"),
    ("ukraine", OTTAWA, UKRAINE,
     "1999-02-24 signatory, 2005-12-27 consented, 2006-06-01 party"),
    ("lithuania-cluster", CLUSTER,
     history("signature 2008-12-03, ratification 2011-03-24, provisional_application 2011-03-24",
             "withdrawal 2024-09-06"),
     "2008-12-03 signatory, 2011-03-24 consented, 2011-09-01 party, 2024-09-06 withdrawing, 2025-03-06 withdrawn"),
    ("norway-cluster", CLUSTER,
     history("signature 2008-12-03, ratification 2008-12-03, provisional_application 2008-12-03"),
     "2008-12-03 consented, 2010-08-01 party"),
]  # fmt: skip


@cache
def record(treaty):
    """The published acts of data/acts.csv under one treaty: a dictionary from ISO3 to a state's acts."""
    acts = defaultdict(list)
    for row in _rows("acts.csv"):
        if row["treaty"] == treaty and row["sources"] != "unverified":
            effective_on = day(row["effective_on"]) if row["effective_on"] else None
            acts[row["iso3"]].append(PlainAct(row["kind"], day(row["date"]), effective_on))
    return acts


def rules_on_record(treaty):
    row = next(row for row in _rows("treaties.csv") if row["slug"] == treaty)
    return Rules(
        opened_on=day(row["opened_on"]),
        signature_closed_on=day(row["signature_closed_on"]),
        in_force_on=day(row["in_force_on"]),
        entry_months=int(row["entry_months"]),
        withdrawal_months=int(row["withdrawal_months"]),
        conflict_bars_withdrawal=row["conflict_bars_withdrawal"] == "true",
    )


def _rows(name):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


days = st.dates(date(1997, 1, 1), date(2035, 12, 31))
#: Half a year apart: two acts, or an act and a scheduled effect, often fall on one day.
crowded_days = st.builds(date, st.integers(2003, 2006), st.sampled_from([1, 7]), st.just(1))
#: Joining and leaving come often enough for states that come back.
kinds = st.sampled_from(list(ActKind)) | st.sampled_from([ActKind.ACCESSION, ActKind.WITHDRAWAL])


@st.composite
def plain_acts(draw):
    """Any act; of its own day of effect only what the record can hold: a withdrawal never precedes its receipt."""
    kind, received = draw(kinds), draw(days | crowded_days)
    if kind == ActKind.WITHDRAWAL:
        later = st.dates(received, received + timedelta(days=800))
        return PlainAct(kind, received, draw(st.none() | later))
    return PlainAct(kind, received, draw(st.none() | days) if kind in CONSENT_KINDS else None)


#: Histories of one state, legal or not. The database keeps no two acts of one kind and day ("act_once_per_day").
histories = st.lists(plain_acts(), max_size=12, unique_by=lambda act: (act.kind, act.date))
any_rules = st.sampled_from([OTTAWA, CLUSTER, WITHOUT_CLAUSE, NOT_IN_FORCE])

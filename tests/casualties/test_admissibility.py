"""What a row of figures is refused for by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casualties.admissibility import deadline_refusal, figure_refusals
from casualties.enums import PARTS
from tests.casualties.factories import row


@pytest.mark.parametrize(
    ("values", "columns"),
    [
        ({}, []),
        ({"total": 0, "killed": 0, "injured": 0}, []),
        ({"killed": 40, "injured": 50}, []),
        ({"killed": 40, "injured": 50, "unknown": 10}, []),
        ({"killed": 40, "injured": 50, "unknown": 9}, ["total"]),
        ({"killed": 40, "injured": 50, "unknown": 11}, ["total"]),
        ({"killed": 60, "injured": 50}, ["total"]),
        ({"killed": 101}, ["killed"]),
        ({"killed": 101, "children": 102}, ["killed", "children"]),
        ({"total": None}, ["total"]),
        ({"total": None, "killed": 7}, []),
        ({"edition": 2020}, ["edition"]),
        ({"edition": 2019, "killed": 101}, ["edition", "killed"]),
    ],
)
def test_a_row_is_refused_with_its_column(values, columns):
    assert [column for column, _ in figure_refusals(row(**values))] == columns


numbers = st.none() | st.integers(0, 300)


@given(st.fixed_dictionaries({"total": numbers} | dict.fromkeys(PARTS, numbers)))
def test_what_is_not_refused_has_no_part_above_its_total_and_outcomes_that_fit(values):
    if list(figure_refusals(row(**values))):
        return
    stated = [values[part] for part in ("killed", "injured", "unknown") if values[part] is not None]
    if values["total"] is None:
        assert any(values[part] is not None for part in PARTS)
    else:
        assert all(values[part] is None or values[part] <= values["total"] for part in PARTS)
        assert sum(stated) <= values["total"] or len(stated) == 1
        assert len(stated) < 3 or sum(stated) == values["total"]


@pytest.mark.parametrize("has_deadline", [True, False])
def test_a_deadline_and_its_sources_come_together(has_deadline):
    assert deadline_refusal(has_deadline=has_deadline, has_sources=has_deadline) is None
    reason = deadline_refusal(has_deadline=has_deadline, has_sources=not has_deadline)
    assert reason == "A deadline names its sources, and only a deadline does."

"""Casualties by standing: every area in one group, nothing lost."""

from hypothesis import given
from hypothesis import strategies as st

from casualties.cells import group_total
from casualties.split import StandingGroup, split


def test_each_area_counts_in_its_group_and_the_rest_as_other_areas():
    groups = [
        StandingGroup("states_parties", "States Parties", frozenset({1, 2, 9})),
        StandingGroup("not_party", "Not parties", frozenset({3})),
    ]
    parties, others, areas = split({1: 10, 2: 0, 3: 5, 7: 2}, groups)
    assert (parties.areas, parties.total) == (2, 10)
    assert (others.areas, others.total) == (1, 5)
    assert (areas.key, areas.areas, areas.total) == ("other_areas", 1, 2)


def test_a_group_without_any_figure_has_no_total_and_no_zero():
    [parties, areas] = split({7: 0}, [StandingGroup("parties", "Parties", frozenset({1}))])
    assert (parties.areas, parties.total) == (0, None)
    assert (areas.areas, areas.total) == (1, 0)
    assert not parties.is_empty


def test_a_standing_that_no_state_had_misses_no_figure():
    [withdrawn, _] = split({7: 5}, [StandingGroup("withdrawn", "Withdrawn", frozenset())])
    assert withdrawn.is_empty
    assert "no state" in group_total(withdrawn)
    assert "no data" in group_total(withdrawn._replace(is_empty=False))


@given(st.dictionaries(st.integers(1, 50), st.integers(0, 1000)), st.frozensets(st.integers(1, 50)))
def test_nothing_is_lost_and_nothing_counted_twice(totals, parties):
    shares = split(totals, [StandingGroup("parties", "Parties", parties)])
    assert sum(share.total or 0 for share in shares) == sum(totals.values())
    assert sum(share.areas for share in shares) == len(totals)

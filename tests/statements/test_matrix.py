"""The matrix of justifications and states, without a database."""

from typing import NamedTuple

from statements.matrix import matrix


class Named(NamedTuple):
    pk: int
    name: str
    kind: str = "reason"


STATES = [Named(1, "Estonia"), Named(2, "Finland"), Named(3, "Sweden")]
THREAT, TERRAIN, LAW = Named(10, "threat"), Named(11, "terrain"), Named(12, "law", "pledge")
JUSTIFICATIONS = [THREAT, TERRAIN, LAW]


def names(lines):
    return [line.justification.name for line in lines]


def test_only_states_that_gave_a_justification_stand_in_it():
    found = matrix({(1, 10): 2, (2, 10): 1}, STATES, JUSTIFICATIONS)
    assert [state.name for state in found.states] == ["Estonia", "Finland"]
    assert [cell.number for cell in found.lines[0].cells] == [2, 1]
    assert found.width == 3
    assert found.number == 3


def test_a_justification_that_nobody_gave_has_no_line():
    assert names(matrix({(1, 10): 2}, STATES, JUSTIFICATIONS).lines) == ["threat"]


def test_shared_is_what_all_gave_and_alone_what_one_gave():
    found = matrix({(1, 10): 2, (2, 10): 1, (2, 11): 5}, STATES, JUSTIFICATIONS)
    assert (names(found.shared), names(found.alone)) == (["threat"], ["terrain"])
    assert [state.name for state in found.alone[0].states] == ["Finland"]


def test_one_state_shares_with_nobody_and_is_not_told_apart():
    found = matrix({(1, 10): 2}, STATES, JUSTIFICATIONS)
    assert (found.shared, found.alone) == ([], [])


def test_reasons_are_told_apart_from_pledges():
    found = matrix({(1, 10): 1, (1, 12): 1}, STATES, JUSTIFICATIONS)
    assert (names(found.reasons), names(found.pledges)) == (["threat"], ["law"])


def test_an_empty_matrix_is_empty():
    found = matrix({}, STATES, JUSTIFICATIONS)
    assert (found.states, found.lines, found.shared, found.alone) == ([], [], [], [])

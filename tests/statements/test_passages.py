"""A quotation in pieces, without a database."""

from hypothesis import given
from hypothesis import strategies as st

from statements.passages import pieces


def drawn(quote, passages):
    """The pieces as text: marks before a colon, the marks that end after a stroke."""
    return [
        f"{','.join(piece.marks)}:{piece.text}{'/' + ','.join(piece.ending) if piece.ending else ''}"
        for piece in pieces(quote, passages)
    ]


def test_without_passages_a_quotation_is_one_piece():
    assert drawn("so it is", []) == [":so it is"]


def test_a_passage_is_a_piece_of_its_own():
    assert drawn("we say so", [("a", "say")]) == [":we ", "a:say/a", ": so"]


def test_passages_within_one_another_are_cut_apart():
    assert drawn("we must not do it", [("a", "must not do it"), ("b", "must not")]) == [
        ":we ",
        "a,b:must not/b",
        "a: do it/a",
    ]


def test_passages_that_overlap_are_cut_apart():
    assert drawn("one two three", [("a", "one two"), ("b", "two three")]) == ["a:one ", "a,b:two/a", "b: three/b"]


def test_one_passage_of_two_codes_ends_with_both():
    assert drawn("we say so", [("a", "we"), ("b", "we")]) == ["a,b:we/a,b", ": say so"]


def test_no_words_and_foreign_words_mark_nothing():
    assert drawn("we say so", [("a", ""), ("b", "elsewhere")]) == [":we say so"]


def test_nothing_has_no_pieces():
    assert drawn("", [("a", "")]) == []


@given(quote=st.text("ab ", max_size=12), cuts=st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=4))
def test_the_pieces_always_make_up_the_quotation(quote, cuts):
    passages = [(str(place), quote[begin:end]) for place, (begin, end) in enumerate(cuts)]
    found = pieces(quote, passages)
    assert "".join(piece.text for piece in found) == quote
    assert sorted(mark for piece in found for mark in piece.ending) == sorted(mark for mark, words in passages if words)

"""How well names answer: tables of cases, without a database."""

import pytest

from config.ranking import Rank, best_rank, named_in, nearest, rank_of

NAMES = {"guinea": 1, "equatorial-guinea": 2, "poland": 3, "congo": 4, "dr-congo": 5, "car": 6, "ivory-coast": 7}


@pytest.mark.parametrize(
    ("wanted", "name", "rank"),
    [
        ("poland", "poland", Rank.EXACT),
        ("pol", "poland", Rank.BEGINS),
        ("zea", "new-zealand", Rank.WORD_BEGINS),
        ("land", "poland", Rank.CONTAINED),
        ("korea-north", "north-korea", Rank.EVERY_WORD),
        ("kor-nor", "north-korea", Rank.EVERY_WORD),
        ("spain", "poland", None),
        ("north-spain", "north-korea", None),
        ("", "poland", None),
        ("poland", "", None),
        ("_", "a_b", Rank.CONTAINED),
    ],
)
def test_a_name_answers(wanted, name, rank):
    assert rank_of(wanted, name) is rank


def test_kinds_of_answers_compare_by_tiers():
    assert [rank.tier for rank in Rank] == sorted(rank.tier for rank in Rank)
    assert Rank.BEGINS.tier == Rank.WORD_BEGINS.tier > Rank.EXACT.tier


def test_the_best_of_several_names_counts():
    assert best_rank("turkey", ["turkiye", "turkey", "republic-of-turkiye"]) is Rank.EXACT
    assert best_rank("atlantis", ["turkiye", "turkey"]) is None


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("has-poland-left", [3]),
        ("poland-and-guinea", [3, 1]),
        ("guinea-and-poland", [1, 3]),
        ("is-equatorial-guinea-bound", [2]),
        ("dr-congo-votes", [5]),
        ("car-bomb", []),
        ("the-polands", []),
        ("", []),
    ],
)
def test_a_question_names_states_the_longest_name_first_of_all(question, named):
    assert named_in(question, NAMES) == named


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("polnad", [3]),
        ("ivory-cost", [7]),
        ("has-polnad-left", [3]),
        ("qqqqqq", []),
        ("", []),
        ("x" * 10_000, []),
    ],
)
def test_a_misspelt_name_is_guessed(typed, meant):
    assert nearest(typed, NAMES) == meant

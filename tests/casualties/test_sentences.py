"""Words for casualties: killed and injured, with data year and edition, never deaths."""

import pytest

from casualties.sentences import Counted, coverage, first_published, qualified, sentence, share


@pytest.mark.parametrize(
    ("figure", "place", "text"),
    [
        (
            Counted(2024, 2025, 6279, 1945, 4325),
            "",
            "At least 6,279 casualties (killed and injured) in 2024 (Landmine Monitor 2025): 1,945 killed, "
            "4,325 injured; the outcome of the others is not stated.",
        ),
        (
            Counted(2023, 2024, 5757, 1983, 3663, 111),
            "",
            "At least 5,757 casualties (killed and injured) in 2023 (Landmine Monitor 2024): 1,983 killed, "
            "3,663 injured, 111 of unknown outcome.",
        ),
        (
            Counted(2024, 2025, 293),
            "Ukraine",
            "At least 293 casualties (killed and injured) in Ukraine in 2024 (Landmine Monitor 2025).",
        ),
        (
            Counted(2000, 2001, 8000, qualifier="about"),
            "",
            "About 8,000 casualties (killed and injured) in 2000 (Landmine Monitor 2001).",
        ),
        (
            Counted(2018, 2019, 0),
            "Saudi Arabia",
            "No casualties (killed and injured) recorded in Saudi Arabia in 2018 (Landmine Monitor 2019).",
        ),
        (
            Counted(2017, 2018, 1, 1, 0),
            "",
            "At least 1 casualty (killed or injured) in 2017 (Landmine Monitor 2018): 1 killed, 0 injured.",
        ),
        (
            Counted(2013, 2014, None, 201),
            "",
            "A total of casualties is not stated in 2013 (Landmine Monitor 2014): 201 killed; the outcome of the "
            "others is not stated.",
        ),
    ],
)
def test_a_figure_is_told_with_its_unit_year_and_edition(figure, place, text):
    assert sentence(figure, place) == text
    assert "death" not in text


@pytest.mark.parametrize(
    ("total", "qualifier", "text"),
    [(6279, "at_least", "at least 6,279"), (8000, "about", "about 8,000"), (0, "at_least", "0")],
)
def test_a_total_has_its_qualifier_before_it(total, qualifier, text):
    assert qualified(total, qualifier) == text


@pytest.mark.parametrize(
    ("first", "words"),
    [
        (("8,605", 2017), "8,605 in 2017"),
        (("9,440", 2017), "unchanged since 2017"),
        (("9,440", 2021), "in this edition"),
        (("", None), "in this edition"),
    ],
)
def test_what_was_published_first_is_told_in_one_way(first, words):
    assert first_published(*first, "9,440", 2021) == words


def test_what_is_left_of_a_total_is_never_printed_as_a_number():
    text = sentence(Counted(2024, 2025, 6279, 1945, 4325))
    assert " 9 " not in text


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [(1, 2, "50%"), (0, 5, "0%"), (5, 5, "100%"), (1, 1000, "less than 1%"), (999, 1000, "more than 99%"),
     (3, 0, "not known")],
)  # fmt: skip
def test_a_share_never_says_none_or_all_of_what_is_not(part, whole, text):
    assert share(part, whole) == text


@pytest.mark.parametrize(
    ("areas", "listed", "world", "words"),
    [
        (11, 4798, 5757, "The 11 states and areas with a figure for 2023 account for 83% of the recorded total"),
        (1, 10, 100, "The one state or area with a figure for 2023 accounts for 10%"),
        (0, 0, 100, "No row means no data, not that there were no casualties"),
        (3, 200, 100, "add up to more than the world’s recorded total, because editions differ"),
        (3, 200, None, "none of the world is on record"),
    ],
)
def test_coverage_says_how_much_of_the_total_is_known_by_area(areas, listed, world, words):
    assert words in coverage(2023, areas, listed, world)

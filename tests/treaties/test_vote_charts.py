"""Every reported result of a vote, drawn in proportion."""

from hypothesis import given
from hypothesis import strategies as st

from sources.dates import PartialDate
from states.charts import FULL, Link
from tests.charts import check, looks
from treaties.charts import votes_in_parliament
from treaties.votes import Result

SOURCE = [Link("the acts", "/acts/")]


class Vote:
    def __init__(self, when, *results):
        self.when, self.title, self.results = PartialDate.parse(when), "The chamber votes", results


def votes(*found):
    return votes_in_parliament("Treaty", list(found), source=SOURCE, key="votes")


def test_a_bar_is_parted_as_the_members_of_the_chamber_were():
    chart = votes(("Latvia", Vote("2025-04-16", Result(66, 14, 2, 3, 100, preferred=True))))
    check(chart)
    widths = {mark.look: mark.width for mark in chart.marks if mark.look.startswith("vote-")}
    assert widths == {
        "vote-in_favour": 6600,
        "vote-against": 1400,
        "vote-abstained": 200,
        "vote-absent": 300,
        "vote-chamber": FULL,
    }
    assert "seats of which nothing is stated" in [key.text for key in chart.keys]


def test_every_report_of_a_vote_is_drawn_and_listed():
    chart = votes(("Latvia", Vote("2025-04-16", Result(66, 14, 2, seats=100, preferred=True), Result(68, 14))))
    check(chart)
    assert [row[3:6] for row in chart.rows] == [("66", "14", "2"), ("68", "14", "not stated")]
    assert looks(chart, "vote-chamber")[1].title.startswith("Also reported: 68 for, 14 against, ")
    assert len(looks(chart, "vote-in_favour")) == 2


def test_each_bar_says_whether_it_is_of_the_seats_or_of_the_members_counted():
    chart = votes(
        ("Latvia", Vote("2025-04-16", Result(66, 14, 2, seats=100))),
        ("Lithuania", Vote("2025-05-08", Result(107, 0, 3))),
    )
    latvia, lithuania = [box.title for box in looks(chart, "vote-chamber")]
    assert latvia == "66 for, 14 against, 2 abstained, of 100 seats"
    assert lithuania == "107 for, 0 against, 3 abstained, of 110 counted; seats not stated"
    assert "no full chamber" in chart.note


def test_a_vote_without_a_result_is_shown_as_such():
    chart = votes(("Poland", Vote("2025-07-17")), ("Poland", Vote("2025-06-25", Result(413, 15, 3))))
    check(chart)
    assert [row[3] for row in chart.rows] == ["413", "not recorded"]
    assert "Result not recorded" in [mark.text for mark in looks(chart, "quiet")]


@given(st.lists(st.builds(Result, *[st.none() | st.integers(0, 600)] * 5), min_size=1, max_size=3))
def test_any_result_fits_its_bar(results):
    check(votes(("Latvia", Vote("2025-04-16", *results))))


def test_without_votes_there_is_no_chart():
    assert votes() is None

"""Standings to marks, the legend, and the days of change: without a database."""

from datetime import date
from typing import NamedTuple

import pytest

from states.cartography.atlas import Plate
from states.cartography.dots import Dot
from states.cartography.rooms import Room
from treaties.drawing import PATTERNS, body, looks_of_page, patterns
from treaties.enums import Status
from treaties.map import (
    CONTESTED,
    MARKS,
    ORDER,
    PARTY,
    Pin,
    change_days,
    earlier,
    entries,
    last_change,
    later,
    mark_of,
    pins,
    words_of,
)
from treaties.status import NEVER, Standing

DAY = date(2025, 12, 27)
PARTY_STANDING = Standing(day=DAY, status=Status.PARTY, since=DAY, bound=True)


class Place(NamedTuple):
    iso3: str
    name: str
    region_name: str = "Europe"


class Row(NamedTuple):
    place: Place
    standing: Standing
    url: str = "/states/a/"


def standing(status, *, contested=False, bound=False):
    return Standing(day=DAY, status=status, since=DAY, bound=bound, contested=contested)


def pin(iso3, mark, name="A & B"):
    return Pin(iso3, name, f"/states/{iso3}/?on=2025-12-27&x", mark, "words", DAY)


@pytest.mark.parametrize("status", Status)
def test_every_status_has_a_mark_with_its_letter_and_label(status):
    mark = mark_of(standing(status))
    assert (mark.key, mark.letter, mark.label) == (status.value, status.letter, status.label)


def test_a_contested_party_has_a_mark_of_its_own_that_says_party():
    mark = mark_of(standing(Status.PARTY, contested=True, bound=True))
    assert mark is CONTESTED
    assert mark.label.startswith("State Party")


def test_no_two_marks_share_a_key_or_a_letter():
    assert len({mark.key for mark in ORDER}) == len({mark.letter for mark in ORDER}) == len(ORDER) == len(Status) + 1


def test_every_mark_but_the_parties_has_a_pattern_of_its_own():
    assert set(PATTERNS) == {mark.key for mark in ORDER} - {PARTY.key}
    assert len({(path, turn) for _, path, turn in PATTERNS.values()}) == len(PATTERNS)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (NEVER, "Not a party"),
        (PARTY_STANDING, "State Party since 27 Dec 2025"),
        (standing(Status.WITHDRAWN), "Withdrawn since 27 Dec 2025"),
        (
            standing(Status.PARTY, contested=True, bound=True),
            "State Party since 27 Dec 2025; notified suspension contested",
        ),
    ],
)
def test_a_standing_is_told_in_a_few_words(given, words):
    assert words_of(given) == words


def test_a_contested_party_that_is_withdrawing_is_counted_with_the_withdrawing():
    both = standing(Status.WITHDRAWING, contested=True, bound=True)
    assert mark_of(both) is MARKS[Status.WITHDRAWING]
    assert words_of(both).endswith("notified suspension contested")


def test_the_legend_counts_the_contested_among_the_parties_too():
    lines = {entry.mark: entry for entry in entries([pin("AAA", PARTY), pin("BBB", CONTESTED)])}
    assert lines[PARTY].number == 2
    assert lines[CONTESTED].number == 1
    assert lines[CONTESTED].part


def test_the_legend_keeps_marks_that_no_state_has_but_for_the_contested():
    assert [entry.mark for entry in entries([])] == [mark for mark in ORDER if mark is not CONTESTED]


def test_rows_become_pins():
    (one,) = pins([Row(Place("AAA", "Aland"), PARTY_STANDING)])
    assert (one.iso3, one.name, one.mark, one.since, one.notified) == ("AAA", "Aland", PARTY, DAY, None)


HISTORIES = {
    1: [Standing(date(2000, 1, 1), Status.SIGNATORY), Standing(date(2001, 1, 1), Status.PARTY, bound=True)],
    2: [Standing(date(2001, 1, 1), Status.SIGNATORY)],
}
DAYS = [date(2000, 1, 1), date(2001, 1, 1)]


def test_the_days_of_change_are_those_of_all_timelines():
    assert change_days(HISTORIES) == DAYS
    assert change_days({}) == []


@pytest.mark.parametrize(
    ("day", "before", "after"),
    [
        (date(1999, 1, 1), None, DAYS[0]),
        (DAYS[0], None, DAYS[1]),
        (date(2000, 6, 1), None, DAYS[1]),
        (DAYS[1], DAYS[0], None),
        (date(2030, 1, 1), DAYS[0], None),
    ],
)
def test_a_map_has_an_earlier_and_a_later_change_than_the_one_it_shows(day, before, after):
    assert (earlier(DAYS, day), later(DAYS, day)) == (before, after)


def test_the_last_change_names_who_changed():
    names = {1: "Aland", 2: "Beland"}
    assert last_change(HISTORIES, names, DAYS, date(1999, 1, 1)) is None
    assert last_change(HISTORIES, names, DAYS, date(2000, 6, 1)).words == ["Aland: Signatory"]
    assert last_change(HISTORIES, names, DAYS, DAYS[1]).words == ["Aland: State Party", "Beland: Signatory"]


def test_many_changes_of_a_day_are_counted():
    histories = {number: [Standing(DAYS[0], Status.SIGNATORY)] for number in range(7)}
    names = {number: f"State {number}" for number in range(7)}
    assert last_change(histories, names, DAYS[:1], DAY).words == ["7 states: Signatory"]


PLATE = Plate(
    100, 50, "M0 0z", {"AAA": "M1 1z", "BBB": "M2 2z"}, {"CCC": Dot(5, 5, 3)}, "M9 9z",
    {"AAA": Room(20, 20, 30), "BBB": Room(2, 2, 1)}, "M0 0l1 1",
)  # fmt: skip
WITHDRAWN = MARKS[Status.WITHDRAWN]


def test_a_drawing_links_every_state_in_the_look_of_its_mark():
    drawn = body(PLATE, [pin("AAA", WITHDRAWN), pin("BBB", PARTY), pin("CCC", PARTY)], looks_of_page("m"))
    assert '<g fill="url(#m-withdrawn)"><a href="/states/AAA/?on=2025-12-27&amp;x" tabindex="-1">' in drawn
    assert '<g class="map-party"><a href="/states/BBB/' in drawn
    assert '<circle cx="5" cy="5" r="3"/>' in drawn
    assert "<title>A &amp; B: words</title>" in drawn


def test_a_letter_is_drawn_where_there_is_room_for_it():
    drawn = body(PLATE, [pin("AAA", WITHDRAWN), pin("BBB", WITHDRAWN)], looks_of_page("m"), named=True)
    assert drawn.count("<text") == 1
    assert '>W<tspan class="map-name"> A &amp; B</tspan></text>' in drawn
    assert "<text" not in body(PLATE, [pin("AAA", PARTY)], looks_of_page("m"))


def test_ids_begin_with_the_prefix_of_the_map():
    assert 'id="home-withdrawn"' in patterns(looks_of_page("home"))

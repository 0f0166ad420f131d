"""Choices written in Python say what Django's own widgets say."""

from html.parser import HTMLParser

import pytest
from django import forms

from states.widgets import Boxes, ManyOf, OneEach, OneOf

CHOICES = [("europe", "Europe"), ("asia", 'Asia & "<more>"'), ("", "none")]
ATTRIBUTES = {"id": "id_region", "aria-invalid": "true"}


class Tags(HTMLParser):
    """Every tag with its attributes, and the text, in order; without what only groups them."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        if tag in ("select", "option", "input"):
            self.found.append((tag, sorted((name, value or "") for name, value in attributes)))

    def handle_data(self, data):
        if data.strip():
            self.found.append(data.strip())


@pytest.mark.parametrize("value", [[], ["europe"], ["europe", "asia"], [""]])
def test_a_box_of_many_says_what_djangos_does(value):
    own, django = ManyOf(choices=CHOICES), forms.SelectMultiple(choices=CHOICES)
    assert Tags(own.render("region", value, ATTRIBUTES)).found == Tags(django.render("region", value, ATTRIBUTES)).found


@pytest.mark.parametrize("value", ["", "europe", None])
def test_a_box_of_one_says_what_djangos_does(value):
    own, django = OneOf(choices=CHOICES), forms.Select(choices=CHOICES)
    assert Tags(own.render("sort", value, ATTRIBUTES)).found == Tags(django.render("sort", value, ATTRIBUTES)).found


@pytest.mark.parametrize("value", [[], ["europe"], ["europe", "asia"]])
def test_boxes_to_tick_say_what_djangos_do(value):
    own, django = Boxes(choices=CHOICES), forms.CheckboxSelectMultiple(choices=CHOICES)
    assert sorted(map(str, Tags(own.render("region", value, ATTRIBUTES)).found)) == sorted(
        map(str, Tags(django.render("region", value, ATTRIBUTES)).found)
    )


@pytest.mark.parametrize(
    ("value", "chosen"),
    [([], [[], []]), (["asia"], [["asia"], []]), (["asia", "europe"], [["asia"], ["europe"]])],
)
def test_a_row_of_boxes_shows_one_choice_in_each(value, chosen):
    found = Tags(OneEach(["One", "Two"], choices=CHOICES[:2]).render("region", value, ATTRIBUTES)).found
    starts = [place for place, tag in enumerate(found) if tag[0] == "select"]
    boxes = [found[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]
    lines = [[dict(tag[1]) for tag in box if tag[0] == "option"] for box in boxes]
    assert [[line["value"] for line in box if "selected" in line] for box in lines] == chosen
    assert [dict(box[0][1])["id"] for box in boxes] == ["id_region_0", "id_region_1"]


def test_a_row_of_boxes_shows_no_more_than_it_has():
    html = OneEach(["One"], choices=CHOICES).render("region", ["asia", "europe", "<b>"], ATTRIBUTES)
    assert html.count("<select") == html.count(" selected") == 1
    assert "<b>" not in html

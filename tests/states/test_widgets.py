"""Choices written in Python say what Django's own widgets say."""

from html.parser import HTMLParser

import pytest
from django import forms

from states.widgets import Boxes, ManyOf, OneOf

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

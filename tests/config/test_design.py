"""The page of the design lives: it shows every token and every standing, and nothing on it does harm."""

import gzip
import re
from html import unescape
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from config.design.tokens import PURPOSES, contrast, tokens
from tests.pages import words_of
from treaties.cells import CONTESTED_BADGE
from treaties.enums import Status
from treaties.models import Act, ReportedDate, Treaty

ADDRESS = "/about/design/"


def sheet(name):
    return Path(finders.find(f"css/{name}.css")).read_text(encoding="utf-8")


def names_in(css):
    return re.findall(r"^\s*--([\w-]+):", css, flags=re.MULTILINE)


@pytest.fixture
def page(client, db):
    return client.get(ADDRESS)


def test_every_token_of_the_style_sheet_is_shown_with_its_values_and_its_purpose(page):
    html = unescape(page.content.decode())
    known = {token.name: token for group in tokens(sheet("tokens")).values() for token in group}
    assert sorted(known) == sorted(names_in(sheet("tokens")))
    for token in known.values():
        assert f"<code>--{token.name}</code></b> {token.purpose}" in html
        assert token.light in html
        assert token.dark in html


def test_every_typeface_and_size_has_a_sample(page):
    for name in (name for name in names_in(sheet("tokens")) if name.startswith(("sans", "serif", "step"))):
        assert f'<p class="design-{name}">' in page.content.decode()
        assert re.search(rf"\.design-{name} {{[^}}]*var\(--{name}\)", sheet("design")), name


def test_the_act_shown_tells_its_effect_as_at_the_day(client, db):
    ReportedDate.objects.all().delete()
    act = Act.objects.get(treaty__position=1, state__iso3="POL", kind="ratification")
    ReportedDate.objects.create(act=act, date="2012-12-28")
    assert "Ratification, in force for it from 1 June 2013" in words_of(client.get(ADDRESS))


def test_a_token_whose_purpose_is_not_known_is_refused():
    with pytest.raises(KeyError, match="splendour"):
        tokens(":root { --paper: #fff; --splendour: #fff; }")


def test_a_purpose_whose_token_is_gone_is_refused():
    with pytest.raises(KeyError):
        tokens(":root { --paper: #fff; }")


def test_no_token_has_two_purposes():
    names = [name for group in PURPOSES.values() for name in group]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000", "#fff", 21), ("#ffffff", "#fff", 1), ("#767676", "#fff", 4.54), ("#fff", "#0000ff", 8.59)],
)
def test_contrast_is_that_of_wcag(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize("name", ["ink", "quiet", "link", "problem", "focus"])
def test_words_stand_out_from_the_paper_in_both_schemes(name):
    found = {token.name: token for group in tokens(sheet("tokens")).values() for token in group}
    for ratio in (found[name].contrast_in_light, found[name].contrast_in_dark):
        assert float(ratio.removesuffix(" : 1")) >= 4.5


def test_every_standing_has_its_badge_its_swatch_and_its_line_in_the_legend(page):
    html = page.content.decode()
    for status in Status:
        assert f'class="badge badge-{status.value}"' in html
        assert f'class="swatch-of is-{status.value}"' in html
        assert f'<b class="map-key">{status.letter}</b> <span>{status.label}' in html
        assert f'class="tiled-{status.value.replace("_", "-")}"' in html
    assert CONTESTED_BADGE in html


def test_the_clock_is_shown_running_and_held_and_no_clock_calmly(page):
    words = words_of(page)
    assert "92 days left as at 1 July 2000, until 1 October 2000." in words
    assert "No day is set." in words
    assert "No clock is running." in words


def test_parameters_change_nothing(client, db):
    plain, asked = words_of(client.get(ADDRESS)), words_of(client.get(f"{ADDRESS}?on=x&q=%00&change=9"))
    begin, end = "For whoever keeps this site", "At the foot of every page"
    assert asked.partition(begin)[2].partition(end)[0] == plain.partition(begin)[2].partition(end)[0]


def test_its_forms_ask_by_reading_only(page):
    forms = re.findall(r"<form[^>]*>", page.content.decode())
    assert forms
    assert all('method="get"' in form and re.search(r'action="(/about/design/|/search/)"', form) for form in forms)


def test_the_page_keeps_within_its_weight(page):
    assert len(gzip.compress(page.content)) <= 30_000


def test_without_a_treaty_on_record_the_page_still_stands(client, db, monkeypatch):
    monkeypatch.setattr("config.design.record.Treaty.objects", Treaty.objects.none())
    assert "How it came about" in words_of(client.get(ADDRESS))

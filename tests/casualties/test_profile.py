"""What a profile says of casualties, land and stockpiles."""

import json

import pytest
from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string

from casualties.profile import as_json, casualties_of
from states.models import State

pytestmark = pytest.mark.django_db


def of(iso3):
    state = State.objects.get(iso3=iso3)
    return state, casualties_of(state)


def page_of(iso3, on):
    from datetime import date

    state, found = of(iso3)
    html = render_to_string("casualties/_profile.html", {"found": found, "state": state, "on": date.fromisoformat(on)})
    return " ".join(html.split())


def test_a_profile_needs_three_queries(django_assert_num_queries):
    state = State.objects.get(iso3="UKR")
    with django_assert_num_queries(3):
        assert casualties_of(state)


def test_the_newest_figure_is_told_with_place_year_and_edition():
    _, ukraine = of("UKR")
    assert ukraine.sentence == (
        "At least 293 casualties (killed and injured) in Ukraine in 2024 (Landmine Monitor 2025)."
    )


def test_a_likely_misprint_is_told_beside_the_sentence():
    _, cambodia = of("KHM")
    assert cambodia.sentence.endswith("48 killed, 10 injured.")
    assert "almost certainly transposed" in cambodia.remark


def test_the_series_keeps_gaps_and_revisions():
    _, ukraine = of("UKR")
    by_year = {year.year: year for year in ukraine.years}
    assert [version.total for version in by_year[2015].versions] == [589, 706]
    _, lebanon = of("LBN")
    years = {year.year: year.total for year in lebanon.years}
    assert years[2000] == 113
    assert years[2001] is None
    _, myanmar = of("MMR")
    assert {year.year: year.total for year in myanmar.years}[2021] is None


def test_a_clearance_deadline_once_passed_is_marked_as_possibly_superseded():
    assert "which has passed and may have been superseded" in page_of("KHM", "2026-11-23")
    assert "superseded" not in page_of("BIH", "2026-11-23")


def test_a_deadline_from_memory_is_not_shown():
    html = page_of("UKR", "2026-11-23")
    assert "Massive" in html
    assert "2033" not in html


def test_stockpiles_are_told_with_year_and_how_exact_they_are():
    assert 'up to <span class="number">5,000,000</span> mines, 2021' in page_of("CHN", "2026-11-23")
    assert "Named as a producer</b>, 2025" in page_of("RUS", "2026-11-23")
    assert '<span class="number">0</span> mines' in page_of("EST", "2026-11-23")


def test_a_state_without_figures_says_that_this_is_no_data():
    _, found = of("NZL")
    assert not found
    assert "does not mean that there were no casualties" in page_of("NZL", "2026-11-23")


def test_conflicts_are_told_with_the_preferred_figure_and_why():
    assert "is preferred: Two sources print 239, one prints 238." in page_of("NGA", "2026-11-23")


def test_the_same_as_json_with_null_for_what_is_not_stated():
    _, ukraine = of("UKR")
    answer = json.loads(json.dumps(as_json(ukraine), cls=DjangoJSONEncoder))
    newest = answer["figures"][0]
    assert (newest["year"], newest["edition"], newest["latest"], newest["total"]) == (2024, 2025, True, 293)
    assert newest["killed"] is None
    assert answer["contamination"][0]["deadline"] is None
    assert {row["kind"] for row in answer["stockpiles"]} == {"destroyed", "retained", "to_destroy"}

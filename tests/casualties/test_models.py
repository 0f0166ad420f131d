"""What the database refuses, and which figure is the newest."""

import pytest
from django.db import IntegrityError, transaction

from casualties.models import Contamination, Edition, Figure, Stockpile
from sources.models import Source
from states.models import State
from tests.casualties.factories import FigureFactory
from tests.states.factories import StateFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "values",
    [
        {"total": None},
        {"killed": 101},
        {"children": 101},
        {"device_unknown": 101},
        {"killed": 60, "injured": 50},
        {"killed": 40, "injured": 50, "unknown": 9},
        {"data_year": 1998, "edition_id": 2004},
        {"data_year": 2004, "edition_id": 2004},
        {"data_year": 2005, "edition_id": 2004},
    ],
    ids=str,
)
def test_the_database_refuses_a_figure_that_cannot_be(values):
    with pytest.raises(IntegrityError):
        FigureFactory(**values)


def test_zero_and_not_stated_are_kept_apart():
    assert FigureFactory(total=0).total == 0
    figure = FigureFactory(total=None, killed=3)
    figure.refresh_from_db()
    assert (figure.total, figure.injured, figure.killed) == (None, None, 3)


def test_the_database_refuses_a_second_figure_of_a_source_also_for_the_world():
    for values in ({"world": True, "data_year": 2022, "edition_id": 2025}, {"area": StateFactory()}):
        FigureFactory(**values)
        with pytest.raises(IntegrityError), transaction.atomic():
            FigureFactory(**values, preferred=False)


def test_the_database_refuses_a_second_preferred_figure():
    figure = FigureFactory()
    other = Source.objects.get(key="lm2017_cas")
    FigureFactory(area=figure.area, source=other, preferred=False)
    with pytest.raises(IntegrityError), transaction.atomic():
        FigureFactory(area=figure.area, source=Source.objects.get(key="lm2019_cas"))


def test_the_database_refuses_a_place_that_is_not_the_area():
    figure = FigureFactory()
    with pytest.raises(IntegrityError):
        Figure.objects.filter(pk=figure.pk).update(place=0)


def test_the_database_refuses_an_edition_before_the_first():
    with pytest.raises(IntegrityError):
        Edition.objects.create(year=1999)


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (Contamination, {"extent": "huge"}),
        (Stockpile, {"kind": "lost", "as_of_year": 2020}),
        (Stockpile, {"kind": "producer", "amount": 5, "as_of_year": 2020}),
    ],
)
def test_the_database_refuses_what_is_not_known(model, values):
    with pytest.raises(IntegrityError):
        model.objects.create(area=State.objects.get(iso3="POL"), **values)


def test_the_newest_edition_is_the_one_shown_and_the_first_is_remembered():
    first = FigureFactory(edition_id=2004, total=10)
    newest = FigureFactory(area=first.area, edition_id=2008, total=12)
    FigureFactory(area=first.area, edition_id=2010, total=99, unpublished=True)
    assert list(Figure.objects.filter(area=first.area).latest()) == [newest]
    rows = Figure.objects.filter(area=first.area).published().with_latest().with_first_published()
    assert {(row.edition_id, row.is_latest, row.first_edition, row.first_total) for row in rows} == {
        (2004, False, 2004, 10),
        (2008, True, 2004, 10),
    }


def test_every_year_and_area_has_one_newest_figure():
    latest = Figure.objects.latest()
    pairs = set(Figure.objects.published().preferred().values_list("place", "data_year"))
    assert set(latest.values_list("place", "data_year")) == pairs
    assert latest.count() == len(pairs)


def test_what_only_a_lead_supports_or_is_withheld_is_not_published():
    published = Figure.objects.published()
    assert not published.filter(source__key="unverified").exists()
    assert not published.filter(area__iso3="LBY", data_year=2019).exists()
    assert Figure.objects.filter(area__iso3="LBY", data_year=2019, total=25).exists()


def test_contamination_from_memory_is_loaded_and_not_published():
    assert not Contamination.objects.published().filter(area__iso3="ARG").exists()
    assert Contamination.objects.count() - Contamination.objects.published().count() == 12
    assert Stockpile.objects.published().count() == Stockpile.objects.count() == 68

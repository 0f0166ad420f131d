"""What rests on a source."""

from datetime import date

import pytest

from config.citations import sections_of
from sources.models import Source
from tests.treaties.factories import NoticeFactory, StepFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def source():
    """A source that nothing cites yet."""
    return Source.objects.create(key="one-of-its-own", publisher="Publisher", title="Title")


def found_under(source):
    """What a source's page says: each heading with the words and addresses below it."""
    return {section.heading: section.facts for section in sections_of(source)}


def test_dates_of_facts_are_written_as_in_tables(source):
    act = NoticeFactory(date=date(2026, 4, 2), sources=[source])
    step = StepFactory(date=date(2026, 3, 1), date_precision="month", title="A step", sources=[source])
    assert found_under(source) == {
        "Acts": [("Norway: Notice of withdrawal, 2 Apr 2026 (Ottawa Convention)", act.get_absolute_url())],
        "Steps and votes": [("Norway, March 2026: A step", step.get_absolute_url())],
    }


def test_the_bibliography_writes_dates_as_tables_do(client, source):
    Source.objects.filter(pk=source.pk).update(date=date(2017, 12, 14), date_precision="day")
    html = client.get("/sources/?q=one-of-its-own").content.decode()
    assert '<time datetime="2017-12-14">14 Dec 2017</time>' in html

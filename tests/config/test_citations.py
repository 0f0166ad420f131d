"""What rests on a source: nothing published is denied, nothing counted twice."""

import json
from collections import Counter
from datetime import date

import pytest
from django.apps import apps

from casualties.models import Contamination, Edition, Figure
from config.citations import NAMED, count_by_source, kinds, sections_of
from sources.models import Source
from states.models import Group, Membership, State
from tests.casualties.factories import FigureFactory
from tests.pages import body_of, words_of
from tests.treaties.factories import NoticeFactory, StepFactory, TallyFactory
from treaties.models import ReportedDate

pytestmark = pytest.mark.django_db

#: Relations to a source that count nothing, such as "app.Model.field", each with its reason. There is none so far.
NOT_COUNTED: dict[str, str] = {}


@pytest.fixture
def source():
    """A source that nothing cites yet."""
    return Source.objects.create(key="one-of-its-own", publisher="Publisher", title="Title")


def found_under(source):
    """What a source's page says: each heading with the words and addresses below it."""
    return {section.heading: section.facts for section in sections_of(source)}


def rows_of(client, address):
    """The rows of a download."""
    return json.loads(body_of(client.get(address)))["results"]


def keeps_history(model):
    """Whether a model holds earlier versions of rows: analysts alone see them, and they repeat what was cited."""
    return bool({"history_id", "m2m_history_id"} & {field.name for field in model._meta.get_fields()})


def test_every_relation_to_a_source_is_counted_or_left_out_for_a_reason():
    relations = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if not keeps_history(model)
        for field in model._meta.get_fields()
        if field.related_model is Source and not field.auto_created
    }
    counted = {f"{kind.facts.model._meta.label}.{path}" for kind in kinds() for path in (kind.path, kind.also) if path}
    assert {"casualties.Figure.confirmed_by", "states.Membership.sources"} <= relations
    assert counted.isdisjoint(NOT_COUNTED)
    assert relations == counted | set(NOT_COUNTED)
    assert all(NOT_COUNTED.values())


def test_the_counts_are_those_of_the_facts_one_by_one():
    expected = Counter()
    for kind in kinds():
        cited = {fact.pk: set() for fact in kind.facts}
        for path in filter(None, (kind.path, kind.also)):
            for fact, source in kind.facts.order_by().exclude(**{path: None}).values_list("pk", path):
                cited[fact].add(source)
        expected.update(source for sources in cited.values() for source in sources)
    assert count_by_source() == expected


@pytest.mark.parametrize("key", ["country-converter", "untc-xxvi5-scrape", "hdx-python-country", "wtn_2025"])
def test_a_source_lists_as_many_facts_as_are_counted(key):
    source = Source.objects.get(key=key)
    sections = sections_of(source)
    assert sum(len(section.facts) + section.more for section in sections) == count_by_source()[source.pk]
    assert all(len(section.facts) == NAMED for section in sections if section.more)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("eata-nato", "Albania in NATO since 2009"),
        ("wtn_2025", "World, 2024 (Landmine Monitor 2025)"),
        ("elmundosv_2025", "World, 2024 (Landmine Monitor 2025)"),
        ("treaty-text", "Founding dates and rules"),
        ("world-countries-5.1.0", "Azerbaijan – Russia"),
        ("hdx-python-country", "Northern Africa"),
    ],
)
def test_a_source_names_what_rests_on_it(client, key, text):
    words = words_of(client.get(f"/sources/{key}/"))
    assert text in words
    assert "No fact on this site rests on it" not in words


def test_the_bibliography_counts_memberships_and_confirmations(client):
    rows = rows_of(client, "/sources.json")
    facts = {row["key"]: row["facts"] for row in rows}
    # The group itself is a fact as well.
    assert facts["eata-nato"] == Membership.objects.filter(sources__key="eata-nato").count() + 1
    assert facts["wtn_2025"] == facts["elmundosv_2025"] == facts["treaty-text"] == 1


def test_every_fact_is_shown_at_an_address_of_this_site(client):
    for kind in kinds():
        assert client.get(kind.address(kind.facts.first())).status_code == 200, kind.heading


def test_a_figure_counts_once_for_a_source_that_also_confirms_it(source):
    other = Source.objects.create(key="another", publisher="Publisher", title="Title")
    figure = FigureFactory(source=source)
    figure.confirmed_by.set([source, other])
    assert [count_by_source()[one.pk] for one in (source, other)] == [1, 1]
    for one in (source, other):
        assert found_under(one) == {"Casualty figures": [(str(figure), f"/casualties/{figure.data_year}/")]}


def test_a_figure_that_is_withheld_counts_for_none_of_its_sources(source):
    FigureFactory(unpublished=True).confirmed_by.set([source])
    assert count_by_source()[source.pk] == 0
    assert sections_of(source) == []


def test_an_edition_counts_once_a_figure_of_it_is_published(source):
    edition = Edition.objects.create(year=2090)
    edition.sources.set([source])
    assert count_by_source()[source.pk] == 0
    FigureFactory(data_year=2089)
    assert found_under(source) == {"Editions": [("Landmine Monitor 2090", "/casualties/?edition=2090")]}


def test_a_clearance_deadline_rests_on_sources_of_its_own(source):
    land = Contamination.objects.published().exclude(deadline=None).first()
    land.deadline_sources.set([source])
    page = f"{land.area.get_absolute_url()}#casualties"
    Contamination.objects.filter(pk=land.pk).update(deadline=date(2030, 3, 1))
    assert found_under(source) == {"Clearance deadlines": [(f"{land.area}: 1 Mar 2030", page)]}
    Contamination.objects.filter(pk=land.pk).update(deadline=None)
    assert count_by_source()[source.pk] == 0


def test_a_vote_and_its_result_are_two_facts(source):
    tally = TallyFactory(sources=[source])
    assert found_under(source) == {"Results of votes": [(str(tally), tally.step.get_absolute_url())]}
    tally.step.sources.set([source])
    assert count_by_source()[source.pk] == 2
    tally.step.retired_on, tally.step.retired_because = date(2026, 5, 1), "Entered twice."
    tally.step.save()
    assert count_by_source()[source.pk] == 0


def test_a_membership_that_ended_leads_to_a_day_on_which_it_held(client, source):
    past = Membership.objects.create(
        group=Group.objects.get(slug="eu"),
        state=State.objects.get(iso3="NOR"),
        since=date(1973, 1, 1),
        until=date(2020, 2, 1),
    )
    past.sources.set([source])
    ((text, address),) = found_under(source)["Memberships"]
    assert text == "Norway in EU since 1973 until 2020"
    assert f'href="/sources/{source.key}/"' in client.get(address).content.decode()


def test_dates_of_facts_are_written_as_in_tables(source):
    act = NoticeFactory(date=date(2026, 4, 2), sources=[source])
    step = StepFactory(date=date(2026, 3, 1), date_precision="month", title="A step", sources=[source])
    reported = ReportedDate.objects.create(act=act, date=date(2026, 4, 3))
    reported.sources.set([source])
    name = "Norway: Notice of withdrawal, 2 Apr 2026 (Ottawa Convention)"
    assert found_under(source) == {
        "Acts": [(name, act.get_absolute_url())],
        "Other dates for acts": [(f"3 Apr 2026 for {name}", act.get_absolute_url())],
        "Steps and votes": [("Norway, March 2026: A step", step.get_absolute_url())],
    }


def test_the_bibliography_writes_dates_as_tables_do(client, source):
    Source.objects.filter(pk=source.pk).update(date=date(2017, 12, 14), date_precision="day")
    html = client.get("/sources/?q=one-of-its-own").content.decode()
    assert '<time datetime="2017-12-14">14 Dec 2017</time>' in html
    assert rows_of(client, "/sources.json?q=one-of-its-own")[0]["date"] == "2017-12-14"


def test_every_published_figure_is_counted_for_the_sources_that_its_list_names(client):
    rows = rows_of(client, "/casualties.json?edition=all")
    counts = count_by_source()
    named = {key for row in rows for key in row["sources"]}
    assert len(rows) == Figure.objects.published().count()
    assert not [one.key for one in Source.objects.filter(key__in=named) if not counts[one.pk]]

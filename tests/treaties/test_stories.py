"""One state's stories: what is on record of its way under each treaty."""

from datetime import date

import pytest

from states.models import State
from treaties.contested import contested_facts
from treaties.models import Treaty
from treaties.rows import timelines
from treaties.stories import stories_of

pytestmark = pytest.mark.django_db


def timelines_of(state):
    """The state's timelines, by treaty."""
    return {treaty.pk: timelines(treaty).get(state.pk, []) for treaty in Treaty.objects.all()}


def test_one_states_stories_take_one_query_for_all_treaties(django_assert_num_queries):
    lithuania, treaties = State.objects.get(iso3="LTU"), list(Treaty.objects.all())
    histories = timelines_of(lithuania)
    with django_assert_num_queries(1):
        stories = stories_of(lithuania, histories, date(2026, 11, 23))
    assert [len(stories[treaty.pk].votes) for treaty in treaties] == [1, 1]
    assert [stories[treaty.pk].strips[0].notice.received.year for treaty in treaties] == [2025, 2024]


def test_a_state_without_any_step_has_an_empty_story():
    iceland, treaty = State.objects.get(iso3="ISL"), Treaty.objects.get(position=1)
    story = stories_of(iceland, timelines_of(iceland), date(2026, 11, 23))[treaty.pk]
    assert (story.strips, story.steps, story.votes, story.objections) == ([], [], [], [])


def test_the_facts_of_one_state_come_from_its_story(django_assert_num_queries):
    ukraine, treaty = State.objects.get(iso3="UKR"), Treaty.objects.get(position=1)
    stories = stories_of(ukraine, timelines_of(ukraine), date(2026, 11, 23))
    with django_assert_num_queries(1):
        [facts] = contested_facts(treaty, date(2026, 11, 23), {ukraine.pk: stories[treaty.pk]})
    assert len(facts.objections) == 6

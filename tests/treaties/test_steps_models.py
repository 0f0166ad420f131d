"""Steps and tallies: what the database refuses, what is published, and how they are read."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from sources.models import Source
from states.models import State
from tests.treaties.factories import StepFactory, TallyFactory
from treaties.models import Step, Treaty
from treaties.notices import Notice
from treaties.steps import json_steps, listed_steps

pytestmark = pytest.mark.django_db


def refused(make):
    with pytest.raises(IntegrityError), transaction.atomic():
        make()
    return True


@pytest.mark.parametrize(
    "values",
    [
        {"kind": "coup"},
        {"date_precision": ""},
        {"date_precision": "week"},
        {"kind": "parliament_vote", "state": None},
        {"kind": "objection"},
        {"kind": "objection", "state": None},
        {"retired_on": date(2026, 3, 3)},
        {"retired_because": "entered twice"},
    ],
)
def test_the_database_refuses_a_step_that_cannot_stand(values):
    assert refused(lambda: StepFactory(**values))


def test_only_an_objection_names_the_state_to_whose_act_it_objects():
    norway, ukraine = State.objects.get(iso3="NOR"), State.objects.get(iso3="UKR")
    assert refused(lambda: StepFactory(kind="reaction", concerns=ukraine))
    assert refused(lambda: StepFactory(kind="objection", state=norway, concerns=norway))
    assert StepFactory(kind="objection", state=norway, concerns=ukraine).pk


def test_an_international_event_has_no_state():
    event = StepFactory(kind="reaction", state=None)
    assert str(event).startswith("International, 2 Mar 2026: ")
    assert event.get_absolute_url() == f"/treaties/ottawa-convention/withdrawals/#step-{event.pk}"


def test_a_step_leads_to_the_profile_of_its_state():
    step = StepFactory()
    assert step.get_absolute_url() == f"/states/norway/#step-{step.pk}"


@pytest.mark.parametrize(
    "values",
    [
        {"seats": 99},
        {"seats": 100, "absent": 1},
        {"seats": 100, "majority_needed": 101},
        {"in_favour": None, "against": None},
        {"in_favour": -1},
    ],
)
def test_the_database_refuses_a_tally_that_its_chamber_cannot_hold(values):
    assert refused(lambda: TallyFactory(**values))


def test_a_tally_that_fills_its_chamber_stands():
    assert TallyFactory(absent=None, seats=100, majority_needed=100).pk


def test_a_vote_has_one_preferred_tally_and_any_number_of_others():
    step = TallyFactory().step
    assert refused(lambda: TallyFactory(step=step))
    assert TallyFactory(step=step, preferred=False).pk


def test_a_step_is_published_only_with_a_citable_source_and_unless_retired():
    lead = StepFactory(sources=[Source.objects.get(key="unverified")])
    retired = StepFactory(retired_on="2026-03-03", retired_because="entered twice")
    shown = StepFactory()
    published = set(Step.objects.published().values_list("pk", flat=True))
    assert published & {lead.pk, retired.pk, shown.pk} == {shown.pk}


def test_a_tally_without_a_citable_source_is_not_shown():
    step = TallyFactory(sources=[Source.objects.get(key="unverified")]).step
    other = TallyFactory(step=step, in_favour=61, preferred=False)
    [listed] = listed_steps(Step.objects.filter(pk=step.pk))
    assert [result.in_favour for result in listed.results] == [other.in_favour]


def test_a_date_known_to_the_year_stands_before_those_of_the_year():
    listed = listed_steps(Step.objects.filter(state__iso3="LTU", treaty__position=1).by_day(date(2025, 1, 3)))
    assert [str(step.when) for step in listed] == ["2024-01", "2025", "2025-01-03"]


def test_all_steps_are_read_by_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        assert len(listed_steps(Step.objects.all())) == 120


def test_both_reports_of_a_disputed_vote_come_with_their_sources():
    [vote] = listed_steps(Step.objects.filter(file_key="lva-parliament-vote-2025-04-16"))
    assert [result.numbers for result in vote.results] == ["66–14–2", "68–14"]
    assert [{key for key, _ in result.sources} for result in vote.results] == [
        {"leta_saeima_20250416", "xinhua_saeima_20250416"},
        {"tass_saeima_20250416"},
    ]


def test_steps_for_json_date_the_notice_by_the_act_and_keep_reported_titles():
    poland = Step.objects.filter(state__iso3="POL", treaty=Treaty.objects.get(position=1))
    notice = Notice(date(2025, 8, 20), date(2026, 2, 21), None, False)
    told = json_steps(listed_steps(poland), [notice], date(2026, 11, 23))
    dates = {step["kind"]: (step["date"], step["title"]) for step in told}
    assert dates["notification_received"][0] == "2025-08-20"
    assert dates["notification_received"][1].startswith("The withdrawal is notified")
    assert dates["effective"] == ("2026-02-21", "The withdrawal took effect")
    assert [step["date"] for step in told] == sorted(step["date"] for step in told)


def test_steps_as_text_give_the_numbers_of_a_vote():
    latvia = listed_steps(Step.objects.filter(state__iso3="LVA").by_day(date(2025, 4, 24)))
    text = str(json_steps(latvia, [], date(2025, 4, 24)))
    assert text.endswith("; 2025-04-16 parliament_vote 66-14-2; 2025-04-24 promulgation")


def test_a_step_keeps_its_history():
    step = StepFactory(title="One title")
    step.title, step._change_reason = "Another title", "a slip"
    step.save()
    assert {record.title for record in step.history.all()} == {"One title", "Another title"}
    assert step.history.first().history_change_reason == "a slip"

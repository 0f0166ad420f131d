"""A contested act on the page of withdrawals: what was notified, who objected, what a meeting decided."""

from datetime import date

import pytest

from states.models import State
from tests.pages import words_of
from tests.treaties.factories import StepFactory
from treaties.contested import contested_facts
from treaties.models import Treaty
from treaties.rows import timelines
from treaties.stories import stories_on

pytestmark = pytest.mark.django_db
PAGE = "/treaties/ottawa-convention/withdrawals/"
TODAY = "on=2026-11-23"


def test_a_contested_act_is_three_dated_facts(client):
    told = words_of(client.get(f"{PAGE}?{TODAY}"))
    assert "Notified 18 July 2025 Ukraine notified the depositary that it suspends the operation" in told
    assert "Reports differ. 17 July 2025: Spoiler Alerts" in told
    assert "21 July 2025 The depositary circulates" in told
    assert "Objected 6 states on record as at 23 November 2026: Austria, 2025, day not known" in told
    assert "Switzerland, 17 October 2025 (Swiss Government via GlobalSecurity)" in told
    assert "Decided 5 December 2025 The Twenty-Second Meeting of the States Parties" in told


def test_the_count_of_objections_is_the_length_of_the_list(client):
    StepFactory(kind="objection", state=State.objects.get(iso3="IRL"), concerns=State.objects.get(iso3="UKR"))
    response = client.get(f"{PAGE}?{TODAY}")
    html = response.content.decode()
    objected = html[html.index('<ul class="stage-objections">') :]
    assert objected[: objected.index("</ul>")].count("<li>") == 7
    assert "Objected 7 states on record" in words_of(response)


def test_a_contested_act_as_at_a_day_before_anyone_answered(client):
    told = words_of(client.get(f"{PAGE}?on=2025-07-19"))
    assert "No decision of a meeting is on record as at 19 July 2025" in told
    assert "The depositary circulates" not in told
    assert "Where the day is not known, it may lie after 19 July 2025." in told
    assert "it may lie after" not in words_of(client.get(f"{PAGE}?on=2025-12-31"))


def test_an_objection_to_another_states_act_is_not_counted():
    treaty, norway = Treaty.objects.get(position=1), State.objects.get(iso3="NOR")
    StepFactory(kind="objection", state=State.objects.get(iso3="IRL"), concerns=norway)
    day = date(2026, 11, 23)
    [facts] = contested_facts(treaty, day, stories_on(treaty, day, timelines(treaty)))
    assert [step.place.iso3 for step in facts.objections] == ["AUT", "BEL", "COL", "NZL", "NOR", "CHE"]

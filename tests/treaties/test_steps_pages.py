"""The page of withdrawals: stages, votes, contested acts, and what was produced or laid since."""

import csv
import json
import re
from datetime import date
from io import StringIO

import pytest

from states.models import State
from tests.pages import Outline, body_of, words_of
from tests.treaties.factories import NoticeFactory, StepFactory, TallyFactory
from treaties.models import Act, Step

pytestmark = pytest.mark.django_db
PAGE = "/treaties/ottawa-convention/withdrawals/"
TODAY = "on=2026-11-23"


def results(client, query=TODAY):
    return json.loads(body_of(client.get(f"{PAGE[:-1]}.json?{query}")))["results"]


def section(client, state, query=TODAY):
    """What the page says of one state."""
    html = client.get(f"{PAGE}?{query}").content.decode()
    start = html.index(f'<section class="stage-way" aria-labelledby="way-{state}"')
    return html[start : html.index("</details>", start)]


def words(html):
    class Answer:
        streaming, content = False, html.encode()

    return words_of(Answer)


def test_each_stage_has_its_date_and_the_days_since_the_one_before(client):
    told = words(section(client, "latvia"))
    assert "Vote in parliament 16 April 2025 22 days later not the day of leaving" in told
    assert "Notice received 27 June 2025 64 days later starts the clock; still bound" in told
    assert "Effective 27 December 2025 183 days later the day of leaving" in told


def test_the_strip_is_an_ordered_list_in_the_order_of_the_stages(client):
    html = section(client, "poland")
    strip = html[html.index('<ol class="stage-strip"') : html.index("</ol>")]
    labels = ["Announced", "recommendation", "Government", "Vote in", "Head of", "Notice", "Effective"]
    assert strip.count("<li ") == 7
    assert sorted(labels, key=strip.index) == labels


def test_a_state_that_did_not_join_the_ministers_has_no_recommendation(client):
    assert "Ministers’ recommendation not recorded Government decision 1 April 2025 same day" in words(
        section(client, "finland")
    )


def test_a_date_known_to_the_month_has_no_days(client):
    assert "Government decision May 2025 days not known" in words(section(client, "poland"))


def test_where_reports_of_a_vote_differ_both_stand_with_their_sources_and_the_reason(client):
    told = words(section(client, "latvia"))
    assert (
        "66 for, 14 against, 2 abstained, 3 absent or not voting, of 100 seats; 15 of which nothing is stated 17.1%"
        in told
    )
    assert "Reports differ. LETA names the two members who abstained" in told
    assert (
        "68 for, 14 against, abstentions not stated, of 100 seats; 18 of which nothing is stated According to TASS"
        in told
    )


def test_a_vote_has_the_patterns_of_its_chart_beside_its_words_and_in_its_bar(client):
    html = section(client, "latvia")
    for name, width in (("abstained", "2.0%"), ("absent", "3.0%")):
        [pattern] = set(re.findall(rf'<pattern id="({name}-\d+-1)" class="pattern pattern-vote-{name}"', html))
        mark = rf'<rect class="mark-vote-{name}"[^>]* fill="url\(#{pattern}\)"/>'
        assert [width in found for found in re.findall(mark, html)] == [False, True]
        assert re.search(rf'<span class="stage-count"><svg[^>]*>{mark}</svg><b>\d</b> {name}</span>', html)


def test_a_vote_without_a_result_says_so(client):
    assert "The Senate supports the act without amendments not the day of leaving Result not recorded." in words(
        section(client, "poland")
    )


def test_on_an_earlier_day_what_came_later_is_left_out(client):
    told = words(section(client, "latvia", "on=2025-04-20"))
    assert "On the way: no notice received as at 20 April 2025" in told
    assert "Head of state not recorded Notice received not recorded Effective not recorded" in told


def test_a_year_that_is_not_over_may_still_be_to_come(client):
    assert "Head of state 2025 days not known perhaps still to come" in words(
        section(client, "lithuania", "on=2025-05-01")
    )


def test_a_pending_effect_is_still_to_come(client):
    assert "27 December 2025 183 days later still to come" in words(section(client, "latvia", "on=2025-10-01"))


def test_a_period_of_receipt_leaves_out_states_without_a_notice(client):
    assert "On the way" not in words_of(client.get(f"{PAGE}?on=2025-04-20&from=2025-01-01"))


def test_a_notice_taken_back_says_when(client):
    NoticeFactory()
    NoticeFactory(kind="withdrawal_revocation", date=date(2026, 5, 4))
    assert "notice taken back on 4 May 2026" in words(section(client, "norway"))


def test_columns_keep_the_contracts_order(client):
    header = body_of(client.get(f"{PAGE[:-1]}.csv?{TODAY}")).decode().splitlines()[0]
    assert header == (
        "iso3,state,received,effective,days_left,hold,steps,announced,government_decision,parliament_vote,"
        "head_of_state,days_announced_to_notice,days_vote_to_notice,vote_against_share"
    )


def test_steps_in_json_are_dictionaries_of_the_contracts_keys(client):
    [row] = results(client, f"{TODAY}&state=LVA")
    assert all(
        list(step) == ["kind", "date", "title", "for", "against", "abstained", "absent"] for step in row["steps"]
    )
    [vote] = [step for step in row["steps"] if step["kind"] == "parliament_vote"]
    assert list(vote.values())[3:] == [66, 14, 2, 3]
    assert [step["date"] for step in row["steps"]].count("2025-06-27") == 1


def test_steps_in_json_end_with_the_day_asked_about(client):
    [row] = results(client, "on=2025-09-01&state=POL")
    assert row["steps"][-1]["kind"] == "notification_received"
    assert "effective" not in {step["kind"] for step in row["steps"]}


def test_steps_in_csv_are_text(client):
    rows = csv.DictReader(StringIO(body_of(client.get(f"{PAGE[:-1]}.csv?{TODAY}&state=LVA")).decode()))
    assert "; 2025-04-16 parliament_vote 66-14-2; 2025-04-24 promulgation; " in next(rows)["steps"]


@pytest.mark.parametrize(
    ("iso3", "expected"),
    [
        ("EST", (None, None, "2025-06-04", "2025-06-13", None, 23, 1.1)),
        ("FIN", ("2025-04-01", "2025-05-28", "2025-06-19", "2025-07-04", 100, 21, 10.3)),
        ("LTU", (None, None, "2025-05-08", "2025", None, 50, 0.0)),
        ("POL", ("2025-03-07", "2025-05", "2025-06-25", "2025-08-05", 166, 56, 3.5)),
    ],
)
def test_stages_as_columns(client, iso3, expected):
    [row] = results(client, f"{TODAY}&state={iso3}")
    assert tuple(row.values())[7:] == expected


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("vote_against_share", ["LTU", "EST", "POL", "FIN", "LVA"]),
        ("-vote_against_share", ["LVA", "FIN", "POL", "EST", "LTU"]),
        ("-days_vote_to_notice", ["LVA", "POL", "LTU", "EST", "FIN"]),
        ("announced", ["POL", "FIN", "EST", "LVA", "LTU"]),
        ("head_of_state", ["LTU", "LVA", "EST", "FIN", "POL"]),
    ],
)
def test_withdrawals_are_ordered_by_stages_intervals_and_votes(client, sort, order):
    assert [row["iso3"] for row in results(client, f"{TODAY}&sort={sort}")] == order


def test_no_state_that_left_has_verifiably_produced_or_laid_anything_and_the_list_says_why(client):
    told = words_of(client.get(f"{PAGE}?{TODAY}"))
    assert "by a state that left it: none on record as at 23 November 2026." in told
    assert "The list is empty because no source on record verifies" in told
    assert "The Armament Agency opens market consultations" in told
    assert "Estonia left on 27 December 2025 No announcement, plan or order is on record." in told


def test_what_a_state_said_while_still_bound_stands_apart_from_what_it_said_since(client):
    told = words_of(client.get(f"{PAGE}?{TODAY}"))
    told = told[told.index("Plans, production and use") :]
    assert "Lithuania left on 27 December 2025 While still bound 9 July 2025 A deputy minister" in told
    assert "Since 27 December 2025, no longer bound 9 February 2026 Lithuania plans 812 million" in told
    assert "Latvia left on 27 December 2025 While still bound October 2025 Latvia signs" in told
    assert "Day not known exactly 2026 Mine training begins" in told
    assert "Since 20 February 2026, no longer bound 3 March 2026 The Armament Agency" in told


def test_a_verified_delivery_ends_the_empty_list(client):
    poland = State.objects.get(iso3="POL")
    StepFactory(kind="verified_production", state=poland, title="The first mines are delivered")
    StepFactory(kind="verified_use", state=State.objects.get(iso3="UKR"))
    response = client.get(f"{PAGE}?{TODAY}")
    told, ids = words_of(response), Outline(response.content.decode()).ids
    assert len(ids) == len(set(ids))
    assert "by a state that left it: 1 on record as at 23 November 2026. 2 March 2026 The first mines" in told
    assert "The list is empty" not in told


def test_before_anyone_left_there_is_nothing_to_ask(client):
    assert "Plans, production and use" not in words_of(client.get(f"{PAGE}?on=2025-12-26"))


def test_events_of_no_single_state_stand_on_the_page(client):
    assert "93 States Parties align themselves" in words_of(client.get(f"{PAGE}?{TODAY}"))


def test_an_unpublished_step_is_nowhere(client):
    StepFactory(state=State.objects.get(iso3="POL"), title="A mere lead", sources=[])
    assert "A mere lead" not in words_of(client.get(f"{PAGE}?{TODAY}"))
    assert "A mere lead" not in str(results(client))


def test_every_step_of_a_strip_leads_to_its_sources_on_the_page(client):
    outline = Outline(client.get(f"{PAGE}?{TODAY}").content.decode())
    anchors = {link[1:] for link in outline.links if link.startswith("#") and link != "#content"}
    assert anchors <= set(outline.ids)
    assert len(outline.ids) == len(set(outline.ids))


def test_the_other_treatys_steps_stay_apart(client):
    told = words_of(client.get("/treaties/convention-on-cluster-munitions/withdrawals/?on=2026-11-23"))
    assert "103 for, 1 against, 3 abstained" in told
    assert "Reports differ. BNS, a news agency" in told
    assert "The Seimas votes to withdraw from the Convention not" not in told


def test_many_states_need_no_more_queries(client, django_assert_max_num_queries):
    parties = State.objects.filter(acts__treaty__position=1, acts__kind="ratification").exclude(
        acts__kind__in=["withdrawal", "suspension_notification"]
    )
    leaving, suspending = parties.alphabetical()[:25], parties.alphabetical()[25:50]
    for state in leaving:
        NoticeFactory(state=state)
        TallyFactory(step=StepFactory(state=state, vote=True))
    for state in suspending:
        NoticeFactory(kind="suspension_notification", state=state)
    with django_assert_max_num_queries(10):
        assert "30 notices of withdrawal" in words_of(client.get(f"{PAGE}?{TODAY}"))


def test_the_record_of_steps_agrees_with_the_acts():
    """Steps that report a notice, its effect or a suspension give the days that the acts give."""
    for step in Step.objects.filter(kind__in=["notification_received", "suspension_notified"]):
        kind = {"notification_received": "withdrawal"}.get(step.kind, "suspension_notification")
        assert Act.objects.filter(treaty=step.treaty, state=step.state, kind=kind, date=step.date).exists(), step

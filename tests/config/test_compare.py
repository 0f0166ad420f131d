"""States side by side: the facts are those of the profiles."""

import csv
import io
import json

import pytest

from casualties.models import Edition, Figure
from sources.models import Source
from states.models import State
from tests.config.comparisons import CLUSTER, DAY, LEAVERS, OTTAWA, address, facts
from tests.pages import body_of, words_of
from tests.treaties.factories import NoticeFactory, StepFactory, TallyFactory

pytestmark = pytest.mark.django_db


def profile(client, iso3, on=DAY):
    slug = State.objects.get(iso3=iso3).slug
    return json.loads(body_of(client.get(f"/states/{slug}.json?on={on}")))


@pytest.mark.parametrize("day", [DAY, "2025-12-26", "2025-07-20", "2005-01-01", "1990-01-01"])
@pytest.mark.parametrize("states", [LEAVERS, ["UKR", "POL", "RUS"], ["BRA", "USA"]], ids=len)
def test_standing_and_acts_are_those_of_the_profile(client, states, day):
    found = facts(client, *states, on=day)
    for iso3 in states:
        for slug, own in profile(client, iso3, day)["treaties"].items():
            for name in ("status", "since", "bound", "contested", "sentence"):
                [row] = found[iso3, slug or None, "standing", name]
                assert row["value"] == own[name]
            for name in ("signed", "consent", "consent_kind", "in_force", "withdrawal_received"):
                [row] = found[iso3, slug, "acts", name]
                assert row["value"] == own[name]


@pytest.mark.parametrize("iso3", [*LEAVERS, "UKR"])
def test_every_vote_and_every_quotation_is_that_of_the_profile(client, iso3):
    found, own = facts(client, iso3, "NOR"), profile(client, iso3)["treaties"]
    for slug, treaty in own.items():
        votes = [step for step in treaty["steps"] if step["kind"] == "parliament_vote"]
        rows = [row for row in found.get((iso3, slug, "votes", "vote"), []) if row["value"]]
        assert [(row["value"], row["detail"]) for row in rows] == [(vote["date"], vote["title"]) for vote in votes]
        against = [
            row for row in found.get((iso3, slug, "votes", "against"), []) if "also reported" not in row["detail"]
        ]
        told = [vote["against"] for vote in votes if vote["for"] is not None or vote["against"] is not None]
        assert [row["value"] for row in against] == told
        given = {}
        for passage in treaty["justifications"]:
            given.setdefault(passage["justification"], []).append(passage["passage"])
        for code, passages in given.items():
            count, *quotations = found[iso3, slug, "justifications", code]
            assert (count["value"], count["unit"]) == (len(passages), "statements")
            assert [row["value"] for row in quotations] == [words for words in passages if words]


@pytest.mark.parametrize("states", [["UKR", "POL"], ["AFG", "YEM", "UKR", "MMR", "SYR"]], ids=len)
def test_casualties_are_of_one_edition_and_equal_the_profiles(client, states):
    found = facts(client, *states)
    for iso3 in states:
        figures = {(one["year"], one["edition"]): one for one in profile(client, iso3)["casualties"]["figures"]
                   if one["preferred"]}  # fmt: skip
        own = figures.get((2024, 2025), {})
        for name in ("total", "killed", "injured"):
            [row] = found[iso3, None, "casualties", name]
            assert row["value"] == own.get(name)
            assert "data year 2024, Landmine Monitor 2025" in row["detail"]


def test_a_stated_zero_is_no_missing_figure(client):
    source = Source.objects.citable().first()
    Edition.objects.get_or_create(year=2025)
    Figure.objects.create(
        data_year=2024, edition_id=2025, area=State.objects.get(iso3="POL"), source=source, total=0, killed=0
    )
    found = facts(client, "POL", "FIN")
    assert [found["POL", None, "casualties", name][0]["value"] for name in ("total", "killed", "injured")] == [
        0,
        0,
        None,
    ]
    words = words_of(client.get(address("POL", "FIN")))
    assert "Casualties (killed and injured) Poland 0 " in words
    assert "Injured not stated (both)" in words


@pytest.mark.parametrize(
    ("iso3", "fact", "days"),
    [
        ("EST", "days_vote_to_notice", 23),
        ("FIN", "days_announced_to_notice", 100),
        ("FIN", "days_announced_to_effective", 284),
        ("LVA", "days_vote_to_notice", 72),
        ("LVA", "days_announced_to_notice", None),
        ("LTU", "days_notice_to_effective", 183),
        ("POL", "days_announced_to_effective", 350),
        ("POL", "notification_received_interval", 15),
    ],
)
def test_the_days_between_stages(client, iso3, fact, days):
    [row] = facts(client, *LEAVERS, treaty=OTTAWA)[iso3, OTTAWA, "stages", fact]
    assert (row["value"], row["unit"]) == (days, "days")


def test_the_days_between_stages_are_those_of_the_list_of_withdrawals(client):
    found = facts(client, *LEAVERS)
    listed = json.loads(body_of(client.get(f"/treaties/{OTTAWA}/withdrawals.json?on={DAY}")))["results"]
    for row in listed:
        for name in ("days_announced_to_notice", "days_vote_to_notice"):
            assert found[row["iso3"], OTTAWA, "stages", name][0]["value"] == row[name]


def test_a_date_is_given_as_far_as_it_is_known(client):
    found = facts(client, "LTU", "POL")
    assert found["LTU", OTTAWA, "stages", "promulgation"][0]["value"] == "2025"
    assert found["LTU", OTTAWA, "stages", "notification_received_interval"][0]["value"] is None
    assert "days not known" in words_of(client.get(address("LTU", "POL")))


def test_what_is_dated_later_is_left_out_and_what_is_scheduled_is_still_to_come(client):
    words = words_of(client.get(address("POL", "FIN", on="2026-01-14")))
    assert "State Party, withdrawal pending" in words
    assert "20 Feb 2026 still to come" in words
    assert "Withdrawn" not in words_of(client.get(address("POL", "EST", on="2025-07-01")))


def test_a_suspension_is_no_withdrawal(client):
    words = words_of(client.get(address("UKR", "NOR")))
    assert "a notified suspension, contested" in words
    assert "From vote to notice" not in words
    found = facts(client, "UKR", "POL")
    assert found["UKR", OTTAWA, "stages", "days_vote_to_notice"][0]["value"] is None
    assert found["UKR", OTTAWA, "acts", "withdrawal_received"][0]["value"] is None


def test_a_notice_taken_back_is_said_to_be(client):
    NoticeFactory(date="2026-03-01")
    NoticeFactory(kind="withdrawal_revocation", date="2026-04-01")
    words = words_of(client.get(address("NOR", "POL", on=DAY)))
    assert "a notice of withdrawal, taken back on 1 Apr 2026" in words
    assert "notice taken back" in words


def test_a_conflict_holds_the_effect_beside_one_that_took_effect(client):
    NoticeFactory(state=State.objects.get(iso3="NOR"), date="2026-03-01")
    NoticeFactory(kind="armed_conflict_began", date="2026-04-01")
    words = words_of(client.get(address("NOR", "POL", on=DAY)))
    assert words.count("not before the end of the armed conflict") == 2


def test_earlier_ways_are_named(client):
    NoticeFactory(date="2026-03-01")
    NoticeFactory(kind="withdrawal_revocation", date="2026-04-01")
    NoticeFactory(date="2026-05-01")
    assert "1 earlier way on the profile" in words_of(client.get(address("NOR", "POL", on=DAY)))


def test_differing_reports_of_a_vote_stand_side_by_side(client):
    words = words_of(client.get(address("LVA", "POL")))
    assert "66 for, 14 against, 2 abstained" in words
    assert "Reports differ." in words
    assert "68 for, 14 against, abstentions not stated" in words
    assert "Result not recorded." in words
    rows = facts(client, "LVA", "POL")["LVA", OTTAWA, "votes", "for"]
    assert [(row["value"], "also reported" in row["detail"]) for row in rows] == [(66, False), (68, True)]


def test_a_vote_without_a_stated_number_has_none_in_the_file(client):
    TallyFactory(step=StepFactory(vote=True), in_favour=60, against=30, abstained=None)
    found = facts(client, "NOR", "POL")
    assert found["NOR", OTTAWA, "votes", "abstained"][0]["value"] is None
    assert found["NOR", OTTAWA, "votes", "share_against"][0]["value"] is None


def test_what_all_ways_lead_to_is_said_where_it_tells_them_apart(client):
    assert "Leads to" not in words_of(client.get(address(*LEAVERS, treaty=OTTAWA)))
    assert facts(client, *LEAVERS)["POL", OTTAWA, "stages", "leads_to"][0]["value"] == "notice of withdrawal"
    assert "Leads to" in words_of(client.get(address("POL", "UKR", treaty=OTTAWA)))


def test_a_state_without_an_act_has_no_day_since_when(client):
    assert "Since United States no act on record Poland 20 Feb 2026" in words_of(
        client.get(address("USA", "POL", treaty=OTTAWA))
    )


def test_groups_and_borders(client):
    found = facts(client, "FIN", "UKR", "RUS")
    assert [found[iso3, None, "groups", "nato"][0]["value"] for iso3 in ("FIN", "UKR", "RUS")] == [2023, None, None]
    assert [found[iso3, None, "borders", "RUS"][0]["value"] for iso3 in ("FIN", "UKR", "RUS")] == [True, True, None]
    assert facts(client, "FIN", "UKR", on="2022-01-01")["FIN", None, "groups", "eu"][0]["value"] == 1995


def test_every_value_on_record_names_its_sources(client):
    keys = set(Source.objects.citable().values_list("key", flat=True))
    for (_, _, _, fact), rows in facts(client, *LEAVERS).items():
        for row in rows:
            assert set(row["sources"] or []) <= keys
            derived = fact.startswith("days_") or fact == "leads_to" or row["value"] is None
            # A standing of a state that never acted, and a border that there is not, rest on the record as a whole.
            nothing = row["value"] in (False, "non_party") or fact == "sentence"
            assert row["sources"] or derived or nothing, row


def test_the_order_is_that_of_the_question_and_csv_is_json(client):
    text = body_of(client.get(address("POL", "EST", form=".csv"))).decode()
    rows = list(csv.DictReader(io.StringIO(text)))
    assert list(rows[0]) == ["iso3", "state", "treaty", "section", "fact", "value", "unit", "detail", "sources"]
    assert [row["iso3"] for row in rows[:4]] == ["POL", "EST", "POL", "EST"]
    typed = json.loads(body_of(client.get(address("POL", "EST", form=".json"))))
    assert typed["meta"]["count"] == len(rows) == len(typed["results"])
    assert typed["meta"]["title"] == "Poland and Estonia compared"


def test_the_treaty_can_be_chosen(client):
    words = words_of(client.get(address("LTU", "POL", treaty=CLUSTER)))
    assert "Lithuania withdrew: it ceased to be a State Party on 6 March 2025" in words
    assert "Anti-Personnel" not in words
    assert {treaty for _, treaty, *_ in facts(client, "LTU", "POL", treaty=CLUSTER)} == {CLUSTER, None}


@pytest.mark.parametrize("form", ["/", ".csv", ".json"])
def test_five_states_cost_as_many_queries_as_two(client, django_assert_max_num_queries, form):
    counts = set()
    for states in (["POL", "UKR"], ["EST", "FIN", "LTU", "POL", "UKR"]):
        with django_assert_max_num_queries(16) as asked:
            body_of(client.get(address(*states, form=form)))
        counts.add(len(asked))
    assert len(counts) == 1

"""The pages of a treaty."""

import json

import pytest

from tests.config.test_profile import record
from tests.pages import body_of, words_of
from treaties.models import Treaty

pytestmark = pytest.mark.django_db
TREATY = "/treaties/ottawa-convention"


def results(client, address):
    return json.loads(body_of(client.get(address)))["results"]


def test_a_treaty_shows_its_founding_dates_and_rules(client):
    words = words_of(client.get(f"{TREATY}/"))
    assert "18 September 1997, Oslo" in words
    assert "1 March 1999, after the 40th deposit on 16 September 1998" in words
    assert "Takes effect six months after the depositary receives the notice (Article 20(3))" in words


@pytest.mark.parametrize(("months", "term"), [(1, "one month"), (12, "twelve months")])
def test_a_treaty_and_its_sentences_write_its_term_alike(client, months, term):
    Treaty.objects.filter(slug="ottawa-convention").update(withdrawal_months=months)
    for address in (f"{TREATY}/", f"{TREATY}/withdrawals/"):
        assert f"akes effect {term} after the depositary receives" in words_of(client.get(address))


@pytest.mark.parametrize("treaty", ["ottawa-convention", "convention-on-cluster-munitions"])
def test_a_signatory_may_still_ratify_after_the_closing_for_signature(client, treaty):
    words = words_of(client.get(f"/treaties/{treaty}/"))
    assert "since then a state that did not sign accedes; a signatory may still ratify, accept or approve" in words


def test_parties_over_time_end_with_the_day_asked_about(client):
    words = words_of(client.get(f"{TREATY}/?on=2025-12-26"))
    assert "26 Dec 2025 166 166 2 0" in words
    assert "27 Dec 2025" not in words


def test_parties_over_time_count_who_entered_and_who_left(client):
    words = words_of(client.get(f"{TREATY}/?on=2026-11-23"))
    assert "31 Dec 2025 163 163 2 3" in words
    assert "23 Nov 2026 161 161 0 2" in words


def test_the_list_of_standings_is_filtered_by_status(client):
    rows = results(client, f"{TREATY}/status.json?status=withdrawn&on=2026-11-23")
    assert {row["iso3"] for row in rows} == {"EST", "FIN", "LTU", "LVA", "POL"}


def test_a_status_nobody_has_says_so_and_when_that_was_checked(client):
    words = words_of(client.get(f"{TREATY}/status/?status=withdrawing&on=2026-11-23"))
    assert "None recorded as at 23 November 2026; the record was last compared" in words


def test_the_contested_state_is_a_party(client):
    [row] = results(client, f"{TREATY}/status.json?state=UKR&on=2026-11-23")
    assert (row["status"], row["bound"], row["contested"]) == ("party", True, True)


@pytest.mark.parametrize(("sort", "first"), [("withdrawal_effective", "EST"), ("-withdrawal_effective", "POL")])
def test_standings_without_a_value_come_last_in_either_order(client, sort, first):
    rows = results(client, f"{TREATY}/status.json?on=2026-11-23&sort={sort}")
    assert rows[0]["iso3"] == first
    assert rows[-1]["withdrawal_effective"] is None


def test_consent_shows_the_depositarys_letter(client):
    html = client.get(f"{TREATY}/status/?state=FIN").content.decode()
    assert '<abbr title="Accession">a</abbr>' in html


def test_a_treaty_says_what_else_it_is_called(client):
    assert "Also called Mine Ban Treaty, Ottawa Treaty" in words_of(client.get(f"{TREATY}/"))
    Treaty.objects.update(also_known_as="")
    assert "Also called" not in words_of(client.get(f"{TREATY}/"))


def test_withdrawals_are_listed_as_at_the_day(client):
    assert [row["iso3"] for row in results(client, f"{TREATY}/withdrawals.json?on=2025-07-01")] == ["EST", "LVA", "LTU"]
    assert results(client, f"{TREATY}/withdrawals.json?on=2025-06-26") == []


def test_withdrawals_are_chosen_by_the_day_of_receipt(client):
    rows = results(client, f"{TREATY}/withdrawals.json?from=2025-07-01&to=2025-07-31")
    assert [row["iso3"] for row in rows] == ["FIN"]


def test_a_withdrawal_held_by_an_armed_conflict_has_no_day(client):
    record("POL", "armed_conflict_began", "2026-01-01")
    [row] = results(client, f"{TREATY}/withdrawals.json?state=POL&on=2026-03-01")
    assert (row["effective"], row["days_left"], row["hold"]) == (None, None, True)
    words = words_of(client.get(f"{TREATY}/withdrawals/?state=POL&on=2026-03-01"))
    assert "not before the end of the armed conflict" in words


def test_the_contested_act_stands_apart_from_the_withdrawals(client):
    words = words_of(client.get(f"{TREATY}/withdrawals/?on=2026-11-23"))
    assert "A notified suspension is not a withdrawal" in words


def test_the_record_is_chosen_by_kind_state_and_period(client):
    rows = results(client, f"{TREATY}/record.json?kind=signature&kind=accession&from=2012-01-01&to=2012-12-31")
    assert [(row["iso3"], row["kind"]) for row in rows] == [("FIN", "accession"), ("SOM", "accession")]


def test_the_record_up_to_a_day_leaves_out_later_acts(client):
    kinds = [row["kind"] for row in results(client, f"{TREATY}/record.json?state=POL&on=2025-08-19")]
    assert kinds == ["signature", "ratification"]


def test_the_record_heads_the_effect_of_acts_of_either_kind_and_keeps_the_contracts_keys(client):
    words = words_of(client.get(f"{TREATY}/record/?state=POL"))
    assert "State Act Date In force or effective Note Sources" in words
    header = body_of(client.get(f"{TREATY}/record.csv?state=POL")).decode().splitlines()[0]
    assert header == "treaty,iso3,state,kind,date,effective_on,note,sources"


def test_a_retired_act_is_off_the_record(client):
    act = record("RUS", "accession", "2026-01-05")
    assert results(client, f"{TREATY}/status.json?state=RUS&on=2026-11-23")[0]["status"] == "party"
    act.retired_on, act.retired_because = "2026-01-06", "entered for the wrong state"
    act.save()
    assert results(client, f"{TREATY}/status.json?state=RUS&on=2026-11-23")[0]["status"] == "non_party"
    assert results(client, f"{TREATY}/record.json?state=RUS") == []


def test_the_list_of_treaties_counts_each_on_the_day(client):
    rows = results(client, "/treaties.json?on=2025-03-06")
    assert [(row["slug"], row["in_force"]) for row in rows] == [
        ("ottawa-convention", 164),
        ("convention-on-cluster-munitions", 111),
    ]

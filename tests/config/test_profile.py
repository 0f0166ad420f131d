"""One state's profile: its answer first, legally right on the day."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sources.models import Source
from statements.models import Statement
from states.models import State
from tests.pages import words_of
from treaties.models import Act, Treaty

pytestmark = pytest.mark.django_db
WITHDRAWN = (
    "Poland withdrew: it ceased to be a State Party on 20 February 2026, six months after the depositary received its "
    "notice on 20 August 2025."
)


def record(state, kind, date, *, effective_on=None, reason=""):
    """A published act under the first treaty."""
    act = Act.objects.create(
        treaty=Treaty.objects.get(position=1),
        state=State.objects.get(iso3=state),
        kind=kind,
        date=date,
        effective_on=effective_on,
        effective_reason=reason,
    )
    act.sources.add(Source.objects.citable().first())
    return act


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/states/poland/?on=2026-11-23", WITHDRAWN),
        ("/states/poland/?on=2026-02-20", WITHDRAWN),
        ("/states/poland/?on=2026-02-19", "Poland is withdrawing but still a State Party"),
        ("/states/poland/?on=2025-08-19", "Poland is a State Party: it ratified the Ottawa Convention on 27 December"),
        ("/states/poland/?on=2013-05-31", "Poland is not yet a State Party"),
        ("/states/poland/?on=2000-01-01", "Poland is a signatory, not a State Party"),
        ("/states/russia/", "Russia is not a State Party"),
        ("/states/ukraine/", "Ukraine is a State Party"),
        ("/states/ukraine/", "the notification is contested, and Ukraine remains bound"),
        ("/states/netherlands/", "The Netherlands is a State Party: it accepted the Ottawa Convention"),
        ("/states/finland/?on=2020-01-01", "Finland is a State Party: it acceded to the Ottawa Convention"),
        ("/states/lithuania/?on=2025-03-06", "Lithuania withdrew: it ceased to be a State Party on 6 March 2025"),
    ],
)
def test_a_profile_says_its_answer_for_the_day(client, address, sentence):
    assert sentence in words_of(client.get(address))


def test_a_profile_leaves_out_acts_after_the_day(client):
    words = words_of(client.get("/states/poland/?on=2025-08-19"))
    assert "Ratification" in words
    assert "Notice of withdrawal" not in words


@pytest.mark.parametrize(
    ("address", "effect"),
    [
        ("poland/?on=2013-05-31", "Ratification, enters into force for it on 1 June 2013"),
        ("poland/?on=2013-06-01", "Ratification, in force for it from 1 June 2013"),
        ("poland/?on=2026-11-23", "Ratification, in force for it from 1 June 2013"),
        ("poland/?on=2026-02-19", "Notice of withdrawal, takes effect on 20 February 2026"),
        ("poland/?on=2026-02-20", "Notice of withdrawal, took effect on 20 February 2026"),
        ("south-sudan/?on=2026-11-23", "Succession, in force for it from 9 July 2011"),
    ],
)
def test_an_act_tells_its_effect_in_the_tense_of_the_day(client, address, effect):
    assert effect in words_of(client.get(f"/states/{address}"))


def test_a_pending_withdrawal_shows_its_clock(client):
    words = words_of(client.get("/states/poland/?on=2026-01-14"))
    assert "37 days left as at 14 January 2026, until 20 February 2026" in words
    assert "If the state is engaged in an armed conflict on that day" in words


def test_an_armed_conflict_makes_the_clock_conditional_and_then_holds_it(client):
    record("POL", "armed_conflict_began", "2026-01-01")
    assert "while that conflict goes on" in words_of(client.get("/states/poland/?on=2026-01-14"))
    held = words_of(client.get("/states/poland/?on=2026-03-01"))
    assert "No day is set. The months since the receipt were over on 20 February 2026." in held
    assert "cannot take effect before the end of the armed conflict" in held


def test_a_notice_taken_back_leaves_the_state_a_party_with_the_notice_on_record(client):
    record("NOR", "withdrawal", "2026-03-01")
    record("NOR", "withdrawal_revocation", "2026-04-01")
    words = words_of(client.get("/states/norway/?on=2026-11-23"))
    assert "Norway is a State Party" in words
    assert "On 1 April 2026 it took back a notice of withdrawal received on 1 March 2026." in words


def test_a_state_that_comes_back_shows_two_spells(client):
    record("EST", "accession", "2026-03-01")
    words = words_of(client.get("/states/estonia/?on=2026-11-23"))
    assert "from 1 November 2004 until its withdrawal took effect on 27 December 2025" in words
    assert "from 1 September 2026 and still bound" in words


def test_where_reports_differ_the_profile_says_so_with_both_sources(client):
    words = words_of(client.get("/states/tonga/"))
    assert "Reports differ. 26 June 2025" in words
    assert "25 June 2025 Accession" in words


def test_every_act_links_to_its_sources(client):
    html = client.get("/states/poland/").content.decode()
    assert html.count("According to") >= html.count('class="act"') > 3
    assert 'href="/sources/dzu-2025-1514/"' in html


def test_an_other_area_has_no_standing(client):
    words = words_of(client.get("/states/kosovo/"))
    assert "It is not among the states that this site counts" in words
    assert "State Party" not in words


def test_a_day_that_is_none_is_refused_beside_its_field(client):
    words = words_of(client.get("/states/poland/?on=2026-02-30"))
    assert "Write the day as year-month-day" in words
    assert "withdrew" not in words


def test_the_profile_as_json_has_each_treatys_standing_and_what_it_rests_on(client):
    answer = client.get("/states/poland.json?on=2026-11-23").json()
    ottawa = answer["treaties"]["ottawa-convention"]
    assert (answer["iso3"], answer["groups"], answer["borders"]) == ("POL", ["eu", "nato"], ["BLR", "RUS"])
    assert ottawa["status"] == "withdrawn"
    assert ottawa["sentence"].startswith(WITHDRAWN)
    assert ottawa["spells"] == [{"began": "2013-06-01", "ended": "2026-02-20"}]
    assert [act["kind"] for act in ottawa["acts"]] == ["signature", "ratification", "withdrawal"]
    assert answer["treaties"]["convention-on-cluster-munitions"]["status"] == "non_party"


def test_the_profile_as_json_refuses_what_it_does_not_understand(client):
    assert client.get("/states/poland.json?on=tomorrow").status_code == 400
    assert client.get("/states/poland.json?colour=blue").status_code == 400


def test_a_contested_suspension_stands_with_the_states_own_argument(client):
    words = words_of(client.get("/states/ukraine/?on=2026-11-23"))
    argument = words.partition("Its own argument")[2][:1500]
    assert "suspends Ukraine's obligations under the Ottawa" in argument
    assert "6 states on record" in words


def test_a_suspension_without_an_argument_on_record_says_so(client):
    Statement.objects.filter(states__iso3="UKR", regarding="suspension").update(regarding="withdrawal")
    words = words_of(client.get("/states/ukraine/?on=2026-11-23"))
    assert "Its own argument No statement of Ukraine about it is on record." in words


def test_the_link_to_all_statements_keeps_the_day(client):
    html = client.get("/states/poland/?on=2025-03-10").content.decode()
    counted = re.search(r'href="(/statements/[^"]+)">All (\d+) statements of Poland', html)
    assert f"{counted[2]} statements" in words_of(client.get(counted[1].replace("&amp;", "&")))


@pytest.mark.parametrize("ending", ["/", ".json"])
def test_no_states_or_areas_profile_asks_the_database_more_than_twelve_times(client, ending):
    asked = {}
    for slug in State.objects.values_list("slug", flat=True):
        with CaptureQueriesContext(connection) as captured:
            assert client.get(f"/states/{slug}{ending}").status_code == 200
        asked[slug] = len(captured)
    assert len(asked) > 200
    assert {slug: number for slug, number in asked.items() if number > 12} == {}

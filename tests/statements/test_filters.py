"""Query strings to statements, codings and claims."""

from functools import partial

import pytest
from django.http import QueryDict

from statements.choice import chosen, chosen_codings, probably_many
from statements.filters import ClaimFilter, CodingFilter, StatementFilter
from statements.models import Claim, Coding, Statement
from states.models import State
from tests.statements.factories import CodingFactory, StatementFactory
from tests.treaties.acts import day

pytestmark = pytest.mark.django_db
TODAY = day("2026-11-23")


def found_by(query, kind=StatementFilter):
    found = kind(QueryDict(query), queryset=State.objects.states(), today=TODAY)
    assert found.is_valid(), found.form.errors
    return found


def keys(query):
    """The keys of the chosen statements, in order; the two ways to choose must agree."""
    found = found_by(query)
    few, many = list(chosen(found)), list(chosen(found, many=True))
    assert few == many
    by_pk = dict(Statement.objects.values_list("pk", "key"))
    return [by_pk[pk] for pk in few]


def test_without_a_choice_all_are_listed_newest_first():
    listed = keys("")
    assert len(listed) == 103
    assert listed[0] == "icbl_pol_20260220"
    # The joint statement before its excerpts: on one day in the order of entry.
    joint = [key for key in listed if key.startswith("jst_")]
    assert joint == ["jst_20250318", "jst_20250318_ihl", "jst_20250318_message", "jst_20250318_threat"]


@pytest.mark.parametrize(
    ("query", "number", "among", "not_among"),
    [
        ("state=UKR", 7, "ukr_notice_20250718", "hrw_ukr_20250724"),
        ("state=UKR&state=BLR", 8, "ryzhenkov_20250322", "zakharova_20250320"),
        ("region=oceania", 1, "obj_nzl_2025", "obj_nor_2025"),
        ("subregion=northern-europe&kind=objection", 1, "obj_nor_2025", "obj_aut_2025"),
        ("group=nato&kind=joint_statement", 5, "jst_20250318", "nobel_202506"),
        ("borders=BLR&kind=joint_statement", 5, "jst_20250318", "obj_nor_2025"),
        ("kind=objection", 6, "obj_che_20251017", "hrw_ukr_20250724"),
        ("kind=objection&kind=joint_statement", 11, "jst_20250318", "tusk_20250307"),
        ("stance=opposes_withdrawal&regarding=suspension", 10, "msp22_20251205", "unsg_20251201"),
        ("regarding=other_treaty", 2, "kasciunas_ccm_20240718", "tusk_20250307"),
        ("treaty=convention-on-cluster-munitions", 2, "icrc_ccm_20250306", "icrc_vp_202512"),
        ("organisation=united-nations", 3, "nakamitsu_20251201", "turk_20250702"),
        ("organisation=united-nations&q=race", 1, "unsg_20251201", "unsg_20250616"),
        ("speaker=tusk", 3, "tusk_20260219", "tomczyk_20260113"),
        ("justification=deterrence&state=POL", 5, "jst_20250318_message", "tusk_20250307"),
        ("justification=ongoing_armed_conflict", 3, "kostenko_20250629", "zelenskyy_20250715"),
        ("q=stigma", 1, "eide_20250402", "eide_20250319"),
        ("from=2026-01-01", 8, "icbl_pol_20260220", "lt_mnd_20251227"),
        ("to=2024-12-31", 2, "kallas_202412", "vaiksnoras_20250103"),
        ("on=2024-07-18", 1, "kasciunas_ccm_20240718", "kallas_202412"),
        ("state=&q=&from=", 103, "jst_20250318", "nobody"),
    ],
)
def test_statements_are_chosen(query, number, among, not_among):
    listed = keys(query)
    assert among in listed
    assert not_among not in listed
    assert len(listed) == number


def test_a_date_known_to_the_year_belongs_to_each_period_it_may_fall_in():
    assert "obj_nor_2025" in keys("kind=objection&from=2025-07-18&to=2025-12-31")
    assert "obj_nor_2025" not in keys("kind=objection&from=2026-01-01")
    assert "obj_nor_2025" not in keys("kind=objection&to=2024-12-31")


def test_a_date_known_to_the_month_counts_from_its_first_day():
    assert "kallas_202412" in keys("on=2024-12-01")
    assert "kallas_202412" not in keys("on=2024-11-30")


def test_a_justification_of_a_state_is_that_states_own():
    statement = StatementFactory(key="both", states=["NOR", "SWE"])
    CodingFactory(statement=statement, state=State.objects.get(iso3="SWE"))
    assert keys("justification=deterrence&state=SWE") == ["both"]
    assert keys("justification=deterrence&state=NOR") == []


def test_a_retired_coding_chooses_nothing():
    coding = CodingFactory(retired_on=TODAY, retired_because="misread")
    assert coding.statement.key not in keys("justification=deterrence")


@pytest.mark.parametrize(
    ("sort", "first", "last"),
    [
        ("date", "kasciunas_ccm_20240718", "icbl_pol_20260220"),
        ("-date", "icbl_pol_20260220", "kasciunas_ccm_20240718"),
        ("speaker", "stubb_20250704", "obj_nzl_2025"),
        ("-speaker", "kosiniak_202602", "obj_nzl_2025"),
        ("kind", "icbl_pol_20260220", "kasciunas_ccm_20240718"),
        ("stance", "coaker_20250623", "kasciunas_ccm_20240718"),
    ],
)
def test_an_order_is_the_databases_and_the_same_on_each(sort, first, last):
    listed = keys(f"sort={sort}")
    assert (listed[0], len(listed)) == (first, 103)
    assert listed[-1] == last


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("kind=rumour", "kind"),
        ("stance=against", "stance"),
        ("regarding=weather", "regarding"),
        ("justification=spite", "justification"),
        ("organisation=dca", "organisation"),
        ("treaty=no-treaty", "treaty"),
        ("state=PLN", "state"),
        ("from=2025", "from"),
        ("from=2025-03-01&to=2025-02-01", "to"),
        ("sort=title", "sort"),
        ("q=" + "a+" * 13, "q"),
        ("speaker=a&speaker=b", "speaker"),
        ("page=0", "page"),
    ],
)
def test_what_is_not_understood_is_named(query, parameter):
    found = StatementFilter(QueryDict(query), queryset=State.objects.states(), today=TODAY)
    assert list(found.problems) == [parameter]


@pytest.mark.parametrize(
    ("query", "states"),
    [
        ("", {"EST", "FIN", "LTU", "LVA", "POL", "UKR"}),
        ("regarding=suspension", {"UKR"}),
        ("region=europe&subregion=northern-europe", {"EST", "FIN", "LTU", "LVA"}),
        ("group=nato&borders=BLR", {"LTU", "LVA", "POL"}),
        ("to=2025-03-31&state=POL&state=FIN", {"POL"}),
        ("treaty=convention-on-cluster-munitions", {"LTU"}),
        ("on=2024-01-01", set()),
    ],
)
def test_codings_are_chosen(query, states):
    codings = chosen_codings(found_by(query, CodingFilter))
    assert {coding.state.iso3 for coding in codings.select_related("state")} == states
    assert codings.count() <= Coding.objects.count()


@pytest.mark.parametrize(
    ("query", "number"),
    [("", 32), ("verdict=wrong", 1), ("verdict=outdated", 5), ("q=minefield", 1), ("q=the+bejda", 3), ("q=poland", 10)],
)
def test_claims_are_chosen(query, number):
    found = ClaimFilter(QueryDict(query), queryset=Claim.objects.published(), today=TODAY)
    assert found.is_valid()
    assert found.qs.count() == number


@pytest.mark.parametrize(
    "query", ["", "region=europe", "q=poland", "q=race", "kind=objection&from=2025-07-18", "sort=date"]
)
@pytest.mark.parametrize("most", [5, 1000])
@pytest.mark.parametrize("guess", [False, True])
def test_a_list_is_the_same_whatever_was_guessed_of_its_length(monkeypatch, query, most, guess):
    monkeypatch.setattr("statements.filters.MOST_LISTED", most)
    found, wanted = found_by(query), list(chosen(found_by(query)))
    context = found.listing_in_database(
        [], partial(chosen, found), per_page=3, complete=list, probably_many=lambda: guess
    )
    assert list(context["page"].object_list) == wanted[:3]
    assert (context["count"], context["many"]) == (min(len(wanted), most), len(wanted) > most)
    assert list(context["rows"]) == wanted


@pytest.mark.parametrize(
    ("query", "many"),
    [("", True), ("region=europe", True), ("region=oceania", False), ("q=poland", True), ("sort=kind", False)],
)
def test_a_sample_tells_whether_much_is_chosen(monkeypatch, query, many):
    monkeypatch.setattr("statements.choice.SAMPLE", slice(0, 100))
    assert probably_many(found_by(query)) is many


@pytest.mark.parametrize("precision", ["day", "month", "year"])
def test_a_period_begins_with_what_may_fall_in_it(precision):
    StatementFactory(key="spring", date=day("2019-01-01"), date_precision=precision)
    assert ("spring" in keys("from=2019-01-01&to=2019-12-31")) is True
    assert ("spring" in keys("from=2019-06-01&to=2019-12-31")) is (precision == "year")
    assert "spring" not in keys("from=2020-01-01&to=2020-12-31")

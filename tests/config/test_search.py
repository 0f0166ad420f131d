"""One question to the whole record: what is found, in which order, and how it is shown."""

import json
import re
from html import unescape

import pytest
from django.utils import timezone
from django.utils.http import urlencode
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from config.search import Kind, alike, search
from sources.models import Source
from statements.models import Claim, Statement
from states.models import State
from tests.pages import body_of, words_of
from tests.statements.factories import StatementFactory

pytestmark = pytest.mark.django_db
quickly = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
QUESTIONS = ["poland", "po", "US", "cote", "mine", "stan", "kos", "withdrawal", "Tusk", "a", "lm2025", "pl", "republic"]
ABSURD = [
    *("%", "_", "%%", "\\", "'", '"', "' OR 1=1 --", "\x00", "po\x00land", "\ud7ff", "\ufffd", "\u202epoland", "שלום"),
    *("مرحبا", "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "<mark>", "{{ 7|add:7 }}", "🇵🇱"),
    *("😀" * 90, "x" * 100_000, "%" * 100_000, "a " * 1000, "-", "--", "..", "OR AND NOT NEAR(", '"*"', "ß", "中国"),
    *("\u0301", "*", "\t\n", "&amp;", "poland#x", "../../etc", "a&b=c", "0", "½"),
]  # fmt: skip


def found_by(typed):
    return search(typed, timezone.localdate())


def group_of(found, kind):
    return next((group for group in found.groups if group.kind is kind), None)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        *(("POL", "Poland"), ("pl", "Poland"), ("Poland", "Poland"), ("polska", "Poland"), ("  poland ", "Poland")),
        *(("usa", "United States"), ("US", "United States"), ("uk", "United Kingdom"), ("ukr", "Ukraine")),
        *(("cote d'ivoire", "Côte d'Ivoire"), ("CÔTE D’IVOIRE", "Côte d'Ivoire"), ("ivory coast", "Côte d'Ivoire")),
        *(("turkey", "Türkiye"), ("turkiye", "Türkiye"), ("Россия", "Russia"), ("swiss", "Switzerland")),
        *(("guinea", "Guinea"), ("niger", "Niger"), ("congo", "Congo"), ("lanka", "Sri Lanka"), ("kosovo", "Kosovo")),
        *(("England", "United Kingdom"), ("Persia", "Iran"), ("Gaza", "Palestine"), ("west bank", "Palestine")),
        *(("has poland left", "Poland"), ("Is Ukraine still bound?", "Ukraine"), ("dominica", "Dominica")),
    ],
)
def test_the_state_that_was_meant_stands_first(typed, first):
    group = found_by(typed).groups[0]
    assert group.kind is Kind.STATE
    assert group.best.title == first


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("po", ["Poland", "Portugal", "Singapore"]),
        ("korea", ["North Korea", "South Korea"]),
        ("poland and finland", ["Finland", "Poland"]),
    ],
)
def test_where_several_states_answer_alike_none_stands_above_the_others(typed, titles):
    group = found_by(typed).groups[0]
    assert group.best is None
    assert [hit.title for hit in group.hits] == titles


@pytest.mark.parametrize(
    ("typed", "kind", "first"),
    [
        ("ottawa", Kind.PAGE, "Ottawa Convention"),
        ("withdrawal", Kind.PAGE, "Withdrawals from the Ottawa Convention"),
        ("casualties", Kind.PAGE, "Casualties"),
        ("cluster munitions", Kind.PAGE, "Convention on Cluster Munitions"),
        ("deterrence", Kind.JUSTIFICATION, "Deterrence and signalling"),
        ("tusk", Kind.STATEMENT, "Prime Minister Tusk: the border can be mined within 48 hours"),
    ],
)
def test_the_kind_that_answers_best_stands_first(typed, kind, first):
    group = found_by(typed).groups[0]
    assert group.kind is kind
    assert group.hits[0].title == first


def test_a_source_is_found_by_its_key_before_those_that_only_contain_it():
    key = Source.objects.citable().order_by("pk").values_list("key", flat=True).first()
    hit = group_of(found_by(key), Kind.SOURCE).hits[0]
    assert hit.url == f"/sources/{key}/"


def test_titles_stand_before_texts_and_within_them_the_latest_first():
    ranks = [hit.rank for hit in group_of(found_by("poland"), Kind.STATEMENT).hits]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) > 1


@pytest.mark.parametrize("typed", QUESTIONS)
def test_what_is_counted_is_what_the_full_list_shows(client, typed):
    found = found_by(typed)
    assert {hit.place.pk for hit in (group_of(found, Kind.STATE) or ([], []))[1]} == set(
        State.objects.matching(typed).values_list("pk", flat=True)
    )
    for group in found.groups:
        if group.url:
            path, _, query = group.url.partition("?")
            listed = json.loads(body_of(client.get(f"{path[:-1]}.json?{query}")))
            assert listed["meta"]["count"] == len(group.hits)


def test_what_is_not_public_is_not_found():
    Source.objects.filter(citable=True).update(citable=False)
    assert {group.kind for group in found_by("poland").groups} == {Kind.STATE, Kind.JUSTIFICATION}


def test_what_was_retired_or_is_to_come_is_not_found():
    StatementFactory(title="Zanzibar tomorrow", date=timezone.localdate().replace(year=2099))
    retired = StatementFactory(title="Zanzibar taken back")
    Statement.objects.filter(pk=retired.pk).update(retired_on="2026-01-01", retired_because="a mistake")
    Claim.objects.update(retired_on="2026-01-01", retired_because="a mistake")
    assert found_by("zanzibar").groups == []
    assert group_of(found_by("poland"), Kind.CLAIM) is None


def test_the_answer_of_the_best_state_is_the_sentence_of_its_profile(client):
    response = client.get("/search/?q=poland")
    html = response.content.decode()
    assert "Poland withdrew: it ceased to be a State Party on 20 February 2026" in words_of(response)
    assert html.index("Poland withdrew") < html.index('id="statement"')
    for answer in found_by("poland").groups[0].best.answers:
        assert answer.sentence in words_of(client.get("/states/poland/"))


def test_another_area_is_found_and_has_no_standing(client):
    text = words_of(client.get("/search/?q=kosovo"))
    assert "Kosovo is not among the states that this site counts" in text


def test_a_misspelt_name_is_asked_about(client):
    assert 'href="/states/poland/"' in client.get("/search/?q=polnad").content.decode()
    assert [place.name for place in found_by("ukrane").alike] == ["Ukraine"]
    assert found_by("qqqqqqqq").alike == []


def test_an_address_mistyped_is_compared_in_the_same_way():
    assert [place.name for place in alike("ivory-coast")] == ["Côte d'Ivoire"]
    assert [place.name for place in alike("lithunia")] == ["Lithuania"]
    assert alike("") == []


def test_what_was_found_is_marked_with_its_accents(client):
    html = client.get("/search/?q=turkiye").content.decode()
    assert "<mark>Türkiye</mark>" in html
    assert "<mark>Turkey</mark>" in client.get("/search/?q=turkey").content.decode()


@pytest.mark.parametrize("typed", [*QUESTIONS, *ABSURD], ids=range(len(QUESTIONS) + len(ABSURD)))
def test_any_question_gets_a_page_within_ten_queries(client, django_assert_max_num_queries, typed):
    with django_assert_max_num_queries(10):
        response = client.get(f"/search/?{urlencode({'q': typed})}")
    html = response.content.decode()
    assert response.status_code == 200
    assert len(html) < 60_000
    for harmful in ("<script>", "<img", "alert(1)<", "\x00"):
        assert harmful not in html
    assert "What can be found" in html or response.context_data["found"].groups


@pytest.mark.parametrize("query", ["q=%ED%A0%80", "q=%FF%FE", "q=%", "q=%zz", "q[]=1", "q=a&q=b", "&&&", "q", "kind=x"])
def test_a_broken_query_string_gets_a_page(client, query):
    assert client.get(f"/search/?{query}").status_code == 200


@quickly
@given(typed=st.text(max_size=60) | st.text("polandtürky '%_<&\u0301ß中", max_size=12))
def test_whatever_is_typed_the_page_and_the_download_agree(client, typed):
    query = urlencode({"q": typed})
    page = client.get(f"/search/?{query}")
    assert page.status_code == 200
    download = client.get(f"/search.json?{query}")
    assert (download.status_code == 400) == bool(page.context_data["filter"].problems)
    if download.status_code == 200:
        assert json.loads(body_of(download))["meta"]["count"] == len(page.context_data["found"].hits)
    tags = {re.split(r"[\s/>]", tag.lstrip("/"))[0] for tag in re.findall(r"<([^>]*)", page.content.decode())}
    assert tags <= {
        *("!DOCTYPE", "html", "head", "meta", "title", "link", "body", "a", "header", "form", "label", "div", "input"),
        *("button", "nav", "ul", "li", "main", "h1", "h2", "h3", "p", "b", "section", "ol", "mark", "span", "time"),
        *("footer", "script", ""),
    }


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        (f"q={'x' * 201}", "at most 200 characters"),
        ("q=po%00land", "Null characters are not allowed"),
        (f"q={'a+' * 13}", "at most 12 words"),
        ("q=a&q=b", "Given more than once"),
    ],
)
def test_what_is_not_understood_gets_its_reason_and_no_result(client, query, reason):
    response = client.get(f"/search/?{query}")
    html = unescape(response.content.decode())
    assert 'aria-invalid="true" aria-describedby="id_q_error"' in html
    assert reason in re.search(r'id="id_q_error".*?</ul>', html, re.DOTALL)[0]
    assert response.context_data["found"].groups == []
    assert list(client.get(f"/search.json?{query}").json()["errors"]) == ["q"]


def test_the_download_has_what_the_page_found(client):
    answer = json.loads(body_of(client.get("/search.json?q=poland")))
    assert answer["results"][0] == {
        "kind": "state", "title": "Poland", "url": "/states/poland/", "text": None, "remark": None
    }  # fmt: skip
    assert {row["kind"] for row in answer["results"]} >= {"state", "statement", "source", "claim"}

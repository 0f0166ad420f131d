"""The pages of statements, justifications and claims, and their downloads."""

import csv
import io
import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sources.models import Source
from statements.models import Coding, Statement
from tests.pages import Outline, Page, body_of, words_of
from tests.statements import generated
from tests.statements.factories import StatementFactory

pytestmark = pytest.mark.django_db
PAGES = [
    Page("/statements/", "103 statements, up to", 8),
    Page("/statements/?state=POL&justification=deterrence&q=poland", "5 statements, up to", 8),
    Page("/statements/?organisation=united-nations&speaker=guterres", "2 statements, up to", 8),
    Page("/statements/?q=xyzzy", "0 statements, up to", 8),
    Page("/statements/jst_20250318/", "What answered it", 10),
    Page("/statements/obj_nor_2025/", "No exact words are on record", 10),
    Page("/justifications/", "All 6 states gave: Heightened threat from Russia (and Belarus)", 8),
    Page("/justifications/?on=1997-01-01", "No state is on record with a justification here", 8),
    Page("/justifications/deterrence/", "raises the cost that an attacker must expect", 8),
    Page("/claims/", "32 claims", 3),
    Page("/claims/?verdict=wrong", "1 claim,", 3),
]


def csv_rows(client, address):
    return list(csv.DictReader(io.StringIO(body_of(client.get(address)).decode())))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.address)
def test_a_page_says_what_it_should_in_few_queries(client, page, django_assert_max_num_queries):
    with django_assert_max_num_queries(page.queries):
        response = client.get(page.address)
    assert response.status_code == 200
    assert page.text in words_of(response)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.address)
def test_a_page_reads_well_aloud(client, page):
    outline = Outline(body_of(client.get(page.address)).decode())
    assert outline.headings[0] == "h1"
    assert outline.headings.count("h1") == 1
    assert len(outline.ids) == len(set(outline.ids))
    assert set(outline.fields) <= outline.labelled | set(outline.ids)
    assert outline.headers_without_scope == 0


@pytest.mark.parametrize("address", ["/statements/", "/statements/?state=POL", "/justifications/"])
def test_the_number_of_queries_stays_as_statements_grow(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    generated.add(300)
    with CaptureQueriesContext(connection) as many:
        client.get(address)
    assert len(many) == len(few) <= 8


@pytest.mark.parametrize("address", ["/statements/nobody/", "/justifications/spite/", "/statements/?page=9"])
def test_what_is_not_there_is_a_page_that_helps(client, address):
    response = client.get(address)
    assert response.status_code == 404
    assert "Not found" in words_of(response)


def test_a_statement_without_a_source_that_can_be_cited_is_shown_nowhere(client):
    statement = StatementFactory(key="lead", title="A mere lead", sources=[Source.objects.get(citable=False)])
    assert client.get(statement.get_absolute_url()).status_code == 404
    assert "A mere lead" not in words_of(client.get("/statements/?state=NOR"))


def test_a_joint_statement_stands_once_with_all_that_issued_it(client):
    words = words_of(client.get("/statements/?q=alliance+flank&kind=joint_statement"))
    assert "1 statement," in words
    assert "Estonia, Latvia, Lithuania, Poland" in words
    for state in ("EST", "LVA", "LTU", "POL"):
        assert "jst_20250318" in body_of(client.get(f"/statements/?state={state}&q=alliance+flank")).decode()


def test_one_statement_says_who_what_and_according_to_whom(client):
    response = client.get("/statements/tsahkna_20250627/")
    html, words = body_of(response).decode(), words_of(response)
    assert '<blockquote id="quotation" lang="en">' in html
    assert "<mark>we must not impose unilateral restrictions on armaments</mark>" in html
    assert re.search(
        r'<a href="/justifications/adversary_not_party/" aria-label="\d+: Adversary not bound; military asymmetry">',
        html,
    )
    assert "A translation, as published in English by Espreso." in words
    for fact in ("Estonia", "Margus Tsahkna, Minister of Foreign Affairs", "27 June 2025", "Estonian", "Espreso"):
        assert fact in words
    assert 'href="/sources/espreso_est_20250628/"' in html


def test_an_objection_opposes_the_suspension_and_says_what_it_answers(client):
    words = words_of(client.get("/statements/obj_che_20251017/"))
    assert "Stance opposes the suspension" in words
    assert "Answers Ukraine's notification of suspension , 18 July 2025" in words.replace("suspension,", "suspension ,")
    assert "obj_che_20251017" in body_of(client.get("/statements/ukr_notice_20250718/")).decode()


def test_another_treatys_withdrawal_is_named(client):
    words = words_of(client.get("/statements/kasciunas_ccm_20240718/"))
    assert "withdrawal from the Convention on Cluster Munitions" in words
    assert "supports withdrawal from another treaty" in words


def test_a_cell_of_the_matrix_leads_to_as_many_statements(client):
    response = client.get("/justifications/?regarding=withdrawal&to=2025-12-31")
    cells = [
        (link, response.context_data["address"])
        for link in Outline(body_of(response).decode()).links
        if link.startswith(response.context_data["address"])
    ]
    matrix = response.context_data["matrix"]
    counts = [cell.number for line in matrix.reasons + matrix.pledges for cell in line.cells if cell.number]
    assert len(cells) == len(counts)
    for (link, _), count in zip(cells, counts, strict=True):
        assert client.get(link).context_data["count"] == count, link


def test_the_six_states_share_one_justification_and_only_one(client):
    matrix = client.get("/justifications/").context_data["matrix"]
    assert [state.iso3 for state in matrix.states] == ["EST", "FIN", "LVA", "LTU", "POL", "UKR"]
    assert [line.justification.code for line in matrix.shared] == ["heightened_threat_russia_belarus"]
    alone = {line.justification.code: line.states[0].iso3 for line in matrix.alone}
    assert alone == {
        "border_fortification": "POL",
        "ongoing_armed_conflict": "UKR",
        "unforeseen_change_of_circumstances": "UKR",
        "no_plans_to_use": "EST",
    }


def test_what_is_shared_is_computed(client):
    Coding.objects.filter(justification__code="heightened_threat_russia_belarus", state__iso3="UKR").delete()
    assert "No justification is given by all 6 states." in words_of(client.get("/justifications/"))


def test_pledges_stand_apart_from_reasons(client):
    words = words_of(client.get("/justifications/"))
    before, _, after = words.partition("Pledges about conduct, which are no reasons")
    assert "Deterrence and signalling" in before
    assert "Pledge to keep to humanitarian law" in after
    assert "Deterrence and signalling" not in after


def test_a_justification_shows_its_passages_state_by_state(client):
    words = words_of(client.get("/justifications/wartime_use_only/?state=FIN"))
    assert "3 passages" in words
    assert "We will lay mines only if we are facing a military attack." in words
    assert "In summary: It accompanied the decision of the President." in words
    assert "According to Finnish Ministry of Defence" in words


def test_the_verdicts_are_explained_beside_the_claims(client):
    words = words_of(client.get("/claims/?verdict=unverifiable"))
    assert "Cannot be checked with the sources that exist." in words
    assert "no credible count of emplaced mines exists" in words


def test_a_claim_leads_to_the_page_that_shows_the_fact(client):
    html = body_of(client.get("/claims/?q=leash")).decode()
    assert 'id="seed-20"' in html
    assert '<a href="/statements/bejda_20250319_b/">See the record</a>' in html


@pytest.mark.parametrize(
    ("address", "columns"),
    [
        (
            "/statements",
            "key,date,kind,title,issuers,speaker,role,language,quote,translation,summary,stance,regarding,"
            "justifications,sources",
        ),
        ("/justifications", "iso3,state,justification,statement,date,passage"),
        ("/justifications/deterrence", "iso3,state,justification,statement,date,passage"),
        ("/claims", "n,claim,verdict,finding,sources"),
    ],
)
def test_a_download_has_the_promised_columns(client, address, columns):
    assert body_of(client.get(f"{address}.csv")).decode().splitlines()[0] == columns
    answer = json.loads(body_of(client.get(f"{address}.json")))
    assert ",".join(answer["results"][0]) == columns
    assert answer["meta"]["count"] == len(answer["results"]) == len(csv_rows(client, f"{address}.csv"))


def test_a_download_of_statements_says_what_the_record_says(client):
    [row] = csv_rows(client, "/statements.csv?q=alliance+flank&kind=joint_statement")
    assert row["issuers"] == "EST|LVA|LTU|POL"
    assert (row["date"], row["speaker"], row["stance"]) == ("2025-03-18", "", "supports_withdrawal")
    assert row["justifications"].split("|")[0] == "heightened_threat_russia_belarus"
    [row] = csv_rows(client, "/statements.csv?state=NZL")
    assert (row["date"], row["quote"], row["regarding"]) == ("2025", "", "suspension")
    [row] = csv_rows(client, "/statements.csv?organisation=danchurchaid")
    assert (row["date"], row["issuers"]) == ("2025-03", "DanChurchAid")


def test_a_download_has_all_rows_and_with_a_page_only_that(client):
    assert len(csv_rows(client, "/statements.csv")) == 103
    assert len(csv_rows(client, "/statements.csv?page=3")) == 3
    page = client.get("/statements/?sort=date").context_data["page"]
    keys = list(Statement.objects.filter(pk__in=page.object_list).values_list("key", flat=True))
    assert {row["key"] for row in csv_rows(client, "/statements.csv?sort=date&page=1")} == set(keys)


def test_a_long_list_can_be_paged_through_to_a_limit_and_downloaded_whole(client):
    generated.add(1000)
    response = client.get("/statements/?page=20")
    assert "More than 1,000 statements" in words_of(response)
    assert client.get("/statements/?page=21").status_code == 404
    assert json.loads(body_of(client.get("/statements.json")))["meta"]["count"] == 1103
    assert "The first 1,000 can be paged through" in words_of(response)


@pytest.mark.parametrize("address", ["/statements", "/justifications", "/justifications/deterrence", "/claims"])
@pytest.mark.parametrize("query", ["q=a&q=b", "colour=red", "page=x"])
def test_a_download_refuses_what_it_does_not_understand(client, address, query):
    response = client.get(f"{address}.json?{query}")
    assert response.status_code == 400
    assert list(json.loads(body_of(response))["errors"]) == [query.partition("=")[0]]

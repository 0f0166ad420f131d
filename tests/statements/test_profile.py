"""What one state said, for its profile and its JSON."""

import json
import re
from html import unescape

import pytest
from django.template.loader import render_to_string

from statements.profile import justifications_as_json, justifications_of, statements_as_json, statements_of
from statements.tables import STATEMENT_COLUMNS
from states.models import State
from tests.pages import body_of
from tests.treaties.acts import day
from treaties.models import Treaty

pytestmark = pytest.mark.django_db
TODAY, TREATY = day("2026-11-23"), "ottawa-convention"


def stated_by(iso3, on=TODAY):
    state = State.objects.get(iso3=iso3)
    said = statements_of(state, on)
    return said, justifications_of(state, said)


def test_three_queries_tell_all(django_assert_num_queries):
    state = State.objects.get(iso3="POL")
    with django_assert_num_queries(3):
        justifications_of(state, statements_of(state, TODAY))


def test_a_joint_statement_stands_under_each_of_its_issuers():
    for iso3 in ("EST", "LVA", "LTU", "POL"):
        said, _ = stated_by(iso3)
        assert "jst_20250318" in {row.statement.key for row in said[TREATY]}


def test_statements_stand_under_their_treaty_newest_first():
    said, given = stated_by("LTU")
    assert [row.statement.key for row in said["convention-on-cluster-munitions"]] == ["kasciunas_ccm_20240718"]
    assert [one.justification.code for one in given["convention-on-cluster-munitions"]] == ["adversary_not_party"]
    days = [row.when.day for row in said[TREATY]]
    assert days == sorted(days, reverse=True)


def test_quotations_come_first():
    _, given = stated_by("POL")
    quoted = [bool(one.passages[0].words) for one in given[TREATY]]
    assert quoted == sorted(quoted, reverse=True)
    assert not all(quoted)
    for one in given[TREATY]:
        words = [bool(passage.words) for passage in one.passages]
        assert words == sorted(words, reverse=True)


def test_nothing_is_known_before_it_was_said():
    said, given = stated_by("POL", day("2025-03-17"))
    assert [row.statement.key for row in said[TREATY]] == ["tusk_20250307", "tusk_20250307_b"]
    assert {one.justification.code for one in given[TREATY]} == {"defence_flexibility", "adversary_not_party"}


def test_a_state_that_said_nothing_has_nothing():
    said, given = stated_by("PER")
    assert (said[TREATY], given[TREATY]) == ([], [])


def test_the_json_is_that_of_the_downloads():
    said, given = stated_by("UKR")
    statements = json.loads(json.dumps(statements_as_json(said[TREATY])))
    assert list(statements[0]) == [column.key for column in STATEMENT_COLUMNS]
    assert statements[0]["issuers"] == ["UKR"]
    first, *_ = json.loads(json.dumps(justifications_as_json(given[TREATY])))
    assert list(first) == ["justification", "kind", "statement", "date", "passage"]
    assert None in {row["passage"] for row in justifications_as_json(given[TREATY])}


@pytest.mark.parametrize(("iso3", "text"), [("POL", "All 18 statements of Poland"), ("PER", "No justification is on")])
def test_the_profiles_parts_render(iso3, text):
    said, given = stated_by(iso3)
    context = {"treaty": Treaty.objects.get(slug=TREATY), "state": State.objects.get(iso3=iso3)}
    html = render_to_string("statements/_profile_justifications.html", context | {"justifications": given[TREATY]})
    html += render_to_string("statements/_profile_statements.html", context | {"statements": said[TREATY]})
    assert text in html


def test_the_links_of_a_past_day_count_what_had_been_said_by_then(client):
    html = client.get("/states/poland/?on=2025-09-01").content.decode()
    links = re.findall(r'href="([^"]*justification=[^"]*)">(?:All (\d+)|Both) statements in which', html)
    assert links
    for address, number in links:
        found = json.loads(body_of(client.get(unescape(address).replace("/?", ".json?"))))
        assert len(found["results"]) == int(number or 2)

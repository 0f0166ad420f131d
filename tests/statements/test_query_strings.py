"""Any query string is answered, refused with its reason or not found: never an error, never a wrong list."""

import pytest
from django.utils.http import urlencode
from hypothesis import given
from hypothesis import strategies as st

from tests.query_strings import check_that_page_and_download_agree, query_strings, quickly

pytestmark = pytest.mark.django_db

LISTS = ["/statements/", "/justifications/", "/justifications/deterrence/", "/claims/"]
NAMES = [
    *("on", "region", "subregion", "group", "borders", "state", "from", "to", "q", "sort", "page", "kind", "stance"),
    *("regarding", "justification", "speaker", "organisation", "treaty", "verdict"),
]
VALUES = [
    *("", "2025-12-27", "2025-13-45", "0001-01-01", "9999-12-31", "europe", "atlantis", "nato", "RUS", "POL", "zzz"),
    *("objection", "opposes_withdrawal", "suspension", "deterrence", "united-nations", "ottawa-convention", "wrong"),
    *("tusk", "mines AND NOT", '"', "'", "*", "poland*", "a:b", "(", "& |", "!x", "NEAR(a b)", "%", "_", "\x00", "<b>"),
    *("-date", "speaker", "n", "1", "0", "-1", "99999999999999999999", "٢٠٢٥-٠١-٠١", "\ud7ff", "a" * 5000, "ﬁ", "ß"),
]
queries = query_strings(NAMES, VALUES)


@pytest.mark.parametrize("address", LISTS)
@quickly
@given(query=queries)
def test_page_and_download_answer_and_agree(client, address, query):
    check_that_page_and_download_agree(client, address, query)


@quickly
@given(query=queries)
def test_the_feed_answers_as_the_page_does(client, query):
    page = client.get(f"/statements/?{urlencode(query)}")
    feed = client.get(f"/statements.atom?{urlencode(query)}")
    refused = page.status_code == 200 and page.context_data["filter"].problems
    assert feed.status_code == (400 if refused else 200)


@quickly
@given(text=st.text(max_size=30))
def test_any_words_can_be_searched_for(client, text):
    for name in ("q", "speaker"):
        assert client.get("/statements/", {name: text}).status_code == 200

"""Any query string is answered, refused with its reason or not found: never an error, never a wrong list."""

import json
import string

import pytest
from django.utils.http import urlencode
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.pages import body_of

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
queries = st.lists(
    st.tuples(
        st.sampled_from(NAMES) | st.text(string.printable, max_size=8),
        st.sampled_from(VALUES) | st.text(max_size=12).filter(lambda text: text.isprintable()),
    ),
    max_size=5,
)
quickly = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("address", LISTS)
@quickly
@given(query=queries)
def test_page_and_download_answer_and_agree(client, address, query):
    page = client.get(f"{address}?{urlencode(query)}")
    download = client.get(f"{address[:-1]}.json?{urlencode(query)}")
    answer = json.loads(body_of(download))
    if page.status_code == 404:
        assert download.status_code == 404
    elif page.context_data["filter"].problems:
        assert (page.status_code, download.status_code) == (200, 400)
        assert set(answer["errors"]) == set(page.context_data["filter"].problems)
    else:
        assert answer["meta"]["count"] == len(answer["results"])


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

"""Query strings that nobody means, and what page and download say of one."""

import json
import string

from django.utils.http import urlencode
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from tests.pages import body_of

quickly = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def query_strings(names, values):
    """Up to five parameters: known names and values, and any others, in any mixture."""
    name = st.sampled_from(names) | st.text(string.printable, max_size=8)
    value = st.sampled_from(values) | st.text(max_size=12).filter(lambda text: text.isprintable())
    return st.lists(st.tuples(name, value), max_size=5)


def check_that_page_and_download_agree(client, address, query):
    """Both find nothing there, or refuse for the same parameters, or answer in full."""
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

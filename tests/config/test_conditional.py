"""A page that has not changed is not sent twice."""

import pytest

from states.models import State

pytestmark = pytest.mark.django_db
ADDRESSES = ["/", "/states/poland/", "/treaties/ottawa-convention/map.svg", "/states/poland.json", "/states/poland.bib"]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("coding", ["gzip", "identity"])
def test_an_unchanged_page_is_not_sent_again(client, address, coding):
    first = client.get(address, headers={"accept-encoding": coding})
    headers = {"accept-encoding": coding, "if-none-match": first["ETag"]}
    assert (first.status_code, client.get(address, headers=headers).status_code) == (200, 304)
    State.objects.filter(iso3="POL").update(note="Changed.", article="the")
    assert client.get("/states/poland/", headers=headers).status_code == 200

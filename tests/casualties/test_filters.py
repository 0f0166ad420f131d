"""What may be asked of the lists of casualties, under which names, and what is refused."""

import re

import pytest
from django.http import QueryDict

from casualties.filters import name_used
from tests.pages import body_of

pytestmark = pytest.mark.django_db
ADDRESSES = ["/casualties", "/casualties/2023"]


def asked(client, address, query):
    """What a list's filter made of a query string."""
    return client.get(f"{address}/?{query}").context_data["filter"]


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("edition=newest", "edition"),
        ("edition=1999", "edition"),
        ("from=99", "from"),
        ("from=1998", "from"),
        ("to=٢٠٢٠", "to"),
        ("from=2020&to=2019", "to"),
        ("area=ZZZ", "area"),
        ("standing=member", "standing"),
        ("sort=deaths", "sort"),
        ("state=ZZZ", "state"),
        ("status=member", "status"),
        ("state=POL&state=ZZZ&area=", "state"),
        ("area=POL&state=ZZZ", "area"),
        ("kind=state", "kind"),
    ],
)
def test_a_question_that_is_not_understood_is_refused_by_name(client, query, parameter):
    response = client.get(f"/casualties.json?{query}")
    assert response.status_code == 400
    assert list(response.json()["errors"]) == [parameter]
    if parameter != "kind":
        assert "the question was not understood" in client.get(f"/casualties/?{query}").content.decode()


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    ("query", "same"),
    [
        ("state=UKR", "area=UKR"),
        ("state=WLD", "area=WLD"),
        ("state=MMR&state=SYR&sort=-total", "area=MMR&area=SYR&sort=-total"),
        ("status=party&on=2023-12-31", "standing=party&on=2023-12-31"),
        ("state=MMR&status=non_party&region=asia", "area=MMR&standing=non_party&region=asia"),
        ("area=MMR&state=SYR", "area=MMR&area=SYR"),
        ("area=MMR&state=MMR", "area=MMR"),
        ("standing=party&status=non_party", "standing=party&standing=non_party"),
        ("state=&status=", ""),
        ("area=&state=UKR", "area=UKR"),
    ],
)
def test_either_name_finds_the_same_figures(client, address, query, same):
    for form in ("csv", "spreadsheet.csv"):
        assert body_of(client.get(f"{address}.{form}?{query}")) == body_of(client.get(f"{address}.{form}?{same}"))
    page, other = client.get(f"{address}/?{query}"), client.get(f"{address}/?{same}")
    assert list(page.context_data["rows"]) == list(other.context_data["rows"])
    assert page.context_data.get("area_name") == other.context_data.get("area_name")


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_links_of_a_list_keep_the_name_that_was_used(client, address):
    html = client.get(f"{address}/?state=UKR&state=MMR&status=party&status=non_party").content.decode()
    query = "?state=UKR&amp;state=MMR&amp;status=party&amp;status=non_party"
    assert f'href="{address}.csv{query}"' in html
    assert f'href="{address}.json{query}"' in html
    assert f"{query}&amp;sort=total" in html


def test_every_value_under_another_name_is_shown_and_can_be_taken_back(client):
    found = asked(client, "/casualties", "state=UKR&state=WLD&status=party")
    assert found.applied == [
        ("State or area", "Ukraine", "?state=WLD&status=party"),
        ("State or area", "The world", "?state=UKR&status=party"),
        ("Treaty standing", "State Party", "?state=UKR&state=WLD"),
    ]


@pytest.mark.parametrize(
    ("query", "names", "absent"),
    [
        ("", ("area", "standing"), ("state", "status")),
        ("state=UKR&status=party", ("state", "status"), ("area", "standing")),
        ("state=UKR&area=MMR", ("area", "standing"), ("state", "status")),
    ],
)
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_form_has_one_field_for_both_names(client, address, query, names, absent):
    fields = re.findall(r'name="(\w+)"', client.get(f"{address}/?{query}").content.decode())
    assert set(names) <= set(fields)
    assert not set(absent) & set(fields)


@pytest.mark.parametrize("name", ["area", "state", "standing", "status"])
def test_a_reason_stands_at_the_field_under_the_name_that_was_used(client, name):
    response = client.get(f"/casualties/?{name}=zzz")
    html, found = response.content.decode(), response.context_data["filter"]
    assert f'<a href="#id_{name}">{name}</a>: “zzz” is not known.' in html
    assert f'id="id_{name}' in html
    assert [reason[:17] for reason in found.form[name].errors] == ["“zzz” is not know"]
    assert html.count('class="errorlist"') == 1
    assert found.unknown == []


def test_what_one_request_calls_a_field_the_next_does_not(client):
    assert "state" in asked(client, "/casualties", "state=UKR").form.fields
    assert "area" in asked(client, "/casualties", "").form.fields


def test_a_list_asked_by_another_name_needs_no_more_queries(client, django_assert_max_num_queries):
    for address in ("/casualties/?state=UKR&status=party", "/casualties/2016/?state=UKR&status=party&area=IRQ"):
        with django_assert_max_num_queries(8):
            assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("", "area"),
        ("state=", "area"),
        ("state=POL", "state"),
        ("area=&state=POL", "state"),
        ("area=A&state=B", "area"),
    ],
)
def test_the_name_used_is_the_one_with_values(query, name):
    assert name_used(QueryDict(query), "area", "state") == name


def test_the_data_page_tells_both_names(client):
    html = client.get("/data/").content.decode()
    assert "<code>area</code> is another name of <code>state</code>" in html
    assert "<code>standing</code> of <code>status</code>" in html

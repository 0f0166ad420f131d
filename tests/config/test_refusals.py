"""What cannot be answered is refused with a page that helps, or with a reason as JSON."""

import pytest
from django.core.exceptions import SuspiciousOperation
from django.test import Client

from config.refusals import bad_request

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/nowhere/", "/states/atlantis/", "/treaties/atlantis/", "/sources/atlantis/"])
def test_an_unknown_address_gets_a_page_that_helps(client, address):
    response = client.get(address)
    assert response.status_code == 404
    assert "list of states" in response.content.decode()


@pytest.mark.parametrize("typed", ["turkey", "ivory-coast", "POL", "usa", "polnad", "ukrain"])
def test_an_address_close_to_a_states_name_leads_to_the_state(client, typed):
    assert "Were you looking for" in client.get(f"/states/{typed}/").content.decode()


def test_a_host_that_is_not_the_sites_is_refused_without_being_named(client):
    page = client.get("/states/", headers={"host": "elsewhere.example"})
    assert page.status_code == 400
    assert "The site does not answer to the name in this address." in page.content.decode()
    assert "elsewhere.example" not in page.content.decode()
    file = client.get("/states.json", headers={"host": "elsewhere.example"})
    assert (file.status_code, list(file.json()["errors"])) == (400, ["host"])


def test_a_request_refused_for_another_reason_says_so(rf):
    response = bad_request(rf.get("/states.json"), SuspiciousOperation("A secret of the inside"))
    assert response.status_code == 400
    assert response.content == b'{"errors": {"request": ["The request cannot be read."]}}'


@pytest.mark.parametrize("address", ["/states/?" + "q=a&" * 1001, "/states/"])
def test_a_refusal_asks_the_database_nothing(client, django_assert_num_queries, address):
    with django_assert_num_queries(0):
        response = client.get(address, headers={"host": "elsewhere.example"} if address == "/states/" else {})
    assert response.status_code == 400


def test_an_error_page_needs_no_database_and_names_no_cause(client):
    from django.template.loader import render_to_string

    assert "Something went wrong" in render_to_string("500.html")


def test_a_page_number_beyond_a_list_resembles_no_state(client):
    response = client.get("/states/?page=2")
    assert response.status_code == 404
    assert "Were you looking for" not in response.content.decode()


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_the_public_pages_take_nothing_in_and_say_so_on_a_page_of_the_site(method):
    response = getattr(Client(enforce_csrf_checks=True), method)("/search/")
    assert response.status_code == 403
    assert "The public pages can only be read" in response.content.decode()
    assert not response.cookies


def test_a_file_that_is_written_to_answers_in_json():
    response = Client(enforce_csrf_checks=True).post("/states.json")
    assert (response.status_code, response.json()) == (403, {"errors": {"request": ["This address can only be read."]}})

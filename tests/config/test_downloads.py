"""CSV and JSON: the columns others rely on, and the very rows of the page."""

import csv
import io
import json

import pytest

from sources.models import Source
from tests.pages import body_of

pytestmark = pytest.mark.django_db
TREATY = "/treaties/ottawa-convention"
CLUSTER = "/treaties/convention-on-cluster-munitions"


def csv_rows(client, address):
    return list(csv.DictReader(io.StringIO(body_of(client.get(address)).decode())))


def json_answer(client, address):
    return json.loads(body_of(client.get(address)))


def as_text(value):
    if isinstance(value, list):
        return "|".join(value)
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


@pytest.mark.parametrize(
    ("address", "columns"),
    [
        (
            f"{TREATY}/status",
            "iso3,state,region,subregion,status,since,bound,contested,signed,consent,consent_kind,in_force,"
            "withdrawal_received,withdrawal_effective,next_change",
        ),
        (f"{TREATY}/record", "treaty,iso3,state,kind,date,effective_on,note,sources"),
        (f"{TREATY}/withdrawals", "iso3,state,received,effective,days_left,hold,steps"),
        ("/states", "iso3,name,official_name,region,subregion,groups,borders,url"),
    ],
)
def test_a_download_has_the_promised_columns_first(client, address, columns):
    header = body_of(client.get(f"{address}.csv")).decode().splitlines()[0].split(",")
    assert header[: columns.count(",") + 1] == columns.split(",")
    assert list(json_answer(client, f"{address}.json")["results"][0]) == header


@pytest.mark.parametrize("address", [f"{TREATY}/status", f"{TREATY}/record", "/states", "/sources", "/treaties"])
def test_csv_and_json_say_the_same(client, address):
    from_csv, from_json = csv_rows(client, f"{address}.csv"), json_answer(client, f"{address}.json")["results"]
    assert len(from_csv) == len(from_json)
    for text, typed in zip(from_csv, from_json, strict=True):
        for key, value in typed.items():
            assert text[key] == as_text(value)


@pytest.mark.parametrize(
    ("address", "day", "counters"),
    [
        (TREATY, "2026-11-23", {"deposited": 161, "in_force": 161}),
        (TREATY, "2025-12-27", {"deposited": 163, "in_force": 163}),
        (TREATY, "2025-12-26", {"deposited": 166, "in_force": 166}),
        (TREATY, "2025-08-31", {"deposited": 166, "in_force": 164}),
        (TREATY, "2025-07-15", {"deposited": 166, "in_force": 164}),
        (CLUSTER, "2025-03-06", {"deposited": 111, "in_force": 111}),
    ],
)
def test_the_counters_of_a_day_are_those_of_its_list(client, address, day, counters):
    answer = json_answer(client, f"{address}/status.json?on={day}")
    assert answer["meta"]["counters"] == counters
    assert sum(row["bound"] for row in answer["results"]) == counters["in_force"]


def test_the_counters_are_the_treatys_also_where_a_filter_applies(client):
    answer = json_answer(client, f"{TREATY}/status.json?on=2026-11-23&region=europe")
    assert answer["meta"]["counters"]["in_force"] == 161
    assert answer["meta"]["count"] == 44


def test_a_standing_as_json_is_typed(client):
    [row] = json_answer(client, f"{TREATY}/status.json?on=2026-11-23&state=POL")["results"]
    assert row == {
        "iso3": "POL",
        "state": "Poland",
        "region": "Europe",
        "subregion": "Eastern Europe",
        "status": "withdrawn",
        "since": "2026-02-20",
        "bound": False,
        "contested": False,
        "signed": "1997-12-04",
        "consent": "2012-12-27",
        "consent_kind": "ratification",
        "in_force": "2013-06-01",
        "withdrawal_received": "2025-08-20",
        "withdrawal_effective": "2026-02-20",
        "next_change": None,
    }


def test_a_pending_withdrawal_counts_its_days(client):
    [row] = json_answer(client, f"{TREATY}/withdrawals.json?on=2026-01-14&state=POL")["results"]
    assert (row["received"], row["effective"], row["days_left"], row["hold"]) == (
        "2025-08-20",
        "2026-02-20",
        37,
        False,
    )


def test_the_record_names_the_sources_of_an_act(client):
    [row] = json_answer(client, f"{TREATY}/record.json?state=TON")["results"]
    assert row["kind"] == "accession"
    assert row["effective_on"] == "2025-12-01"
    assert "icbl-tonga-2025" in row["sources"]


def test_what_only_a_lead_supports_is_not_in_the_record(client):
    kinds = {row["kind"] for row in csv_rows(client, f"{TREATY}/record.csv")}
    assert "provisional_application" not in kinds
    assert "provisional_application" in {row["kind"] for row in csv_rows(client, f"{CLUSTER}/record.csv")}


def test_a_download_without_a_page_is_whole_and_with_one_is_that_page(client):
    whole = csv_rows(client, f"{TREATY}/record.csv")
    assert len(whole) == 305
    assert csv_rows(client, f"{TREATY}/record.csv?page=2") == whole[200:]


def test_a_download_is_streamed_and_has_a_name(client):
    response = client.get(f"{TREATY}/status.csv")
    assert response.streaming
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="treaties-ottawa-convention-status.csv"'


@pytest.mark.parametrize(
    "address", ["/nowhere.csv", "/about.json", "/states/atlantis.json", "/treaties/atlantis/status.csv"]
)
def test_a_download_that_does_not_exist_says_so_as_json(client, address):
    response = client.get(address)
    assert response.status_code == 404
    assert response.json()["errors"]["address"]


def test_only_the_flavour_for_spreadsheets_disarms_formulas(client):
    source = Source.objects.get(key="icbl-tonga-2025")
    source.title = "=1+1"
    source.save()
    plain, disarmed = (body_of(client.get(f"/sources{form}?q=icbl-tonga")) for form in (".csv", ".spreadsheet.csv"))
    assert b"\r\n=1+1," in plain
    assert b"\r\n'=1+1," in disarmed
    assert disarmed.startswith("\ufeff".encode())
    assert not plain.startswith("\ufeff".encode())

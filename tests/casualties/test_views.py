"""The pages of casualties and their downloads, on the real figures."""

import csv
import io
import json

import pytest
from django.test import override_settings

from tests.casualties.factories import FigureFactory
from tests.pages import body_of, words_of

pytestmark = pytest.mark.django_db
CONTRACT = (
    "year,edition,latest,area,area_name,region,total,killed,injured,unknown,"
    "civilians,military,deminers,children,sources"
)


def rows(client, query="", path="/casualties"):
    return json.loads(body_of(client.get(f"{path}.json?{query}")))["results"]


def test_the_downloads_have_the_promised_columns_first(client):
    header = body_of(client.get("/casualties.csv")).decode().splitlines()[0]
    assert header.startswith(CONTRACT)
    assert list(rows(client)[0])[:15] == CONTRACT.split(",")
    assert body_of(client.get("/casualties/2023.csv")).decode().splitlines()[0] == header


def test_csv_and_json_say_the_same(client):
    from_csv = list(csv.DictReader(io.StringIO(body_of(client.get("/casualties.csv?edition=all")).decode())))
    from_json = rows(client, "edition=all")
    assert len(from_csv) == len(from_json) == 629
    assert [(row["year"], row["area"], row["total"]) for row in from_csv] == [
        (str(row["year"]), row["area"], str(row["total"])) for row in from_json
    ]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("area=WLD&from=2024", [(2024, 2025, 6279, 1945, 4325, None)]),
        ("area=WLD&from=2023&to=2023", [(2023, 2025, 5757, None, None, None)]),
        ("area=WLD&from=2023&to=2023&edition=2024", [(2023, 2024, 5757, 1983, 3663, 111)]),
        ("area=SAU&from=2018&to=2018", [(2018, 2019, 0, None, None, None)]),
        ("area=UKR&edition=2025", [(2024, 2025, 293, None, None, None)]),
        ("area=LBY&from=2019", []),
    ],
)
def test_a_figure_is_as_stated_and_null_where_it_is_not(client, query, expected):
    found = rows(client, query)
    assert [
        tuple(row[key] for key in ("year", "edition", "total", "killed", "injured", "unknown")) for row in found
    ] == expected


def test_every_edition_of_2016_can_be_reached(client):
    found = rows(client, "area=WLD&from=2016&to=2016&edition=all&sort=edition")
    assert [(row["edition"], row["total"], row["latest"]) for row in found] == [
        (2017, 8605, False),
        (2018, 9437, False),
        (2019, 9439, False),
        (2020, 9439, False),
        (2021, 9440, True),
    ]
    assert {(row["first_edition"], row["first_total"]) for row in found} == {(2017, 8605)}


def test_the_page_tells_how_2016_was_revised(client):
    words = words_of(client.get("/casualties/2016/"))
    assert (
        "By edition: 8,605 (Landmine Monitor 2017), 9,437 (Landmine Monitor 2018), 9,439 (Landmine Monitor 2019), "
        "9,439 (Landmine Monitor 2020), 9,440 (Landmine Monitor 2021)."
    ) in words


def test_the_ten_highest_states_of_2023_come_first(client):
    found = rows(client, "", "/casualties/2023")
    assert found[0]["area"] == "WLD"
    assert [(row["area"], row["total"]) for row in found[1:11]] == [
        ("MMR", 1003), ("SYR", 933), ("AFG", 651), ("UKR", 580), ("YEM", 499), ("NGA", 343), ("BFA", 308),
        ("MLI", 174), ("ETH", 106), ("IRQ", 102),
    ]  # fmt: skip


def test_the_newest_year_is_told_first_with_unit_year_and_edition(client):
    words = words_of(client.get("/casualties/"))
    assert (
        "At least 6,279 casualties (killed and injured) in 2024 (Landmine Monitor 2025): 1,945 killed, 4,325 injured; "
        "the outcome of the others is not stated."
    ) in words


def test_the_unknown_outcomes_of_2024_are_not_stated_and_no_figure(client):
    html = client.get("/casualties/2024/").content.decode()
    assert 'class="unstated">not stated' in html
    assert ">9<" not in html


@pytest.mark.parametrize(("year", "percent"), [(2023, "83%"), (2024, "72%"), (2016, "91%"), (2017, "94%")])
def test_coverage_says_how_much_of_the_total_the_areas_are(client, year, percent):
    assert f"account for {percent} of the recorded total" in words_of(client.get(f"/casualties/{year}/"))


def test_conflicting_figures_are_both_shown_with_the_reason_for_the_preferred_one(client):
    found = rows(client, "area=NGA&from=2019&to=2019&edition=2020&sort=-total")
    assert [(row["total"], row["preferred"], row["latest"]) for row in found] == [
        (239, True, True),
        (239, False, False),
        (238, False, False),
    ]
    words = words_of(client.get("/casualties/?area=NGA&from=2019&to=2019"))
    assert "Reports differ; preferred: Two sources print 239, one prints 238." in words
    assert "reports differ, also 238" in words.lower()


def test_a_year_without_data_is_a_gap_in_table_and_chart(client):
    response = client.get("/casualties/?area=WLD&to=2009")
    assert words_of(response).count("no data") >= 4
    chart = response.context_data["bars"]
    assert sum(mark.look == "gap" for mark in chart.marks) == 4
    told = {row[0]: row[1] for row in chart.rows}
    assert told["2003"] == "no data"
    assert told["2009"] != "no data"


def test_what_is_withheld_is_shown_nowhere(client):
    text = body_of(client.get("/casualties.csv?edition=all")).decode()
    assert "unverified" not in text
    assert ",11700," not in text


@pytest.mark.parametrize(
    ("query", "areas"),
    [
        ("from=2023&to=2023&region=europe", {"UKR"}),
        ("from=2023&to=2023&subregion=western-asia", {"IRQ", "SYR", "YEM"}),
        ("from=2023&to=2023&standing=non_party&on=2023-12-31", {"MMR", "SYR"}),
        ("from=2023&to=2023&standing=party&region=asia&on=2023-12-31", {"AFG", "IRQ", "YEM"}),
        ("from=2014&to=2014&group=nato&on=2014-12-31", {"HRV", "TUR"}),
        ("from=2013&to=2013&q=kosovo", {"XKX"}),
        ("from=2023&to=2023&area=MMR&area=WLD", {"MMR", "WLD"}),
    ],
)
def test_the_list_has_the_areas_asked_for(client, query, areas):
    assert {row["area"] for row in rows(client, query)} == areas


def test_standing_is_that_of_the_day_asked_for(client):
    lithuania = "area=LTU&standing=withdrawn"
    FigureFactory(area_id=pk_of("LTU"), data_year=2003, total=4)
    assert rows(client, f"{lithuania}&on=2025-12-26") == []
    assert [row["total"] for row in rows(client, f"{lithuania}&on=2025-12-27")] == [4]


def pk_of(iso3):
    from states.models import State

    return State.objects.get(iso3=iso3).pk


@pytest.mark.parametrize("address", ["/casualties/1998/", "/casualties/2999/", "/casualties/20245/", "/casualties/x/"])
def test_a_year_that_is_not_counted_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_a_year_without_any_figure_says_that_this_is_no_data(client):
    words = words_of(client.get("/casualties/2004/"))
    assert "No figure of the world is on record for 2004." in words
    assert "it does not mean that there were no casualties" in words


def test_a_page_of_casualties_never_calls_them_deaths(client):
    for address in ("/casualties/", "/casualties/2023/", "/casualties/standing/"):
        words = words_of(client.get(address)).lower().replace("a casualty is not a death", "")
        assert "death" not in words.replace("calls the figure deaths", "")


def test_the_chart_has_a_title_a_description_and_the_same_numbers_in_a_table(client):
    html = client.get("/casualties/?area=WLD").content.decode()
    assert '<title id="chart-casualties-title">Casualties by year: World</title>' in html
    assert '<desc id="chart-casualties-description">' in html
    assert "editions 2001 to 2025" in html
    assert "Casualties (killed and injured) by data year: World" in html
    assert " style=" not in html


@pytest.mark.parametrize(
    "cells",
    [
        ("2019", "at least 5,853", "2021", "2,170", "3,357", "27", "2020", "at least 5,554 in 2020"),
        ("2000", "about 8,000", "2001", "not stated", "not stated", "not stated", "none", "in this edition"),
    ],
)
def test_the_table_on_the_first_page_gives_every_number_its_edition_and_qualifier(client, cells):
    row = f'<th scope="row">{cells[0]}</th>' + "".join(f"<td>{cell}</td>" for cell in cells[1:])
    assert row in client.get("/").content.decode()


@override_settings(USE_THOUSAND_SEPARATOR=True)
def test_coordinates_are_never_written_in_the_language_of_the_page(client):
    html = client.get("/casualties/").content.decode()
    assert 'viewBox="0 0 10000 10000"' not in html
    FigureFactory(area_id=pk_of("POL"), total=1_234_567)
    picture = client.get("/casualties/?area=POL").content.decode().partition('<svg class="chart-drawing"')[2]
    picture = picture.partition("</figure>")[0]
    assert "1,234,567" in picture
    assert not [part for part in picture.split('"') if "," in part and part.replace(",", "").isdigit()]


def test_no_list_asks_the_database_more_than_eight_times(client, django_assert_max_num_queries):
    for address in (
        "/casualties/",
        "/casualties/?area=UKR&edition=all&standing=party",
        "/casualties/2016/?standing=party&region=asia&group=nato",
        "/casualties/standing/",
        "/casualties.csv?standing=party",
    ):
        with django_assert_max_num_queries(8):
            assert body_of(client.get(address))


def test_a_download_with_a_page_is_that_page(client):
    whole = rows(client, "edition=all")
    assert rows(client, "edition=all&page=2") == whole[50:100]

"""The committed map: whole, as built, and drawn as the table of overrides says."""

import csv
import json
from itertools import combinations
from math import hypot

import pytest
from django.conf import settings

from states.cartography.build import checksum, text_checksum
from states.cartography.dots import covered
from states.cartography.shapes import inside
from tests.states.cartography.drawn import ATLAS, FOLDER, SHAPES, rings, states_at

WORLD, EUROPE = ATLAS.plates["world"], ATLAS.plates["europe"]
STATES = {
    row["iso3"]
    for row in csv.DictReader((settings.DATA_DIR / "states.csv").read_text(encoding="utf-8").splitlines())
    if row["category"] == "state"
}


def test_the_committed_file_is_as_it_was_built():
    file = json.loads((FOLDER / "geometry.json").read_text(encoding="utf-8"))
    assert file["plates_sha256"] == text_checksum(file["plates"])
    assert file["overrides_sha256"] == checksum((FOLDER / "overrides.csv").read_bytes()), "run `make map`"


def test_every_state_is_drawn_once_and_nothing_else():
    assert WORLD.shapes.keys() | WORLD.dots.keys() == STATES
    assert not WORLD.shapes.keys() & WORLD.dots.keys()


@pytest.mark.parametrize(
    ("place", "longitude", "latitude", "expected"),
    [
        ("Simferopol", 34.2, 45.3, "UKR"),
        ("Sevastopol's hinterland", 33.9, 44.7, "UKR"),
        ("Kherson", 33.0, 46.9, "UKR"),
        ("Krasnodar", 39.5, 45.0, "RUS"),
        ("the Golan", 35.75, 33.0, "SYR"),
        ("Damascus", 36.6, 33.5, "SYR"),
        ("the Negev", 34.8, 30.9, "ISR"),
        ("Nablus", 35.25, 32.2, "PSE"),
        ("Agadir", -8.8, 30.2, "MAR"),
        ("Hargeisa", 44.06, 9.56, "SOM"),
        ("Mogadishu", 45.0, 2.6, "SOM"),
        ("the north of Cyprus", 33.3, 35.25, "CYP"),
        ("Belgrade", 20.5, 44.5, "SRB"),
        ("Mariehamn's mainland", 22.5, 60.7, "FIN"),
        ("Chukotka, west of the 180th meridian", 177.0, 66.5, "RUS"),
        ("Chukotka, east of the 180th meridian", 184.5, 66.5, "RUS"),
        ("Alaska", -155.0, 65.0, "USA"),
        ("Lesotho, which lies within another", 28.3, -29.5, "LSO"),
        ("Cayenne", -53.0, 4.0, "FRA"),
        ("Juba", 31.6, 4.9, "SSD"),
    ],
)
def test_a_place_is_in_its_state(place, longitude, latitude, expected):
    assert states_at(longitude, latitude) == [expected]


@pytest.mark.parametrize(
    ("place", "longitude", "latitude"),
    [
        ("Western Sahara", -13.0, 24.5),
        ("the north of Western Sahara", -11.5, 27.3),
        ("Taipei", 121.0, 24.0),
        ("Pristina", 20.9, 42.6),
        ("Nuuk's hinterland", -45.0, 66.0),
        ("Stanley", -58.9, -51.8),
        ("Nouméa's island", 165.5, -21.4),
    ],
)
def test_a_place_without_a_status_is_grey(place, longitude, latitude):
    from states.cartography.build import PLATES

    assert states_at(longitude, latitude) == []
    assert inside(PLATES["world"].frame.project((longitude, latitude)), rings(WORLD.areas))


@pytest.mark.parametrize(
    ("longitude", "latitude", "expected"),
    [(25.8, 58.8, "EST"), (25.0, 57.0, "LVA"), (24.0, 55.3, "LTU"), (26.0, 63.0, "FIN"), (19.5, 52.0, "POL"),
     (34.2, 45.3, "UKR"), (31.0, 49.0, "UKR"), (20.9, 54.6, "RUS")],
)  # fmt: skip
def test_europe_is_drawn_alike(longitude, latitude, expected):
    assert states_at(longitude, latitude, "europe") == [expected]


@pytest.mark.parametrize("iso3", ["EST", "LVA", "LTU", "FIN", "POL", "UKR"])
def test_a_letter_fits_into_the_states_that_readers_look_for(iso3):
    assert EUROPE.rooms[iso3].radius >= 18


@pytest.mark.parametrize("plate", ATLAS.plates)
def test_no_dot_touches_another(plate):
    for a, b in combinations(ATLAS.plates[plate].dots.values(), 2):
        assert hypot(a.x - b.x, a.y - b.y) >= a.radius + b.radius


@pytest.mark.parametrize("plate", ATLAS.plates)
def test_no_dot_covers_the_shape_of_another_state(plate):
    for key, dot in ATLAS.plates[plate].dots.items():
        hidden = {other: covered((dot.x, dot.y), dot.radius, shape) for other, shape in SHAPES[plate].items()}
        assert max(hidden.values()) <= 0.15, (key, max(hidden, key=hidden.get))


def test_a_letter_stands_within_its_state():
    for key, room in WORLD.rooms.items():
        assert inside((room.x, room.y), SHAPES["world"][key])


def test_every_departure_says_what_is_done_and_according_to_what():
    assert len(ATLAS.departures) > 12
    assert all(departure.done and departure.source for departure in ATLAS.departures)
    assert "do not imply endorsement" in ATLAS.disclaimer

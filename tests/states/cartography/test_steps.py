"""Each step from a TopoJSON file to a drawing, on small shapes."""

import pytest

from states.cartography import overrides
from states.cartography.dots import placed
from states.cartography.drawing import clipped, closed, path
from states.cartography.network import Network, dissolved
from states.cartography.overrides import OverrideError
from states.cartography.projection import Frame, equal_earth
from states.cartography.rooms import room
from states.cartography.shapes import area, centre, inside
from states.cartography.simplification import simplified
from states.cartography.topology import features

WEST = [(0.0, 0.0), (0.0, 2.0), (2.0, 2.0), (2.0, 0.0)]
EAST = [(2.0, 0.0), (2.0, 2.0), (4.0, 2.0), (4.0, 0.0)]
ROW = dict.fromkeys(("area", "rule", "feature", "to", "at", "along", "box", "done", "source", "date"), "")


def applied(*rows):
    polygons = {"AAA": [[list(WEST)]], "BBB": [[list(EAST)]]}
    return overrides.apply(polygons, overrides.read(ROW | row for row in rows))


def topology(arcs, rings):
    geometry = {"type": "Polygon", "arcs": rings, "id": "001", "properties": {"name": "One"}}
    return {"transform": {"scale": [1, 1], "translate": [0, 0]}, "arcs": arcs,
            "objects": {"countries": {"geometries": [geometry]}}}  # fmt: skip


def test_arcs_are_decoded_joined_and_turned():
    square = topology([[[0, 0], [4, 0], [0, 4]], [[0, 0], [0, 4], [4, 0]]], [[0, -2]])
    assert features(square, {"001": "AAA"}) == {"AAA": [[[(0, 0), (4, 0), (4, 4), (0, 4)]]]}


def test_a_ring_across_the_180th_meridian_is_whole():
    ring = topology([[[178, 60], [0, 5], [-356, 0], [0, -5], [356, 0]]], [[0]])
    assert features(ring, {}) == {"One": [[[(178, 60), (178, 65), (182, 65), (182, 60)]]]}


def test_a_ring_beyond_the_cut_moves_to_the_other_side():
    ring = topology([[[-175, -20], [0, 2], [2, 0], [-2, -2]]], [[0]])
    assert features(ring, {})["One"][0][0][0] == (185, -20)


# The pole is a line 0.59247 times as long as the equator; the whole is 2.05458 times as wide as high.
@pytest.mark.parametrize(
    ("place", "expected"),
    [((0, 0), (0, 0)), ((180, 0), (2.70663, 0)), ((0, 90), (0, 1.31736)), ((-180, 90), (-2.70663 * 0.59247, 1.31736))],
)
def test_the_projection_has_the_published_extent(place, expected):
    assert equal_earth(*place) == pytest.approx(expected, abs=0.0005)


def test_the_projection_keeps_areas():
    def cell(latitude):
        corners = [(0, latitude), (1, latitude), (1, latitude + 0.01), (0, latitude + 0.01)]
        return area([equal_earth(*corner) for corner in corners])

    # Between two parallels lies as much of the globe as the difference of their sines.
    assert cell(60) / cell(0) == pytest.approx(0.5, rel=0.001)


def test_a_frame_holds_its_window():
    frame = Frame(20, (-10, 35, 45, 70), 1000)
    assert frame.project((-10, 35)) == pytest.approx((0, frame.height), abs=1)
    assert frame.project((45, 35))[0] == pytest.approx(1000)
    assert frame.project((20, 70))[1] == pytest.approx(0)


def test_a_cut_gives_a_part_to_another_and_a_point_to_the_neighbour():
    found = applied(
        {"rule": "cut", "feature": "AAA", "to": "NEW", "at": "1 1.5", "along": "latitude 1", "box": "-1 0 3 3"}
    )
    assert area(found.polygons["AAA"][0][0]) == area(found.polygons["NEW"][0][0]) == 2
    assert (2.0, 1.0) in found.polygons["BBB"][0][0]


def test_what_is_assigned_melts_into_its_state():
    found = applied({"rule": "assign", "feature": "BBB", "to": "AAA"})
    (outline,) = dissolved(found.polygons["AAA"])
    assert area(outline) == 8


def test_the_shared_line_is_dashed_within_its_box():
    whole = applied({"rule": "dash", "feature": "AAA", "to": "BBB"})
    assert whole.dashed == {((2.0, 0.0), (2.0, 2.0))}
    with pytest.raises(OverrideError, match="no line"):
        applied({"rule": "dash", "feature": "AAA", "to": "BBB", "box": "5 5 6 6"})


def test_a_polygon_is_taken_by_a_point_in_it_and_a_feature_left_out():
    found = applied({"rule": "part", "feature": "AAA", "to": "CCC", "at": "1 1"}, {"rule": "drop", "feature": "BBB"})
    assert found.polygons == {"AAA": [], "CCC": [[WEST]]}


@pytest.mark.parametrize(
    "row",
    [
        {"rule": "drop", "feature": "ZZZ"},
        {"rule": "erase", "feature": "AAA"},
        {"rule": "part", "feature": "AAA", "to": "CCC", "at": "9 9"},
        {"rule": "part", "feature": "AAA", "to": "CCC"},
        {"rule": "neutral", "feature": "ZZZ"},
        {"rule": "dot", "feature": "AAA", "at": "1 1"},
        {"rule": "part", "feature": "AAA", "at": "one two"},
        {"rule": "part", "feature": "AAA", "at": "1"},
        {"rule": "cut", "feature": "AAA", "to": "NEW", "at": "1 1", "along": "equator 1", "box": "0 0 1 1"},
        {"rule": "cut", "feature": "AAA", "to": "NEW", "at": "1 1", "along": "latitude 9", "box": "0 0 1 1"},
    ],
)
def test_a_rule_that_does_not_fit_is_an_error(row):
    with pytest.raises(OverrideError):
        applied(row)


def test_a_line_keeps_its_ends_and_what_can_be_seen():
    assert simplified([(0, 0), (5, 0.1), (10, 0)], 1) == [(0, 0), (10, 0)]
    assert simplified([(0, 0), (5, 5), (10, 0)], 1) == [(0, 0), (5, 5), (10, 0)]


def test_neighbours_share_a_border_after_it_is_simplified():
    bent = [(2.0, 0.0), (2.2, 1.0), (2.0, 2.0)]
    west, east = [(0.0, 0.0), (0.0, 2.0), *bent[::-1]], [*bent, (4.0, 2.0), (4.0, 0.0)]
    network = Network({"AAA": [west], "BBB": [east]}, set(), lambda line: simplified(line, 1))
    assert (2.2, 1.0) not in network.ring(west) + network.ring(east)
    assert area(network.ring(west)) == area(network.ring(east)) == 4


def test_an_enclave_fits_its_hole():
    hole = [(1.0, 1.0), (1.5, 1.0), (1.5, 1.5), (1.0, 1.5)]
    network = Network({"AAA": [WEST, hole[::-1]], "CCC": [hole]}, set(), lambda line: simplified(line, 0.2))
    assert sorted(network.ring(hole)) == sorted(network.ring(hole[::-1]))


def test_a_dashed_line_follows_the_border():
    network = Network({"AAA": [WEST], "BBB": [EAST]}, {((2.0, 0.0), (2.0, 2.0))}, list)
    assert network.dashes() == [[(2.0, 0.0), (2.0, 2.0)]]


def test_a_ring_is_cut_at_the_edge_of_a_box():
    assert area(clipped(WEST, (1, -9, 9, 1))) == 1
    assert clipped(WEST, (5, 5, 6, 6)) == []


def test_a_path_is_short_and_exact():
    assert path([closed([(0, 0), (4.2, 0), (4, 3), (1, -1), (0, 0)])], close=True) == "M0 0h4v3l-3-4z"
    assert path([[(5, 5), (6, 7), (7, 6)]], close=False) == "M5 5l1 2 1-1"


def test_dots_are_pushed_apart_and_small_beside_small_shapes():
    dots = placed(
        {"AAA": (100, 100), "BBB": (100, 100), "CCC": (500, 505)}, {"DDD": [[(490, 490), (510, 490), (500, 510)]]}
    )
    assert abs(dots["AAA"].x - dots["BBB"].x) >= 34
    assert dots["CCC"].radius == 8


def test_the_room_of_a_shape_is_its_widest_place():
    place = room([(0, 0), (100, 0), (100, 100), (0, 100)])
    assert place.radius >= 48
    assert (place.x, place.y) == pytest.approx((50, 50), abs=2)


def test_the_centre_of_a_line_is_its_middle():
    assert centre([(0, 0), (2, 0)]) == (1, 0)
    assert centre(WEST) == (1, 1)
    assert inside((1, 1), [WEST])

"""TopoJSON to polygons: arcs decoded, rings whole across the 180th meridian, points equal where borders meet."""

from collections.abc import Iterator
from typing import Any

from states.cartography.shapes import Point, Polygon, Ring

#: The map is cut at the meridian opposite to this one: 169 W runs through the Bering Strait, so no land is torn.
CENTRAL_MERIDIAN = 11.0


def features(topology: dict[str, Any], codes: dict[str, str]) -> dict[str, list[Polygon]]:
    """The polygons of every feature, in degrees.

    A feature is named by its code, where its numeric identifier is one of `codes`, else by its name in the source.
    """
    arcs = _decoded(topology)
    found: dict[str, list[Polygon]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        key = codes.get(geometry.get("id", ""), geometry["properties"]["name"])
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        whole = [[_ring(ring, arcs) for ring in polygon] for polygon in polygons]
        found.setdefault(key, []).extend(whole)
    return found


def _decoded(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs in degrees; the source has them as steps on a grid of integers."""
    (step_x, step_y), (first_x, first_y) = topology["transform"]["scale"], topology["transform"]["translate"]

    def points(arc: list[list[int]]) -> Iterator[Point]:
        x = y = 0
        for dx, dy in arc:
            x, y = x + dx, y + dy
            yield round(x * step_x + first_x, 6), round(y * step_y + first_y, 6)

    return [list(points(arc)) for arc in topology["arcs"]]


def _ring(numbers: list[int], arcs: list[list[Point]]) -> Ring:
    """One ring out of its arcs (a negative number is an arc backwards), moved as a whole to this side of the cut."""
    ring: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[1:] if ring else arc
    whole = _unwrapped(ring[:-1])
    middle = sum(longitude for longitude, _ in whole) / len(whole)
    turn = 360 if middle < CENTRAL_MERIDIAN - 180 else -360 if middle > CENTRAL_MERIDIAN + 180 else 0
    return [(round(longitude + turn, 6), latitude) for longitude, latitude in whole]


def _unwrapped(ring: Ring) -> Ring:
    """The ring with longitudes that go on beyond 180 instead of jumping to the other side of the map."""
    turn, whole = 0, ring[:1]
    for (before, _), (longitude, latitude) in zip(ring, ring[1:], strict=False):
        turn += 360 if longitude - before < -180 else -360 if longitude - before > 180 else 0
        whole.append((longitude + turn, latitude))
    return whole

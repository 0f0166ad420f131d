"""From a TopoJSON file and the table of overrides to the drawings of the map. Standard library only; no clock."""

import csv
import json
from hashlib import sha256
from typing import Any, NamedTuple

from states.cartography import overrides
from states.cartography.dots import placed
from states.cartography.drawing import Grid, clipped, closed, on_grid, path
from states.cartography.network import Network, dissolved
from states.cartography.projection import Frame
from states.cartography.rooms import room
from states.cartography.shapes import Box, Point, Ring, area, centre
from states.cartography.simplification import simplified
from states.cartography.topology import CENTRAL_MERIDIAN, features


class Plate(NamedTuple):
    """A drawing to make: its frame and how much detail it has, in square units."""

    frame: Frame
    tolerance: float
    #: Rings smaller than this are left out, but for the largest of each feature.
    least_ring: float
    #: States smaller than this are dots.
    dot_below: float
    #: The least room, in units, for which the place of a letter is noted.
    least_room: int


#: Points of lines lie on a grid of so many units: about half a pixel at the largest size on a page.
STEP = 2
#: The world without Antarctica, and Europe from the Atlantic to the Caucasus at four times the scale.
PLATES = {
    "world": Plate(
        frame=Frame(CENTRAL_MERIDIAN, (CENTRAL_MERIDIAN - 180, -57, CENTRAL_MERIDIAN + 180, 84.5), 5000),
        tolerance=32,
        least_ring=40,
        dot_below=112,
        least_room=18,
    ),
    "europe": Plate(
        frame=Frame(19, (-10.5, 35.2, 42.5, 71.3), 2500), tolerance=56, least_ring=60, dot_below=250, least_room=18
    ),
}


def build(source: bytes, table: bytes, codes: dict[str, str], states: set[str]) -> dict[str, Any]:
    """What the committed file holds: for each plate its size, paths, dots, rooms for letters and dashed lines.

    `source` is TopoJSON, `table` the CSV of overrides, `codes` gives a feature's code by its numeric identifier, and
    `states` are the codes of what has a status. Raises OverrideError.
    """
    rows = csv.DictReader(table.decode().splitlines())
    found = overrides.apply(features(json.loads(source), codes), overrides.read(rows))
    outlines = {key: dissolved(polygons) for key, polygons in found.polygons.items()}
    coloured = {key for key in {*outlines, *found.dots} if key in states and key not in found.neutral}
    plates = {name: _drawn(plate, outlines, found, coloured) for name, plate in PLATES.items()}
    return {"source_sha256": checksum(source), "overrides_sha256": checksum(table), "plates": plates}


def checksum(content: bytes) -> str:
    """The SHA-256 of a file's content."""
    return sha256(content).hexdigest()


def _drawn(
    plate: Plate, outlines: dict[str, list[Ring]], found: overrides.Features, coloured: set[str]
) -> dict[str, Any]:
    frame = plate.frame
    network = Network(
        outlines, found.dashed, lambda line: simplified([frame.project(q) for q in line], plate.tolerance)
    )
    window: Box = (-40, -40, frame.width + 40, frame.height + 40)
    drawn = {key: [clipped(network.ring(ring), window) for ring in rings] for key, rings in outlines.items()}
    shapes = {key: kept for key, rings in drawn.items() if (kept := _kept(rings, plate.least_ring))}
    small = {key: point for key, point in _small(plate, outlines, found, window).items() if key in coloured}
    seen = {key: rings for key, rings in shapes.items() if key not in small}
    rooms = {key: place for key, rings in seen.items() if (place := room(rings[0])).radius >= plate.least_room}
    dashes = [on_grid(line, STEP) for line in network.dashes() if any(_in_frame(q, frame) for q in line)]
    return {
        "width": frame.width,
        "height": frame.height,
        "ground": path([closed(_ground(frame))], close=True),
        "shapes": {key: path(seen[key], close=True) for key in sorted(seen) if key in coloured},
        "areas": {key: path(seen[key], close=True) for key in sorted(seen) if key not in coloured},
        "dots": {key: list(dot) for key, dot in placed(small, seen).items()},
        "rooms": {key: list(rooms[key]) for key in sorted(rooms) if key in coloured},
        "dashes": path([line for line in dashes if len(line) > 1], close=False),
    }


def _kept(rings: list[Ring], least: float) -> list[list[Grid]]:
    """The rings that are drawn, largest first: those large enough to be seen, else the largest alone."""
    whole = [grid for ring in rings if len(grid := closed(ring, STEP)) > 2]
    whole.sort(key=area, reverse=True)
    return [ring for number, ring in enumerate(whole) if area(ring) >= least or (number == 0 and area(ring) > 0)]


def _small(plate: Plate, outlines: dict[str, list[Ring]], found: overrides.Features, window: Box) -> dict[str, Point]:
    """The features too small for a shape, each with the centre of its largest part on the drawing."""
    project = plate.frame.project
    points = {key: project(point) for key, point in found.dots.items()}
    for key, rings in outlines.items():
        whole = [[project(point) for point in ring] for ring in rings]
        if sum(area(ring) for ring in whole) < plate.dot_below:
            points[key] = centre(max(whole, key=area))
    return {key: point for key, point in points.items() if _in_frame(point, plate.frame)}


def _in_frame(point: Point, frame: Frame) -> bool:
    return 0 <= point[0] <= frame.width and 0 <= point[1] <= frame.height


def _ground(frame: Frame) -> list[Point]:
    """The outline of what the frame shows of the globe: its bent edges where the whole world is shown, else its box."""
    west, south, east, north = frame.window
    if east - west < 360:
        return [(0, 0), (frame.width, 0), (frame.width, frame.height), (0, frame.height)]
    steps = [south + (north - south) * number / 40 for number in range(41)]
    return [frame.project((west, step)) for step in steps] + [frame.project((east, step)) for step in reversed(steps)]


def text_of(drawings: dict[str, Any]) -> str:
    """The committed file: JSON with one line for each path, place or number, so that changes can be read."""
    plates = {
        name: {part: _lines(value) for part, value in plate.items()} for name, plate in drawings["plates"].items()
    }
    whole = drawings | {"plates_sha256": text_checksum(plates), "plates": plates}
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def text_checksum(plates: Any) -> str:
    """The checksum of the plates, as the committed file has them, whatever its white space."""
    return checksum(json.dumps(plates, sort_keys=True, ensure_ascii=False).encode())


def _lines(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return {key: " ".join(map(str, one)) if isinstance(one, list) else one for key, one in value.items()}

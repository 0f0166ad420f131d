"""Where a letter fits into a shape: the point farthest from its outline, and how far that is."""

from math import hypot
from typing import NamedTuple

from states.cartography.drawing import Grid
from states.cartography.shapes import Point, inside

#: Cells along each side of the first look, and of each closer one around the best point.
FIRST_LOOK, CLOSER_LOOK, LOOKS = 14, 5, 3


class Room(NamedTuple):
    """A point and the radius of the largest circle around it within the shape, in whole units."""

    x: int
    y: int
    radius: int


def room(ring: list[Grid]) -> Room:
    """The room within a ring, to about a hundredth of its width."""
    xs, ys = [q[0] for q in ring], [q[1] for q in ring]
    middle: Point = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    half, cells, best = ((max(xs) - min(xs)) / 2, (max(ys) - min(ys)) / 2), FIRST_LOOK, (0.0, middle)
    for _ in range(1 + LOOKS):
        steps = [2 * (number + 0.5) / cells - 1 for number in range(cells)]
        points = [(middle[0] + half[0] * u, middle[1] + half[1] * v) for u in steps for v in steps]
        best = max(best, *((_distance(point, ring), point) for point in points if inside(point, [ring])), best)
        middle, half, cells = best[1], (half[0] * 2 / cells, half[1] * 2 / cells), CLOSER_LOOK
    return Room(round(best[1][0]), round(best[1][1]), int(best[0]))


def _distance(point: Point, ring: list[Grid]) -> float:
    """How far a point is from the nearest edge."""
    return min(_to_edge(point, a, b) for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))


def _to_edge(point: Point, a: Grid, b: Grid) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    along = ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / ((dx * dx + dy * dy) or 1)
    along = min(max(along, 0.0), 1.0)
    return hypot(point[0] - a[0] - along * dx, point[1] - a[1] - along * dy)

"""What the cartography is made of: points, rings and polygons, and the plane geometry that several steps need."""

from collections.abc import Sequence
from typing import TypeAlias

#: Longitude and latitude in degrees, or x and y on a drawing; y of a drawing grows downwards.
Point: TypeAlias = tuple[float, float]
#: A closed line whose first point is not repeated at its end.
Ring: TypeAlias = list[Point]
#: An outer ring and its holes.
Polygon: TypeAlias = list[Ring]
#: West, south, east, north; or least x, least y, greatest x, greatest y.
Box: TypeAlias = tuple[float, float, float, float]


def area(ring: Sequence[Point]) -> float:
    """The area inside a ring, never negative, in square units of its coordinates."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))) / 2


def centre(ring: Sequence[Point]) -> Point:
    """The centre of gravity of a ring's area; the mean of its points where it has no area."""
    double = x = y = 0.0
    for a, b in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = a[0] * b[1] - b[0] * a[1]
        double += cross
        x += (a[0] + b[0]) * cross
        y += (a[1] + b[1]) * cross
    if abs(double) < 1e-9:
        return sum(q[0] for q in ring) / len(ring), sum(q[1] for q in ring) / len(ring)
    return x / (3 * double), y / (3 * double)


def inside(point: Point, rings: Sequence[Sequence[Point]]) -> bool:
    """Whether a point lies inside an odd number of the rings, so that holes are outside."""
    x, y = point
    within = False
    for ring in rings:
        for a, b in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (a[1] > y) != (b[1] > y) and x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]:
                within = not within
    return within


def in_box(point: Point, box: Box) -> bool:
    """Whether a point lies in a box or on its edge."""
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]

"""Dots for states too small to be seen as shapes: as large as their neighbours can bear, and none on another."""

from math import cos, hypot, pi, sin
from typing import NamedTuple

from states.cartography.drawing import Grid
from states.cartography.shapes import Point, area, inside

#: Radii to try, in units, largest first; the last is taken where none leaves the neighbours to be seen.
RADII = (16, 14, 12, 10, 8)
#: The share of another state's shape that a dot may cover.
COVERED = 0.1
#: Units between two dots.
GAP = 3


class Dot(NamedTuple):
    x: int
    y: int
    radius: int


def placed(points: dict[str, Point], shapes: dict[str, list[list[Grid]]]) -> dict[str, Dot]:
    """A dot for each point, in whole units, pushed away from other dots until none touch."""
    radii = {key: _radius(key, point, shapes) for key, point in points.items()}
    where = {key: list(points[key]) for key in sorted(points)}
    for _ in range(400):
        moved = False
        for a in where:
            for b in where:
                if a < b:
                    moved |= _push_apart(where[a], where[b], radii[a] + radii[b] + GAP)
        if not moved:
            break
    return {key: Dot(round(x), round(y), radii[key]) for key, (x, y) in where.items()}


def _push_apart(a: list[float], b: list[float], wanted: float) -> bool:
    dx, dy = b[0] - a[0], b[1] - a[1]
    apart = hypot(dx, dy)
    if apart >= wanted:
        return False
    step = (wanted - apart + 0.01) / 2 / (apart or 1)
    dx, dy = (dx, dy) if apart else (1.0, 0.0)
    a[0], a[1], b[0], b[1] = a[0] - dx * step, a[1] - dy * step, b[0] + dx * step, b[1] + dy * step
    return True


def _radius(key: str, point: Point, shapes: dict[str, list[list[Grid]]]) -> int:
    for radius in RADII:
        if all(covered(point, radius, rings) <= COVERED for other, rings in shapes.items() if other != key):
            return radius
    return RADII[-1]


def covered(point: Point, radius: float, rings: list[list[Grid]]) -> float:
    """The share of a shape that a dot at a point hides, by 60 samples of the dot."""
    near = [ring for ring in rings if _is_near(point, radius, ring)]
    if not near:
        return 0.0
    samples = [
        (point[0] + radius * r * cos(angle * pi / 6), point[1] + radius * r * sin(angle * pi / 6))
        # Rings of equal area.
        for r in (0.316, 0.548, 0.707, 0.837, 0.949)
        for angle in range(12)
    ]
    hidden = sum(inside(sample, near) for sample in samples) / len(samples) * pi * radius**2
    return hidden / max(sum(area(ring) for ring in rings), 1)


def _is_near(point: Point, radius: float, ring: list[Grid]) -> bool:
    xs, ys = [q[0] for q in ring], [q[1] for q in ring]
    x, y = point
    return min(xs) - radius <= x <= max(xs) + radius and min(ys) - radius <= y <= max(ys) + radius

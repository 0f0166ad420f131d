"""Where the map departs from its source: the rules of a table, applied in its order.

The source draws who controls the ground. This map follows the practice of the United Nations, and each departure is a
row that says what, why and according to which text. Rules:

- `drop`: the feature is not drawn;
- `part`: the polygon of `feature` that holds `at` becomes the feature `to`;
- `cut`: that polygon is cut along a meridian or parallel (`along`) where it crosses `box`; the piece with `at`
  becomes `to`;
- `dash`: the line that `feature` and `to` share, within `box` if one is given, is dashed;
- `assign`: `feature` becomes part of `to`, and the line between them vanishes;
- `neutral`: `feature` is drawn in grey, without a status and without a link;
- `dot`: `feature` is missing in the source, and is a dot at `at`.
"""

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from states.cartography.shapes import Box, Point, Polygon, Ring, in_box, inside

Edge: TypeAlias = tuple[Point, Point]


class Override(NamedTuple):
    """A row of the table."""

    area: str
    rule: str
    feature: str
    to: str
    #: A point in degrees, longitude first.
    at: Point | None
    #: 0 and a longitude, or 1 and a latitude.
    along: tuple[int, float] | None
    box: Box | None
    done: str
    source: str
    date: str


class Features(NamedTuple):
    """The features after the rules: polygons by name, dashed edges, dots of what has no polygon, and what is grey."""

    polygons: dict[str, list[Polygon]]
    dashed: set[Edge]
    dots: dict[str, Point]
    neutral: set[str]


class OverrideError(ValueError):
    """A rule that does not fit the source: a feature, polygon or line that is not there."""


def read(rows: Iterable[dict[str, str]]) -> list[Override]:
    """The overrides out of the table's rows. Raises OverrideError for a cell that cannot be read."""
    return [_read(row) for row in rows]


def _read(row: dict[str, str]) -> Override:
    try:
        at, box = (_numbers(row["at"], 2), _numbers(row["box"], 4))
        axis, _, value = row["along"].partition(" ")
        along = (("longitude", "latitude").index(axis), float(value)) if axis else None
    except ValueError as error:
        raise OverrideError(f"{row['area']}: {error}") from None
    return Override(
        *(row["area"], row["rule"], row["feature"], row["to"], (at[0], at[1]) if at else None, along),
        *((box[0], box[1], box[2], box[3]) if box else None, row["done"], row["source"], row["date"]),
    )


def _numbers(text: str, count: int) -> list[float]:
    numbers = [float(part) for part in text.split()]
    if len(numbers) not in (0, count):
        raise ValueError(f"expected {count} numbers, not {text!r}")
    return numbers


def apply(polygons: dict[str, list[Polygon]], overrides: Iterable[Override]) -> Features:
    """The features with every rule applied, in order. Raises OverrideError for one that does not fit."""
    features = Features({key: list(parts) for key, parts in polygons.items()}, set(), {}, set())
    for override in overrides:
        try:
            _RULES[override.rule](features, override)
        except (KeyError, StopIteration, TypeError) as error:
            raise OverrideError(f"{override.area}, {override.rule}: does not fit the source ({error!r})") from None
    return features


def edge(a: Point, b: Point) -> Edge:
    """The line between two neighbouring points, whatever its direction."""
    return (a, b) if a < b else (b, a)


def edges(polygons: Iterable[Polygon]) -> list[Edge]:
    """Every edge of some polygons."""
    rings = [ring for polygon in polygons for ring in polygon]
    return [edge(a, b) for ring in rings for a, b in zip(ring, [*ring[1:], ring[0]], strict=True)]


def _drop(features: Features, override: Override) -> None:
    del features.polygons[override.feature]


def _assign(features: Features, override: Override) -> None:
    features.polygons.setdefault(override.to, []).extend(features.polygons.pop(override.feature))


def _neutral(features: Features, override: Override) -> None:
    # Raises KeyError for a feature that is not there.
    features.polygons[override.feature]
    features.neutral.add(override.feature)


def _dot(features: Features, override: Override) -> None:
    if override.at is None or override.feature in features.polygons:
        raise KeyError(override.feature)
    features.dots[override.feature] = override.at


def _dash(features: Features, override: Override) -> None:
    shared = set(edges(features.polygons[override.feature])) & set(edges(features.polygons[override.to]))
    box = override.box or (-360.0, -90.0, 360.0, 90.0)
    chosen = {(a, b) for a, b in shared if in_box(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), box)}
    if not chosen:
        raise KeyError(f"no line between {override.feature} and {override.to}")
    features.dashed.update(chosen)


def _part(features: Features, override: Override) -> None:
    polygon = _polygon_at(features, override)
    features.polygons[override.feature].remove(polygon)
    features.polygons.setdefault(override.to, []).append(polygon)


def _polygon_at(features: Features, override: Override) -> Polygon:
    if override.at is None:
        raise KeyError("at")
    at = override.at
    return next(polygon for polygon in features.polygons[override.feature] if inside(at, polygon))


def _cut(features: Features, override: Override) -> None:
    if override.at is None or override.along is None or override.box is None:
        raise KeyError("at, along and box")
    polygon = _polygon_at(features, override)
    crossings = _crossings(polygon[0], override.along, override.box)
    if len(crossings) != 2:
        raise KeyError(f"{len(crossings)} crossings")
    # The neighbours get the new points too: a border must have the same points on both sides.
    for parts in features.polygons.values():
        for rings in parts:
            for number, ring in enumerate(rings):
                rings[number] = _with_points(ring, crossings)
    ring = polygon[0]
    first, second = sorted(ring.index(point) for point in crossings.values())
    pieces = [ring[first : second + 1], ring[second:] + ring[: first + 1]]
    cut_off = next(piece for piece in pieces if inside(override.at, [piece]))
    pieces.remove(cut_off)
    polygon[0] = pieces[0]
    features.polygons.setdefault(override.to, []).append([cut_off])


def _crossings(ring: Ring, along: tuple[int, float], box: Box) -> dict[Edge, Point]:
    """Where a ring crosses a meridian or parallel within a box: the new point on each edge that does."""
    axis, value = along
    found = {}
    for a, b in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (a[axis] - value) * (b[axis] - value) < 0:
            share = (value - a[axis]) / (b[axis] - a[axis])
            point = (round(a[0] + share * (b[0] - a[0]), 6), round(a[1] + share * (b[1] - a[1]), 6))
            if in_box(point, box):
                found[edge(a, b)] = point
    return found


def _with_points(ring: Ring, crossings: dict[Edge, Point]) -> Ring:
    whole: Ring = []
    for a, b in zip(ring, [*ring[1:], ring[0]], strict=True):
        whole.append(a)
        if new := crossings.get(edge(a, b)):
            whole.append(new)
    return whole


_RULES = {
    "drop": _drop,
    "part": _part,
    "cut": _cut,
    "dash": _dash,
    "assign": _assign,
    "neutral": _neutral,
    "dot": _dot,
}

"""The borders as one network: inner lines dissolved, every stretch between two junctions simplified once.

A border that two states share is one stretch, so no gap opens between them; a dashed line is made of the same
stretches and lies exactly on it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable

from states.cartography.overrides import Edge, edge
from states.cartography.shapes import Point, Polygon, Ring


def dissolved(polygons: Iterable[Polygon]) -> list[Ring]:
    """The outlines of some polygons together: edges that two of them share, in opposite directions, vanish."""
    onward: dict[Point, list[Point]] = defaultdict(list)
    for polygon in polygons:
        for ring in polygon:
            for a, b in zip(ring, [*ring[1:], ring[0]], strict=True):
                if a in onward.get(b, ()):
                    onward[b].remove(a)
                elif a != b:
                    onward[a].append(b)
    rings = []
    for start in list(onward):
        while onward[start]:
            ring, point = [start], onward[start].pop()
            while point != start:
                ring.append(point)
                point = onward[point].pop()
            rings.append(ring)
    return rings


class Network:
    """The outlines of all features and the dashed lines; `line` takes a stretch in degrees and gives it as drawn."""

    def __init__(self, outlines: dict[str, list[Ring]], dashed: set[Edge], line: Callable[[list[Point]], list[Point]]):
        self._line = line
        self._drawn: dict[tuple[Point, ...], list[Point]] = {}
        self._dashed = dashed
        owners: dict[Edge, list[str]] = {one: ["dashed"] for one in dashed}
        for key, rings in outlines.items():
            for ring in rings:
                for a, b in zip(ring, [*ring[1:], ring[0]], strict=True):
                    owners.setdefault(edge(a, b), []).append(key)
        around: dict[Point, list[list[str]]] = defaultdict(list)
        for (a, b), who in owners.items():
            around[a].append(who)
            around[b].append(who)
        self._junctions = {point for point, met in around.items() if len(met) != 2 or met[0] != met[1]}

    def ring(self, ring: Ring) -> list[Point]:
        """A ring as drawn, its first point not repeated."""
        meets = [number for number, point in enumerate(ring) if point in self._junctions]
        # An island, or an enclave, which must start at the same point from within and from without.
        first = meets[0] if meets else ring.index(min(ring))
        turned = ring[first:] + ring[: first + 1]
        drawn: list[Point] = []
        for stretch in self._stretches(turned):
            drawn += self._draw(stretch)[:-1]
        return drawn

    def dashes(self) -> list[list[Point]]:
        """The dashed lines as drawn."""
        onward: dict[Point, list[Point]] = defaultdict(list)
        for a, b in sorted(self._dashed):
            onward[a].append(b)
            onward[b].append(a)
        lines = []
        for start in [point for point in onward if point in self._junctions]:
            while onward[start]:
                line, point = [start], onward[start].pop(0)
                onward[point].remove(start)
                while point not in self._junctions:
                    line.append(point)
                    following = onward[point].pop(0)
                    onward[following].remove(point)
                    point = following
                lines.append(self._draw([*line, point]))
        return lines

    def _stretches(self, line: list[Point]) -> Iterable[list[Point]]:
        start = 0
        for number in range(1, len(line)):
            if line[number] in self._junctions or number == len(line) - 1:
                yield line[start : number + 1]
                start = number

    def _draw(self, stretch: list[Point]) -> list[Point]:
        """A stretch as drawn: the same points whichever feature asks, and from whichever end."""
        backwards = stretch[::-1]
        key = tuple(min(stretch, backwards))
        if key not in self._drawn:
            self._drawn[key] = self._line(list(key))
        drawn = self._drawn[key]
        return drawn if key == tuple(stretch) else drawn[::-1]

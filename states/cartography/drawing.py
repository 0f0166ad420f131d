"""Drawn points to the letters of an SVG path: whole units, relative steps, no more characters than needed."""

from collections.abc import Iterable

from states.cartography.shapes import Box, Point

Grid = tuple[int, int]


def on_grid(points: Iterable[Point], step: int = 1) -> list[Grid]:
    """The points in whole units, on a grid of `step` units, without repetitions in a row."""
    whole: list[Grid] = []
    for x, y in points:
        if (point := (round(x / step) * step, round(y / step) * step)) not in whole[-1:]:
            whole.append(point)
    return whole


def closed(points: Iterable[Point], step: int = 1) -> list[Grid]:
    """A ring in whole units, on a grid of `step` units; its last point differs from its first."""
    ring = on_grid(points, step)
    return ring[:-1] if len(ring) > 1 and ring[0] == ring[-1] else ring


def path(lines: Iterable[list[Grid]], *, close: bool) -> str:
    """The `d` of a path through these lines, each closed to a ring if `close`."""
    return "".join(_line(line) + "z" * close for line in lines)


def _line(line: list[Grid]) -> str:
    text = f"M{line[0][0]}{_number(line[0][1])}"
    command = "M"
    for (x, y), (next_x, next_y) in zip(line, line[1:], strict=False):
        dx, dy = next_x - x, next_y - y
        if dy == 0:
            wanted, step = "h", str(dx)
        elif dx == 0:
            wanted, step = "v", str(dy)
        else:
            wanted, step = "l", f"{dx}{_number(dy)}"
        text += (wanted if wanted != command else "" if step[0] == "-" else " ") + step
        command = wanted
    return text


def _number(value: int) -> str:
    """A number after another: a minus sign parts them as well as a space does."""
    return str(value) if value < 0 else f" {value}"


def clipped(ring: list[Point], box: Box) -> list[Point]:
    """The part of a ring within a box (Sutherland and Hodgman): its corners are the box's where it was cut off."""
    for axis, limit, keeps_greater in ((0, box[0], True), (1, box[1], True), (0, box[2], False), (1, box[3], False)):
        kept: list[Point] = []
        for a, b in zip([*ring[-1:], *ring[:-1]], ring, strict=True):
            a_in, b_in = (((q[axis] >= limit) == keeps_greater or q[axis] == limit) for q in (a, b))
            if a_in != b_in:
                share = (limit - a[axis]) / (b[axis] - a[axis])
                kept.append((a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])))
            if b_in:
                kept.append(b)
        ring = kept
    return ring

"""Fewer points where nobody sees the difference: Visvalingam's method, by the area that leaving a point out changes.

M. Visvalingam and J. D. Whyatt, "Line generalisation by repeated elimination of points", The Cartographic Journal 30
(1993).
"""

from heapq import heapify, heappop, heappush

from states.cartography.shapes import Point


def simplified(line: list[Point], tolerance: float) -> list[Point]:
    """The line without the points whose triangle is smaller than `tolerance`, in square units; both ends stay."""
    last = len(line) - 1
    before, after = [number - 1 for number in range(last + 1)], [number + 1 for number in range(last + 1)]
    sizes = {number: _triangle(line[number - 1], line[number], line[number + 1]) for number in range(1, last)}
    queue = [(size, number) for number, size in sizes.items()]
    heapify(queue)
    largest = 0.0
    while queue:
        size, number = heappop(queue)
        if sizes.get(number) != size:
            continue
        largest = max(largest, size)
        if largest > tolerance:
            break
        del sizes[number]
        left, right = before[number], after[number]
        after[left], before[right] = right, left
        for neighbour in (left, right):
            if neighbour in sizes:
                sizes[neighbour] = _triangle(line[before[neighbour]], line[neighbour], line[after[neighbour]])
                heappush(queue, (sizes[neighbour], neighbour))
    return [point for number, point in enumerate(line) if number in sizes or number in (0, last)]


def _triangle(a: Point, b: Point, c: Point) -> float:
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2

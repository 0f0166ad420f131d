"""The Equal Earth projection: areas keep their proportion, so that no state looks more important than it is.

Šavrič, Patterson and Jenny, "The Equal Earth map projection", International Journal of Geographical Information
Science 33 (2019).
"""

from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

from states.cartography.shapes import Box, Point

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2


def equal_earth(longitude: float, latitude: float) -> Point:
    """x and y, in radii of the globe, of a point in degrees from the central meridian; y grows northwards."""
    theta = asin(_M * sin(radians(latitude)))
    square = theta * theta
    sixth = square**3
    slope = _A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)
    return (
        radians(longitude) * cos(theta) / (_M * slope),
        theta * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square)),
    )


class Frame(NamedTuple):
    """A drawing: what part of the world it shows, and how large."""

    #: The meridian that stands upright, in degrees.
    central_meridian: float
    #: The part of the world that is shown, in degrees; longitudes count along the southern edge.
    window: Box
    #: Units of the drawing, from its left edge to its right.
    width: int

    @property
    def height(self) -> int:
        """Units from the upper edge to the lower."""
        extent = _extent(self)
        return round((extent.top - extent.bottom) * extent.scale)

    def project(self, point: Point) -> Point:
        """A point in degrees as x and y on the drawing."""
        x, y = equal_earth(point[0] - self.central_meridian, point[1])
        extent = _extent(self)
        return (x - extent.left) * extent.scale, (extent.top - y) * extent.scale


class _Extent(NamedTuple):
    """Where the edges of a frame lie, in radii of the globe, and how many units a radius has."""

    left: float
    top: float
    bottom: float
    scale: float


@lru_cache(maxsize=16)
def _extent(frame: Frame) -> _Extent:
    west, south, east, north = frame.window
    # A meridian is bent, and farthest out where it is nearest to the equator.
    widest = min(max(0.0, south), north)
    left = min(equal_earth(west - frame.central_meridian, widest)[0], 0.0)
    right = max(equal_earth(east - frame.central_meridian, widest)[0], 0.0)
    return _Extent(left, equal_earth(0, north)[1], equal_earth(0, south)[1], frame.width / (right - left))

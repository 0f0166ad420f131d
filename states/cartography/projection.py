"""The Equal Earth projection: areas keep their proportion, so that no state looks more important than it is.

Šavrič, Patterson and Jenny, "The Equal Earth map projection", International Journal of Geographical Information
Science 33 (2019).
"""

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
        return round((self._top - self._bottom) * self._scale)

    def project(self, point: Point) -> Point:
        """A point in degrees as x and y on the drawing."""
        x, y = equal_earth(point[0] - self.central_meridian, point[1])
        return (x - self._left) * self._scale, (self._top - y) * self._scale

    @property
    def _left(self) -> float:
        west, south, _, north = self.window
        return self._edge(west, south, north, least=True)

    @property
    def _scale(self) -> float:
        _, south, east, north = self.window
        return self.width / (self._edge(east, south, north, least=False) - self._left)

    def _edge(self, longitude: float, south: float, north: float, *, least: bool) -> float:
        """How far a meridian reaches within the window: it is bent, and widest where it is nearest to the equator."""
        nearest = min(max(0.0, south), north)
        x = equal_earth(longitude - self.central_meridian, nearest)[0]
        return min(x, 0.0) if least else max(x, 0.0)

    @property
    def _top(self) -> float:
        return equal_earth(0, self.window[3])[1]

    @property
    def _bottom(self) -> float:
        return equal_earth(0, self.window[1])[1]

"""The committed map, read back: which feature is drawn at a place."""

import re

from django.conf import settings

from states.cartography.atlas import atlas
from states.cartography.build import PLATES
from states.cartography.shapes import inside

FOLDER = settings.DATA_DIR / "map"
ATLAS = atlas(FOLDER)
STEP = re.compile(r"([Mlhvz])([^Mlhvz]*)")


def rings(path):
    """The lines of a path as the build writes it: absolute starts, relative steps."""
    lines, x, y = [], 0, 0
    for command, text in STEP.findall(path):
        numbers = [int(number) for number in re.findall(r"-?\d+", text)]
        if command == "M":
            x, y = numbers
            lines.append([(x, y)])
        else:
            across, down = {"l": (numbers[::2], numbers[1::2]), "h": (numbers, [0] * len(numbers))}.get(
                command, ([0] * len(numbers), numbers)
            )
            for dx, dy in zip(across, down, strict=True):
                x, y = x + dx, y + dy
                lines[-1].append((x, y))
    return lines


SHAPES = {name: {key: rings(path) for key, path in plate.shapes.items()} for name, plate in ATLAS.plates.items()}


def states_at(longitude, latitude, plate="world"):
    """The codes of the states whose shapes are drawn at a place."""
    point = PLATES[plate].frame.project((longitude, latitude))
    return [key for key, shape in SHAPES[plate].items() if inside(point, shape)]

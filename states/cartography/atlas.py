"""The committed map, read once in a process: drawings, the departures from their source, and the disclaimer."""

import csv
import json
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from states.cartography.dots import Dot
from states.cartography.rooms import Room


class Plate(NamedTuple):
    """One drawing, in its own units; paths are the `d` of an SVG path."""

    width: int
    height: int
    ground: str
    #: By ISO 3166-1 alpha-3 code: the states large enough for a shape, and the others.
    shapes: dict[str, str]
    dots: dict[str, Dot]
    #: All that has no status, as one path.
    areas: str
    #: Where a letter fits.
    rooms: dict[str, Room]
    dashes: str


class Departure(NamedTuple):
    """Where the map departs from its source, for readers."""

    area: str
    done: str
    source: str
    #: The day of the source; None where it is a practice.
    date: date | None


class Atlas(NamedTuple):
    """All that a page needs to draw a map."""

    plates: dict[str, Plate]
    departures: list[Departure]
    disclaimer: str


@lru_cache(maxsize=4)
def atlas(folder: Path) -> Atlas:
    """The atlas in a folder with geometry.json, overrides.csv and disclaimer.txt."""
    drawings = json.loads((folder / "geometry.json").read_text(encoding="utf-8"))["plates"]
    with (folder / "overrides.csv").open(encoding="utf-8", newline="") as file:
        # One row for readers where several rules do one thing.
        departures = dict.fromkeys(_departure(row) for row in csv.DictReader(file))
    disclaimer = (folder / "disclaimer.txt").read_text(encoding="utf-8").strip()
    return Atlas({name: _plate(drawing) for name, drawing in drawings.items()}, list(departures), disclaimer)


def _departure(row: dict[str, str]) -> Departure:
    day = date.fromisoformat(row["date"]) if row["date"] else None
    return Departure(row["area"], row["done"], row["source"], day)


def _plate(drawing: dict[str, object]) -> Plate:
    parts: dict[str, dict[str, str]] = {key: value for key, value in drawing.items() if isinstance(value, dict)}
    return Plate(
        width=int(str(drawing["width"])),
        height=int(str(drawing["height"])),
        ground=str(drawing["ground"]),
        shapes=parts["shapes"],
        dots={key: Dot(*map(int, text.split())) for key, text in parts["dots"].items()},
        areas="".join(parts["areas"].values()),
        rooms={key: Room(*map(int, text.split())) for key, text in parts["rooms"].items()},
        dashes=str(drawing["dashes"]),
    )

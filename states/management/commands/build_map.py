"""Build the map's committed file from its source."""

import csv
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from states.cartography.build import build, text_of
from states.cartography.overrides import OverrideError


class Command(BaseCommand):
    help = "Draw the map anew from a TopoJSON file of countries, with the overrides of data/map/overrides.csv."

    def add_arguments(self, parser):
        parser.add_argument("source", type=Path, help="countries-50m.json of the npm package world-atlas")
        parser.add_argument("--check", action="store_true", help="write nothing; fail if the file would change")
        parser.add_argument("--data", type=Path, default=settings.DATA_DIR, help="another folder of files")

    def handle(self, *args, source, check, data, **options):
        try:
            text = drawn(source, data)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise CommandError(f"Nothing was written. {error}") from None
        file = data / "map" / "geometry.json"
        if check and text != file.read_text(encoding="utf-8"):
            raise CommandError(f"{file} is not what {source} and the overrides give; run `make map`.")
        if not check:
            file.write_text(text, encoding="utf-8")
        return f"{file}: {'as built' if check else 'written'}, {len(text.encode())} bytes"


def drawn(source, data):
    """The text of the committed file. Raises OverrideError for a rule that does not fit, OSError, ValueError."""
    with (data / "states.csv").open(encoding="utf-8", newline="") as file:
        places = list(csv.DictReader(file))
    codes = {row["m49"]: row["iso3"] for row in places if row["m49"]}
    states = {row["iso3"] for row in places if row["category"] == "state"}
    drawings = build(source.read_bytes(), (data / "map" / "overrides.csv").read_bytes(), codes, states)
    missing = states - {key for plate in drawings["plates"].values() for key in (*plate["shapes"], *plate["dots"])}
    if missing:
        raise OverrideError(f"Not on the map: {', '.join(sorted(missing))}.")
    return text_of(drawings)

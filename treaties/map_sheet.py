"""The map as a file of its own: a sheet with the day, both drawings, legend, disclaimer, source and address."""

from collections.abc import Iterable
from datetime import date
from html import escape
from textwrap import wrap
from typing import Any, NamedTuple

from sources.dates import in_text
from states.cartography.atlas import Atlas
from treaties.drawing import Looks, body, patterns
from treaties.map import Entry, Pin, entries

#: Units of the sheet; its proportion is that of A4 on its side.
WIDTH, HEIGHT = 5200, 3677
MARGIN = 100
FONT = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
INK = "#1b1c1e"


class Sheet(NamedTuple):
    """What is written on the sheet."""

    title: str
    day: str
    source: str
    address: str


def written_on(treaty: Any, day: date, address: str) -> Sheet:
    """What stands on the sheet of a treaty and a day; `address` is the page with the same map."""
    return Sheet(
        title=f"{treaty.name}: the standing of every state",
        day=f"As at {in_text(day)}. Record last compared with published reports on {in_text(treaty.checked_on)}.",
        source="Standings: Treaty Withdrawal Tracker, computed from the depositary’s acts; the depositary’s own record "
        "is authoritative. Shapes: Natural Earth, public domain, with departures that the tracker lists. Equal Earth "
        "projection.",
        address=address,
    )


def _shared(outline: str) -> dict[str, str]:
    return {
        "land": f'stroke="{outline}" stroke-width="3" stroke-linejoin="round"',
        "dots": f'stroke="{outline}" stroke-width="4"',
        "dashes": 'fill="none" stroke="#1b1c1e" stroke-width="3.5" stroke-dasharray="8 6"',
        "letters": f'fill="{INK}" stroke="#fff" stroke-width="12" paint-order="stroke" stroke-linejoin="round" '
        f'font-weight="700"',
    }


#: The colours of the standings, as map.css has them.
COLOURS = _shared("#ffffff") | {
    "sea": 'fill="#f1f3f4"',
    "areas": 'fill="#ffffff" stroke="#777777" stroke-width="3" stroke-dasharray="10 8"',
    "hatch": 'fill="none" stroke="#ffffff" stroke-width="5" stroke-linecap="round"',
    "signatory_hatch": 'fill="none" stroke="#ffffff" stroke-width="3.5"',
    "non_party_hatch": 'fill="none" stroke="#ffffff" stroke-width="4" stroke-opacity="0.7"',
    "contested_hatch": 'fill="none" stroke="#ffffff" stroke-width="9" stroke-linecap="round"',
    "withdrawing_hatch": f'fill="none" stroke="{INK}" stroke-width="3.5" stroke-opacity="0.75"',
    "withdrawn_hatch": f'fill="none" stroke="{INK}" stroke-width="3.5" stroke-opacity="0.75"',
    "party": 'fill="#0072b2"',
    "contested": 'fill="#0072b2"',
    "withdrawing": 'fill="#e69f00"',
    "withdrawn": 'fill="#d55e00"',
    "consented": 'fill="#0072b2"',
    "signatory": 'fill="#56b4e9"',
    "non_party": 'fill="#c2c5c8"',
}
#: Greys and hatches, for a printer without colour.
GREYS = _shared("#555555") | {
    "sea": 'fill="#ffffff" stroke="#999999" stroke-width="4"',
    "areas": 'fill="#ffffff" stroke="#777777" stroke-width="4" stroke-dasharray="10 8"',
    "hatch": 'fill="none" stroke="#000000" stroke-width="6" stroke-linecap="round"',
    "non_party_hatch": 'fill="none" stroke="#777777" stroke-width="3"',
    "party": 'fill="#9a9a9a"',
    "contested": 'fill="#9a9a9a"',
    "withdrawing": 'fill="#ffffff"',
    "withdrawn": 'fill="#ffffff"',
    "consented": 'fill="#ffffff"',
    "signatory": 'fill="#e4e4e4"',
    "non_party": 'fill="#ffffff"',
}


def sheet(atlas: Atlas, pins: list[Pin], written: Sheet, *, for_print: bool = False) -> str:
    """The whole file, at most some 100 kB of text; in greys and with larger letters if `for_print`."""
    looks = Looks(GREYS if for_print else COLOURS, "m")
    large = 84 if for_print else 72
    world, europe = atlas.plates["world"], atlas.plates["europe"]
    top = MARGIN + large * 3
    below = top + world.height + 60
    high = HEIGHT - below - MARGIN
    wide = high * europe.width // europe.height
    box = f'x="{MARGIN}" y="{below}" width="{wide}" height="{high}"'
    legend = MARGIN + wide + 120
    return "".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="297mm" height="210mm" '
            f'role="group" aria-labelledby="m-title" aria-describedby="m-description" font-family="{FONT}">',
            f'<title id="m-title">{escape(written.title)}, {escape(written.day)}</title>',
            f'<desc id="m-description">{escape(_description(pins))}</desc>',
            patterns(looks),
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
            _text(MARGIN, MARGIN + large, written.title, round(large * 1.5), bold=True),
            _text(MARGIN, MARGIN + large * 2.4, written.day, large),
            f'<g transform="translate({MARGIN} {top})">{body(world, pins, looks, letter=large)}</g>',
            f'<svg {box} viewBox="0 0 {europe.width} {europe.height}">',
            body(europe, pins, looks, letter=large * 7 // 5),
            f'</svg><rect {box} fill="none" stroke="#999999" stroke-width="4"/>',
            *_legend(entries(pins), looks, legend, below, large * 7 // 8),
            *_small_print(atlas, written, legend + large * 25, below, large * 5 // 9),
            "</svg>\n",
        ]
    )


def _description(pins: list[Pin]) -> str:
    return "; ".join(f"{entry.mark.label}: {entry.number}" for entry in entries(pins)) + "."


def _legend(lines: list[Entry], looks: Looks, x: int, y: int, size: int) -> Iterable[str]:
    step = size * 8 // 5
    for number, entry in enumerate(lines):
        top = y + number * step
        yield f'<rect x="{x}" y="{top}" width="{size * 2}" height="{size}" {looks.fill(entry.mark)} stroke="#555"/>'
        label = f"{entry.mark.letter}  {entry.mark.label}: {entry.number}" + " of these" * entry.part
        yield _text(x + size * 2.5, top + size * 0.8, label, size)
    top = y + len(lines) * step
    yield f'<rect x="{x}" y="{top}" width="{size * 2}" height="{size}" {looks.of("areas")}/>'
    yield _text(x + size * 2.5, top + size * 0.8, "Other areas: no status", size)


def _small_print(atlas: Atlas, written: Sheet, x: int, y: int, size: int) -> Iterable[str]:
    fits = int((WIDTH - MARGIN - x) / size / 0.54)
    paragraphs = [atlas.disclaimer, written.source, written.address]
    lines = [line for text in paragraphs for line in [*wrap(text, fits), ""]]
    for number, line in enumerate(lines):
        if line:
            yield _text(x, y + size + number * size * 1.35, line, size)


def _text(x: float, y: float, text: str, size: int, *, bold: bool = False) -> str:
    weight = ' font-weight="700"' if bold else ""
    return f'<text x="{round(x)}" y="{round(y)}" font-size="{size}" fill="{INK}"{weight}>{escape(text)}</text>'

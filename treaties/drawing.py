"""A plate of the atlas as SVG, each state in the look of its mark and a link to its page.

On a page the looks are classes, because a page may hold no style; a file of its own has the colours in it, as
attributes, which every program understands and no security policy forbids.
"""

from collections.abc import Iterable
from html import escape
from typing import NamedTuple

from states.cartography.atlas import Plate
from treaties.map import ORDER, Mark, Pin

#: Height of a letter in units, and the room it needs around it.
LETTER, LETTER_ROOM = 50, 18
#: The parts of a drawing that have a look, besides the marks.
PARTS = ("sea", "areas", "land", "hatch", "dots", "dashes", "letters")
#: What lies on the ground of every mark but the States Parties': size of a tile, path on it and its turn in degrees.
PATTERNS = {
    "withdrawing": (26, "M0 13H26", 45),
    "withdrawn": (26, "M0 13H26M13 0V26", 45),
    "contested": (24, "M12 12h.1", 0),
    "consented": (22, "M0 11H22", 0),
    "signatory": (26, "M13 0V26", 0),
    "non_party": (40, "M0 20H40", 135),
}


class Looks(NamedTuple):
    """How parts and marks look: the attributes of each, by its name, and a prefix that makes ids unique on a page."""

    attributes: dict[str, str]
    prefix: str

    def of(self, part: str) -> str:
        return self.attributes[part]

    def hatch(self, mark: Mark) -> str:
        """The attributes of the lines of a pattern, where a mark has its own."""
        return self.attributes.get(f"{mark.key}_hatch", self.attributes["hatch"])

    def fill(self, mark: Mark) -> str:
        """The attributes that fill a shape with a mark's colour or pattern."""
        return f'fill="url(#{self.prefix}-{mark.key})"' if mark.key in PATTERNS else self.attributes[mark.key]


def looks_of_page(prefix: str) -> Looks:
    """Looks by class; the colours are in map.css."""
    names = (*PARTS, *(mark.key for mark in ORDER))
    return Looks({name: f'class="map-{name.replace("_", "-")}"' for name in names}, prefix)


def patterns(looks: Looks) -> str:
    """The definitions of the patterns; once in a document."""
    return f"<defs>{''.join(_pattern(mark, looks) for mark in ORDER if mark.key in PATTERNS)}</defs>"


def _pattern(mark: Mark, looks: Looks) -> str:
    size, lines, turn = PATTERNS[mark.key]
    return (
        f'<pattern id="{looks.prefix}-{mark.key}" width="{size}" height="{size}" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate({turn})"><rect {looks.of(mark.key)} width="{size}" height="{size}"/>'
        f'<path {looks.hatch(mark)} d="{lines}"/></pattern>'
    )


def body(plate: Plate, pins: Iterable[Pin], looks: Looks, *, named: bool = False, letter: int = LETTER) -> str:
    """All that is drawn of a plate: sea, areas, states, disputed lines, dots and letters; names too if `named`."""
    by_mark = _by_mark(pins)
    shapes = _groups(by_mark, looks, {key: f'<path d="{path}"/>' for key, path in plate.shapes.items()})
    dots = {key: f'<circle cx="{dot.x}" cy="{dot.y}" r="{dot.radius}"/>' for key, dot in plate.dots.items()}
    return (
        f'<path {looks.of("sea")} d="{plate.ground}"/><path {looks.of("areas")} d="{plate.areas}"/>'
        f"<g {looks.of('land')}>{shapes}</g>"
        f'<path {looks.of("dashes")} d="{plate.dashes}"/>'
        f"<g {looks.of('dots')}>{_groups(by_mark, looks, dots)}</g>"
        f'<g {looks.of("letters")} font-size="{letter}" text-anchor="middle">'
        f"{''.join(_letters(plate, by_mark, named=named, letter=letter))}</g>"
    )


def _by_mark(pins: Iterable[Pin]) -> dict[Mark, list[Pin]]:
    by_mark: dict[Mark, list[Pin]] = {mark: [] for mark in ORDER}
    for pin in pins:
        by_mark[pin.mark].append(pin)
    return by_mark


def _groups(by_mark: dict[Mark, list[Pin]], looks: Looks, drawn: dict[str, str]) -> str:
    """A group for each mark; those that have letters come last, so that no neighbour's outline lies on theirs."""
    groups = []
    for mark in sorted(ORDER, key=lambda mark: mark.lettered):
        links = [_link(pin, drawn[pin.iso3]) for pin in by_mark[mark] if pin.iso3 in drawn]
        if links:
            groups.append(f"<g {looks.fill(mark)}>{''.join(links)}</g>")
    return "".join(groups)


def _link(pin: Pin, drawn: str) -> str:
    # The table after the map has the same links for the keyboard; 197 more stops would be in the way.
    title = escape(f"{pin.name}: {pin.words}")
    return f'<a href="{escape(pin.url)}" tabindex="-1"><title>{title}</title>{drawn}</a>'


def _letters(plate: Plate, by_mark: dict[Mark, list[Pin]], *, named: bool, letter: int) -> Iterable[str]:
    for pin in (pin for mark in ORDER if mark.lettered for pin in by_mark[mark]):
        place = plate.rooms.get(pin.iso3)
        if place and place.radius >= LETTER_ROOM:
            name = f'<tspan class="map-name"> {escape(pin.name)}</tspan>' if named else ""
            yield f'<text x="{place.x}" y="{place.y + letter * 36 // 100}">{pin.mark.letter}{name}</text>'

"""The map as pages show it: drawings, legend and table made in Python, which is faster than template loops."""

from bisect import bisect_right
from datetime import date
from html import escape
from typing import NamedTuple

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from sources.dates import in_text
from states.cartography.atlas import Atlas, Plate, atlas
from treaties.cells import time
from treaties.drawing import Looks, body, looks_of_page, patterns
from treaties.map import CONTESTED, Change, Entry, Mark, Pin, earlier, entries, last_change, later, pins


class MapOfDay(NamedTuple):
    """What the templates of the map show; every part is finished HTML."""

    world: SafeString
    europe: SafeString
    legend: SafeString
    disclaimer: str


def the_atlas() -> Atlas:
    """The committed map."""
    return atlas(settings.DATA_DIR / "map")


def map_of_day(rows, title):
    """The map of these rows, as `standing_rows` gives them; a page has one."""
    book, states, looks = the_atlas(), pins(rows), looks_of_page("map")
    world, europe = book.plates["world"], book.plates["europe"]
    return MapOfDay(
        _svg(world, "map-world", title, patterns(looks) + body(world, states, looks)),
        _svg(europe, "map-europe", f"{title}: Europe", body(europe, states, looks, named=True)),
        legend_of(states, looks),
        book.disclaimer,
    )


class Moments(NamedTuple):
    """The days on which something changed, around the day of the map."""

    days: str
    count: int
    #: The number of the last change up to the day; 1 before the first.
    number: int
    first: date
    last: date
    earlier: date | None
    later: date | None
    change: Change | None


def moments(histories, places, found):
    """The days of change for the slider and its neighbours; None for a treaty without acts."""
    days, day = found.days, found.day
    if not days:
        return None
    names = {place.pk: place.name for place in places}
    return Moments(
        days=" ".join(one.isoformat() for one in days),
        count=len(days),
        number=max(bisect_right(days, day), 1),
        first=days[0],
        last=days[-1],
        earlier=earlier(days, day),
        later=later(days, day),
        change=last_change(histories, names, days, day),
    )


def legend_of(states, looks):
    """The lines of the legend for these states, as `pins` gives them; the patterns stand elsewhere on the page."""
    lines = (_legend_line(entry, looks) for entry in entries(states))
    return mark_safe("".join(lines))  # noqa: S308 -- own words


def map_title(treaty, day):
    """The name of a map for those who do not see it."""
    return f"Map of the world: standing of every state under the {treaty.name}, as at {in_text(day)}"


def _svg(plate: Plate, name: str, title: str, drawn: str) -> SafeString:
    description = "Each state is a link to its page. The table of the standings has the same content."
    return mark_safe(  # noqa: S308 -- names are escaped where the drawing is made
        f'<svg class="map-drawing" viewBox="0 0 {plate.width} {plate.height}" role="group" '
        f'aria-labelledby="{name}-title" aria-describedby="{name}-about">'
        f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-about">{description}</desc>{drawn}</svg>'
    )


def _legend_line(entry: Entry, looks: Looks) -> str:
    words = f"{escape(entry.mark.label)}: <b>{entry.number}</b>{' of these' if entry.part else ''}"
    swatch = f'<rect width="150" height="100" {looks.fill(entry.mark)}/>'
    return (
        f'<li><svg class="map-swatch" viewBox="0 0 150 100" aria-hidden="true">{swatch}</svg> '
        f'<b class="map-key">{entry.mark.letter}</b> <span>{words}</span></li>\n'
    )


def table_body(rows) -> SafeString:
    """A table row for each mark: label, letter, number and the states.

    What readers look for comes first and with its day: on a phone, where the states are tiles of one size in the look
    of their mark, those of all parties fill several screens.
    """
    lines = []
    for entry in sorted(entries(pins(rows)), key=lambda entry: not entry.mark.lettered):
        states = "".join(f"<li>{_state(pin, entry.mark)}</li>" for pin in entry.pins)
        listed = f'<ul class="tiles">{states}</ul>' if states else "none"
        also = "<p>Counted among the States Parties as well.</p>" if entry.part else ""
        lines.append(
            f'<tr class="tiled-{_look(entry.mark)}"><th scope="row"><b class="map-key">{entry.mark.letter}</b> '
            f"{escape(entry.mark.label)}</th><td>{entry.number}</td><td>{listed}{also}</td></tr>\n"
        )
    return mark_safe("".join(lines))  # noqa: S308 -- names are escaped


def _state(pin: Pin, mark: Mark) -> str:
    """A state in the row of a mark, with the day from which the mark is right where readers look for it."""
    # The treaty is in force for the contested since long before the suspension.
    day = pin.notified if mark is CONTESTED else pin.since if mark.lettered else None
    words = f" <span>({'notified ' if mark is CONTESTED else ''}{time(day)})</span>" if day else ""
    return f'<a href="{escape(pin.url)}">{escape(pin.name)}</a>{words}'


def _look(mark: Mark) -> str:
    return mark.key.replace("_", "-")

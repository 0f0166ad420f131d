"""What one state has been to a treaty: a band over time, with each day that changed it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from sources.dates import in_table, in_text
from states.charts import FULL, Box, Chart, Key, Line, Link, Mark, Words
from states.scales import Scale, time_axis
from states.scales import days as days_of
from treaties.enums import Status
from treaties.status import NEVER, Standing, at

#: The height of the band and of a line of words, in pixels.
BAND, ROW = 40, 22
#: The width of a letter on the smallest screen, in hundredths of a percent.
LETTER = 240
PATTERN_OF = {Status.WITHDRAWING: "hatch", Status.WITHDRAWN: "cross", Status.CONSENTED: "level"}


class Event(NamedTuple):
    """A day on which something changed, and what, in few words; `more` stands where there is room."""

    day: date
    text: str
    ahead: bool
    more: str


class Part(NamedTuple):
    """A time during which a standing stays the same: from a day until the day before the next."""

    standing: Standing
    began: date
    ended: date


def events_of(history: Sequence[Standing], day: date) -> list[Event]:
    """Everything that happened to a standing, in order; what is scheduled for after `day` is ahead."""
    return [
        Event(when, text, when > day, _since_before(now) if when == now.consent else "")
        for before, now in zip([NEVER, *history], history, strict=False)
        for when, text in _changed(before, now)
    ]


def parts_of(history: Sequence[Standing], first: date, last: date) -> list[Part]:
    """The standings from one day to another, without those of no length."""
    starts = [NEVER, *history]
    begun = [min(max(one.day, first), last) for one in starts]
    ended = [*begun[1:], last]
    return [Part(*one) for one in zip(starts, begun, ended, strict=True) if one[1] < one[2]]


def standing_over_time(
    state: str, treaty: str, history: Sequence[Standing], first: date, day: date, *, source: Sequence[Link], key: str
) -> Chart | None:
    """One state's standing from the treaty's opening to `day`, or to what is scheduled by then.

    `history` is the timeline of its acts up to `day`. None where it never acted, and before the treaty opened.
    """
    if not history or day <= first:
        return None
    last, events = max(day, history[-1].day), events_of(history, day)
    time, parts = days_of(first, last), parts_of(history, first, last)
    early = [event for event in events if time.across(event.day.toordinal()) < FULL // 2]
    late = events[len(early) :]
    height = ROW * (len(early) + len(late)) + BAND
    top = _across(ROW * len(early), height)
    bottom = _across(ROW * len(early) + BAND, height)
    marks = [mark for part in parts for mark in _band(part, time, top, bottom)]
    marks += _flags(early, time, height, top)
    marks += _flags(late, time, height, bottom, below=bottom)
    if last > day:
        x = time.across(day.toordinal())
        marks.append(Line("today", x, top, x, bottom))
    now = at(history, day)
    return Chart(
        key=key,
        title=f"{state} under the {treaty}",
        unit=f"Standing from {in_text(first)}, when the treaty opened for signature, to {in_text(last)}",
        description=f"A band over time, parted by standing; as at {in_text(day)}: {now.status.label}. "
        + " ".join(f"{in_text(event.day)}: {_worded(event)}." for event in events),
        height=height,
        above=4,
        below=30,
        marks=(*marks, *time_axis(time, first, last)),
        columns=("From", "What happened", "Standing from then on"),
        rows=tuple(_rows(events, history)),
        source=tuple(source),
        keys=tuple(_keys(parts, time)),
        note=f"What lies after {in_text(day)} is scheduled by the acts on record." if last > day else "",
    )


def _changed(before: Standing, now: Standing) -> Iterator[tuple[date, str]]:
    """What differs between two standings that follow each other; nothing stands twice."""
    if now.signed and now.signed != before.signed:
        yield now.signed, "Signature"
    if now.consent and now.consent != before.consent:
        yield now.consent, str(now.consent_kind.label) if now.consent_kind else "Consent"
    if now.bound and not before.bound and not _is_backdated(now):
        yield now.day, "In force"
    if now.contested != before.contested and before.bound and now.bound:
        yield now.day, "Suspension notified" if now.contested else "Suspension taken back"
    if now.in_conflict != before.in_conflict:
        yield now.day, "Armed conflict recorded" if now.in_conflict else "Armed conflict over"
    if now.withdrawal_received and now.withdrawal_received != before.withdrawal_received:
        yield now.withdrawal_received, "Notice received"
    if before.withdrawal_received and not now.withdrawal_received and before.status is Status.WITHDRAWING:
        yield now.day, "Notice taken back"
    if before.withdrawal_effective and not now.withdrawal_effective and now.status is Status.WITHDRAWING:
        yield now.day, "Effect held by a conflict"
    if now.status is Status.WITHDRAWN and before.bound:
        yield now.day, "Withdrawal effective"


def _since_before(now: Standing) -> str:
    """From when the treaty counts as in force, where that is before the day of the succession."""
    return f", in force from {in_table(now.in_force)}" if now.in_force and _is_backdated(now) else ""


def _is_backdated(now: Standing) -> bool:
    """Whether the treaty counts as in force from a day before the one on which that was notified: a succession."""
    return now.bound and now.in_force is not None and now.in_force < now.day


def _band(part: Part, time: Scale, top: int, bottom: int) -> Iterator[Mark]:
    """A part of the band, its standing in words where they fit, and dots below it while a suspension is contested."""
    status, x = part.standing.status, time.across(part.began.toordinal())
    width = _width(part, time)
    title = f"{status.label}, {in_text(part.began)} to {in_text(part.ended)}"
    pattern = PATTERN_OF.get(status, "")
    yield Box(f"standing-{status.value}", x, top, width, bottom - top, title, pattern)
    if _is_worded(status, width):
        yield Words(str(status.label), x + width // 2, (top + bottom) // 2, "middle", down=5, look=f"on-{status.value}")
    if part.standing.contested:
        height = (bottom - top) // 4
        yield Box("contested", x, bottom - height, width, height, "Suspension notified, contested", "dots")


def _width(part: Part, time: Scale) -> int:
    return time.across(part.ended.toordinal()) - time.across(part.began.toordinal())


def _is_worded(status: Status, width: int) -> bool:
    return status not in PATTERN_OF and width > len(status.label) * LETTER


def _flags(events: Sequence[Event], time: Scale, height: int, top: int, below: int | None = None) -> Iterator[Mark]:
    """A line from the band to each event's words, which no other line crosses: the order is that of the days."""
    for place, event in enumerate(events):
        x = time.across(event.day.toordinal())
        y = _across(ROW * place, height) + (below or 0)
        text = f"{event.text} {in_table(event.day)}"
        line = _across(ROW // 2, height)
        if below is None:
            yield Line("flag", x, y + line, x, top)
            yield Words(text, x, y + line, "start", right=6, down=4, look="event")
        else:
            yield Line("flag", x, below, x, y + line)
            yield Words(text, x, y + line, "end", right=-6, down=6, look="event-ahead" if event.ahead else "event")


def _rows(events: Sequence[Event], history: Sequence[Standing]) -> Iterator[tuple[str, str, str]]:
    """A row for each event; the standing is that of the end of its day."""
    for event in events:
        now = at(history, event.day)
        contested = "; a suspension is notified and contested" if now.contested else ""
        yield in_table(event.day), _worded(event), f"{now.status.label}{contested}"


def _keys(parts: Sequence[Part], time: Scale) -> Iterator[Key]:
    """The standings that are not written on the band, and whether a suspension is contested, each once."""
    worded = {part.standing.status for part in parts if _is_worded(part.standing.status, _width(part, time))}
    for status in dict.fromkeys(part.standing.status for part in parts if part.standing.status not in worded):
        yield Key(f"standing-{status.value}", str(status.label), PATTERN_OF.get(status, ""))
    if any(part.standing.contested for part in parts):
        yield Key("contested", "suspension notified, contested", "dots")


def _worded(event: Event) -> str:
    return f"{event.text}{event.more}{' (scheduled)' if event.ahead else ''}"


def _across(pixels: int, height: int) -> int:
    return round(FULL * pixels / height)

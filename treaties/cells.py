"""The HTML of table cells that hold more than plain text. Everything from the record is escaped here."""

from functools import lru_cache
from html import escape

from sources.cells import publishers
from sources.dates import in_table
from treaties.enums import Status

#: Every badge once: a list of states shows hundreds.
_BADGES = {
    status: f'<span class="badge badge-{status.value}"><b aria-hidden="true">{status.letter}</b> {status.label}</span>'
    for status in Status
}
CONTESTED_BADGE = (
    '<span class="badge badge-contested"><b aria-hidden="true">c</b> suspension notified, contested</span>'
)


def badge(standing):
    """The status in words, letter, colour and pattern, and a second badge where a suspension is contested."""
    return _BADGES[standing.status] + (f" {CONTESTED_BADGE}" if standing.contested else "")


def treaty_link(row):
    return f'<a href="{row.url}">{escape(row.treaty.name)}</a>'


def status_cell(row):
    return badge(row.standing)


@lru_cache(maxsize=4096)
def time(day):
    """A day as tables have it, readable by machines too."""
    return f'<time datetime="{day.isoformat()}">{in_table(day)}</time>'


def consent_cell(row):
    """The day of consent with the depositary's letter for its kind, such as "12 May 2004 a"."""
    standing = row.standing
    if standing.consent is None:
        return ""
    kind = standing.consent_kind
    letter = f'&nbsp;<abbr title="{kind.label}">{kind.letter}</abbr>' if kind.letter else ""
    return time(standing.consent) + letter


def acts_link(row):
    """A link to the state's acts, where each day has its sources."""
    return f'<a href="{row.acts_url}">acts<span class="unseen"> of {escape(row.place.name)}</span></a>'


def effect_cell(row):
    """The day of effect, or why there is none."""
    notice = row.notice
    if notice.taken_back:
        return f"taken back on {time(notice.taken_back)}"
    if notice.effective is None:
        return "not before the end of the armed conflict"
    return time(notice.effective) + (", unless an armed conflict goes on" if notice.hold else "")


def sources_cell(row):
    return publishers(row.sources)


def partial(when):
    """A date as far as it is known, as tables have it and readable by machines too: "18 Mar 2025", "May 2025"."""
    return f'<time datetime="{when}">{when.short}</time>'


def partial_cell(name):
    """A cell with the date of one stage; empty cells read "not recorded" to tell them from a date not known."""

    def cell(row):
        when = getattr(row.strip, name)
        return partial(when) if when else '<span class="stage-none">not recorded</span>'

    return cell


def days_cell(name):
    """A cell with the days between two stages; in words where one of these is not known to the day."""

    def cell(row):
        days = getattr(row.strip, name)
        return '<span class="stage-none">not known</span>' if days is None else str(days)

    return cell


def share_cell(row):
    """The share of votes against, with the numbers it is made of."""
    result = row.strip.result
    if result is None:
        return '<span class="stage-none">not recorded</span>'
    share = "" if result.share_against is None else f"{result.share_against:g} "
    return f'{share}<span class="cite stage-numbers">({result.numbers})</span>'


def steps_cell(row):
    """How many steps there are, leading to them further down on the page."""
    count = len(row.steps)
    words = f"{count} step{'s'[: count != 1]}"
    return f'<a href="#way-{row.place.slug}">{words}<span class="unseen"> of {escape(row.place.name)}</span></a>'

"""The lines on standing and acts: what each state is to a treaty, since when, by which acts."""

from config.compare.cells import ahead, date_link, text
from config.compare.lines import Block, Cell, Fact, Line
from treaties.cells import badge
from treaties.enums import ActKind, Status

HELD = "not before the end of the armed conflict"


def standing_block(treaty, sides, day):
    """Status, since when and the sentence; then the acts with their dates."""
    slug = f"{treaty.slug}-standing"
    return Block(slug, "Standing and acts", [*_standing(sides, day), *_acts(treaty, sides, day)])


def _standing(sides, day):
    def line(key, heading, value, html, *, unit="", shown=True, kind="fact"):
        cells = [
            Cell((Fact(key, value(side), unit, "", _sources(side.acts)),), html(side) if shown else "")
            for side in sides
        ]
        return Line("standing", heading, cells, "no act on record", shown=shown, kind=kind)

    return [
        line("status", "Standing", lambda side: side.standing.status, lambda side: badge(side.standing)),
        line(
            "since", "Since", lambda side: side.standing.since,
            lambda side: date_link(side.standing.since), unit="date",
        ),
        line("bound", "Bound", lambda side: side.standing.bound, None, shown=False),
        line("contested", "Contested", lambda side: side.standing.contested, None, shown=False),
        line(
            "sentence", "In one sentence", lambda side: side.sentence, lambda side: text(side.sentence), unit="text",
            kind="sentence",
        ),
    ]  # fmt: skip


def _acts(treaty, sides, day):
    signature, withdrawal = (ActKind.SIGNATURE,), (ActKind.WITHDRAWAL,)
    return [
        _dated("signed", "Signed", sides, day, "signed", signature),
        _dated("consent", "Consent deposited", sides, day, "consent", None, note=_kind_of_consent),
        Line(
            "acts", "Kind of consent",
            [Cell((Fact("consent_kind", side.standing.consent_kind or None, "", "", _by(side, "consent")),))
             for side in sides],
            shown=False,
        ),
        _dated("in_force", "In force for it", sides, day, "consent", None, value="in_force"),
        _dated("withdrawal_received", "Notice of withdrawal received", sides, day, "withdrawal_received", withdrawal),
        _dated(
            "withdrawal_effective", "Withdrawal effective", sides, day, "withdrawal_received", withdrawal,
            value="withdrawal_effective", note=_hold,
        ),
    ]  # fmt: skip


def _dated(key, heading, sides, day, act_day, kinds, *, value=None, note=lambda side: ""):
    """A line of dates, each leading to the act on the profile that gives it, the one of the day `act_day`."""
    cells = []
    for side in sides:
        when = getattr(side.standing, value or act_day)
        act = _act(side, act_day, kinds)
        html = date_link(when, f"{side.one.url}#act-{act.pk}" if act else "") + ahead(when, day)
        html += f' <span class="cite">{text(said)}</span>' if (said := note(side)) else ""
        cells.append(Cell((Fact(key, when, "date", "", _sources([act] if act else [])),), html))
    return Line("acts", heading, cells, "none")


def _kind_of_consent(side):
    kind = side.standing.consent_kind
    return kind.label.lower() if kind else ""


def _hold(side):
    standing = side.standing
    if standing.status is not Status.WITHDRAWING:
        return ""
    if standing.withdrawal_effective is None:
        return HELD
    return "unless an armed conflict goes on" if standing.in_conflict else ""


def _act(side, act_day, kinds):
    """The act behind a date of the standing, or None. `kinds` None means the kind of the consent."""
    when = getattr(side.standing, act_day)
    wanted = kinds or (side.standing.consent_kind,)
    return next((act for act in side.acts if act.date == when and act.kind in wanted), None)


def _by(side, act_day):
    act = _act(side, act_day, None)
    return _sources([act] if act else [])


def _sources(acts):
    return tuple(dict.fromkeys(key for act in acts for key, _ in act.sources))

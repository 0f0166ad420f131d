"""The answer in one sentence that is legally right on a day, for every standing a state can have."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from sources.dates import in_text
from sources.wording import in_words, with_capital
from treaties.enums import ActKind, Status
from treaties.notices import Notice, notices
from treaties.spells import Spell, spells
from treaties.status import Act, Rules, Standing, at, in_order, timeline, withdrawal_effect


class Names(NamedTuple):
    """How running text calls the state ("the Netherlands"), the treaty ("Ottawa Convention") and its kind."""

    state: str
    treaty: str
    noun: str


class Known(NamedTuple):
    """What the record knows of one state under one treaty on a day."""

    now: Standing
    acts: list[Act]
    #: The times it was bound that have ended.
    earlier: list[Spell]
    notices: list[Notice]
    rules: Rules


def sentence(names: Names, acts: Sequence[Act], rules: Rules, day: date) -> str:
    """What the state is to the treaty on `day`, since when and why, from its acts up to that day.

    One sentence for the standing, and one more for each of: an earlier time as a State Party, a notice taken back, a
    notified suspension.
    """
    if day < rules.opened_on:
        return f"No state was party: the {names.treaty} was not opened for signature until {in_text(rules.opened_on)}."
    recorded = in_order(act for act in acts if act.date <= day)
    changes = timeline(recorded, rules)
    ended = [spell for spell in spells(changes, day) if spell.ended]
    known = Known(at(changes, day), recorded, ended, notices(changes, day), rules)
    parts = [_ANSWER[known.now.status](names, known), *_earlier(known), *_taken_back(known), *_contested(names, known)]
    return with_capital(" ".join(parts))


def _non_party(names: Names, known: Known) -> str:
    return (
        f"{names.state} is not a State Party: it has neither signed the {names.treaty} nor consented to be bound by it."
    )


def _signatory(names: Names, known: Known) -> str:
    return (
        f"{names.state} is a signatory, not a State Party: it signed the {names.treaty} on {in_text(known.now.signed)} "
        "and has not consented to be bound by it."
    )


def _consented(names: Names, known: Known) -> str:
    again = " again" if known.earlier else ""
    start = f"{names.state} is not yet a State Party{again}: it {_consent(names, known)}, "
    if known.now.in_force is None:
        return f"{start}and the {names.noun} itself is not yet in force."
    return f"{start}and the {names.noun} enters into force for it on {in_text(known.now.in_force)}."


def _party(names: Names, known: Known) -> str:
    return (
        f"{names.state} is a State Party: it {_consent(names, known)}, "
        f"and the {names.noun} has been in force for it since {in_text(known.now.in_force)}."
    )


def _withdrawing(names: Names, known: Known) -> str:
    now = known.now
    start = (
        f"{names.state} is withdrawing but still a State Party: the depositary received its notice of withdrawal from "
        f"the {names.treaty} on {in_text(now.withdrawal_received)}, "
    )
    if now.withdrawal_effective is None:
        return (
            f"{start}but the withdrawal cannot take effect before the end of the armed conflict in which "
            f"{names.state} is engaged."
        )
    start = f"{start}and the withdrawal takes effect on {in_text(now.withdrawal_effective)}"
    if now.in_conflict:
        return (
            f"{start}, unless {names.state} is then still engaged in the armed conflict: in that case not before the "
            "conflict ends."
        )
    return f"{start}."


def _withdrawn(names: Names, known: Known) -> str:
    now, received = known.now, in_text(known.now.withdrawal_received)
    start = f"{names.state} withdrew: it ceased to be a State Party on {in_text(now.since)}, "
    end = f" The {names.treaty} had been in force for it since {in_text(now.in_force)}."
    term = _term(known.rules.withdrawal_months)
    if now.withdrawal_received and now.since == withdrawal_effect(now.withdrawal_received, known.rules):
        return f"{start}{term} after the depositary received its notice on {received}.{end}"
    if any(act.kind == ActKind.ARMED_CONFLICT_ENDED and act.date == now.since for act in known.acts):
        return (
            f"{start}when the armed conflict that had held its withdrawal ended; the depositary had received its "
            f"notice on {received}.{end}"
        )
    return f"{start}later than the {term} after the depositary received its notice on {received}.{end}"


def _consent(names: Names, known: Known) -> str:
    verb = known.now.consent_kind.verb if known.now.consent_kind else ""
    return f"{verb} the {names.treaty} on {in_text(known.now.consent)}"


def _term(months: int) -> str:
    """ "one month", "six months", "18 months"."""
    return f"{in_words(months)} month{'' if months == 1 else 's'}"


def _earlier(known: Known) -> Iterator[str]:
    """The spells before the one the answer is about."""
    was = "had been" if known.now.status is Status.WITHDRAWN else "was"
    for spell in known.earlier:
        if spell.began != known.now.in_force:
            yield (
                f"It {was} a State Party before, from {in_text(spell.began)} until its withdrawal took effect "
                f"on {in_text(spell.ended)}."
            )


def _taken_back(known: Known) -> Iterator[str]:
    """Notices taken back since the treaty entered into force for the state."""
    which = "an earlier" if known.now.withdrawal_received else "a"
    for notice in known.notices:
        if notice.taken_back and known.now.in_force and notice.received >= known.now.in_force:
            yield (
                f"On {in_text(notice.taken_back)} it took back {which} notice of withdrawal "
                f"received on {in_text(notice.received)}."
            )


def _contested(names: Names, known: Known) -> Iterator[str]:
    if known.now.contested:
        yield (
            f"On {in_text(known.now.suspended)} it notified a suspension, for which the {names.noun} does not provide: "
            f"the notification is contested, and {names.state} remains bound."
        )


_ANSWER: dict[Status, Callable[[Names, Known], str]] = {
    Status.NON_PARTY: _non_party,
    Status.SIGNATORY: _signatory,
    Status.CONSENTED: _consented,
    Status.PARTY: _party,
    Status.WITHDRAWING: _withdrawing,
    Status.WITHDRAWN: _withdrawn,
}

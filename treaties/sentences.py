"""The answer in one sentence that is legally right on a day, for every standing a state can have."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from sources.dates import in_text
from treaties.enums import ActKind, Status
from treaties.spells import Spell, spells
from treaties.status import Act, Rules, Standing, at, in_order, timeline, withdrawal_effect

MONTHS_IN_WORDS = tuple("no one two three four five six seven eight nine ten eleven twelve".split())  # noqa: SIM905


class Names(NamedTuple):
    """How running text calls the state ("the Netherlands"), the treaty ("Ottawa Convention") and its kind."""

    state: str
    treaty: str
    noun: str


def sentence(names: Names, acts: Sequence[Act], rules: Rules, day: date) -> str:
    """What the state is to the treaty on `day`, since when and why, from its acts up to that day.

    One sentence for the standing, and one more for each of: an earlier time as a State Party, a notice taken back, a
    notified suspension.
    """
    if day < rules.opened_on:
        return f"No state was party: the {names.treaty} was opened for signature on {in_text(rules.opened_on)}."
    known = in_order(act for act in acts if act.date <= day)
    changes = timeline(known, rules)
    now = at(changes, day)
    parts = [
        _ANSWER[now.status](names, now, rules),
        *_earlier(now, spells(changes, day)),
        *_taken_back(now, known),
        *_contested(names, now, known),
    ]
    text = " ".join(parts)
    return text[0].upper() + text[1:]


def _non_party(names: Names, now: Standing, rules: Rules) -> str:
    return (
        f"{names.state} is not a State Party: it has neither signed the {names.treaty} nor consented to be bound by it."
    )


def _signatory(names: Names, now: Standing, rules: Rules) -> str:
    return (
        f"{names.state} is a signatory, not a State Party: it signed the {names.treaty} on {in_text(now.signed)} "
        "and has not consented to be bound by it."
    )


def _consented(names: Names, now: Standing, rules: Rules) -> str:
    start = f"{names.state} is not yet a State Party: it {_consent(names, now)}, "
    if now.in_force is None:
        return f"{start}and the {names.noun} itself is not yet in force."
    return f"{start}and the {names.noun} enters into force for it on {in_text(now.in_force)}."


def _party(names: Names, now: Standing, rules: Rules) -> str:
    return (
        f"{names.state} is a State Party: it {_consent(names, now)}, "
        f"and the {names.noun} has been in force for it since {in_text(now.in_force)}."
    )


def _withdrawing(names: Names, now: Standing, rules: Rules) -> str:
    start = (
        f"{names.state} is withdrawing but still a State Party: the depositary received its notice of withdrawal from "
        f"the {names.treaty} on {in_text(now.withdrawal_received)}, "
    )
    if now.withdrawal_effective is None:
        return (
            f"{start}but the withdrawal cannot take effect before the end of the armed conflict in which it is engaged."
        )
    if now.in_conflict and rules.conflict_bars_withdrawal:
        return (
            f"{start}and the withdrawal takes effect on {in_text(now.withdrawal_effective)}, unless the armed conflict "
            "in which it is engaged goes on: then not before that conflict ends."
        )
    return f"{start}and the withdrawal takes effect on {in_text(now.withdrawal_effective)}."


def _withdrawn(names: Names, now: Standing, rules: Rules) -> str:
    received = in_text(now.withdrawal_received)
    start = f"{names.state} withdrew: it ceased to be a State Party on {in_text(now.since)}, "
    end = f" The {names.treaty} had been in force for it since {in_text(now.in_force)}."
    if now.withdrawal_received and now.since == withdrawal_effect(now.withdrawal_received, rules):
        months = MONTHS_IN_WORDS[rules.withdrawal_months] if rules.withdrawal_months < 13 else rules.withdrawal_months
        return f"{start}{months} months after the depositary received its notice on {received}.{end}"
    return f"{start}later than the usual term; the depositary had received its notice on {received}.{end}"


def _consent(names: Names, now: Standing) -> str:
    verb = now.consent_kind.verb if now.consent_kind else ""
    return f"{verb} the {names.treaty} on {in_text(now.consent)}"


def _earlier(now: Standing, known: list[Spell]) -> Iterator[str]:
    """The spells before the one the answer is about."""
    for spell in known:
        if spell.ended and spell.began != now.in_force:
            yield (
                f"It was a State Party before, from {in_text(spell.began)} until its withdrawal took effect "
                f"on {in_text(spell.ended)}."
            )


def _taken_back(now: Standing, known: Sequence[Act]) -> Iterator[str]:
    """Notices taken back since the treaty entered into force for the state."""
    received: date | None = None
    for act in known:
        if act.kind == ActKind.WITHDRAWAL:
            received = act.date
        elif act.kind == ActKind.WITHDRAWAL_REVOCATION and received and now.in_force and received >= now.in_force:
            yield f"On {in_text(act.date)} it took back a notice of withdrawal received on {in_text(received)}."


def _contested(names: Names, now: Standing, known: Sequence[Act]) -> Iterator[str]:
    if now.contested:
        notified = [act.date for act in known if act.kind == ActKind.SUSPENSION_NOTIFICATION][-1]
        yield (
            f"On {in_text(notified)} it notified a suspension, for which the {names.noun} does not provide: "
            f"the notification is contested, and {names.state} remains bound."
        )


_ANSWER: dict[Status, Callable[[Names, Standing, Rules], str]] = {
    Status.NON_PARTY: _non_party,
    Status.SIGNATORY: _signatory,
    Status.CONSENTED: _consented,
    Status.PARTY: _party,
    Status.WITHDRAWING: _withdrawing,
    Status.WITHDRAWN: _withdrawn,
}

"""Which acts the record refuses, and why; also which dates that sources report beside an act's own, and which steps.

One set of acts goes in, every act that has no legal object or cannot be dated so comes out with the field to mend.
The admin and the loader both ask here, and the database gives the same reasons.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from sources.dates import in_text
from treaties.enums import CONSENT_KINDS, KINDS_OF_A_STATE, ActKind, Status, StepKind
from treaties.status import Act, Rules, Standing, entry_into_force, in_order, standing_on, withdrawal_effect

WITHOUT_SIGNATURE = frozenset({ActKind.ACCESSION, ActKind.SUCCESSION})

EFFECT_NEEDS_REASON = "A day of effect that is not the computed one needs its reason."
STEP_NAMES_ITS_STATE = "A step of this kind names the state that took it."
OBJECTION_NAMES_ITS_OBJECT = "An objection, and it alone, names the other state to whose act it objects."


class Refusal(NamedTuple):
    """An act that cannot stand, the field that shows it, and the reason for a person to read."""

    act: Act
    field: str
    reason: str


def refusals(acts: Sequence[Act], rules: Rules, today: date) -> list[Refusal]:
    """Every reason against this set of one state's acts under one treaty; empty when the set can stand."""
    found: list[Refusal] = []
    ordered = in_order(acts)
    for place, act in enumerate(ordered):
        before = standing_on(ordered[:place], rules, act.date)
        found += [Refusal(act, field, reason) for field, reason in _reasons(act, before, rules, today)]
    return found


def effect_refusal(effective_on: date | None, effective_reason: str | None) -> str | None:
    """Why a day of effect cannot be recorded as it is; None where it can, or none is given."""
    return EFFECT_NEEDS_REASON if effective_on and not effective_reason else None


def step_refusals(kind: str | None, state: object, concerns: object) -> Iterator[tuple[str, str]]:
    """Every reason against the states that a step of this kind names or does not: (field, reason)."""
    if not kind:
        return
    if kind in KINDS_OF_A_STATE and not state:
        yield "state", STEP_NAMES_ITS_STATE
    if (kind == StepKind.OBJECTION) != bool(concerns):
        yield "concerns", OBJECTION_NAMES_ITS_OBJECT
    elif concerns and concerns == state:
        yield "concerns", "A state does not object to its own act."


def reported_date_refusal(reported: date | None, own: date | None) -> str | None:
    """Why a date is no other than the act's own; None where it is one, and where either is not known."""
    return f"The act itself has this day, {in_text(own)}." if own and reported == own else None


def preference_refusal(preferred_because: str, *, has_others: bool) -> str | None:
    """Why an act cannot keep its own date where sources report others; None where it can."""
    if has_others and not preferred_because:
        return "Sources report other dates; say why the act’s own is preferred to these."
    return None


def _reasons(act: Act, before: Standing, rules: Rules, today: date) -> Iterator[tuple[str, str]]:
    kind = ActKind(act.kind)
    if act.date > today and kind in _CONFLICT:
        yield "date", f"{kind.label} on {in_text(act.date)}: this cannot be recorded before it happens."
    elif act.date > today:
        yield "date", f"{kind.label} on {in_text(act.date)}: a received instrument cannot be dated in the future."
    if act.date < rules.opened_on and kind not in _CONFLICT:
        yield "date", f"The treaty was opened for signature on {in_text(rules.opened_on)}; nothing was received before."
    if reason := _without_object(kind, act, before, rules):
        yield "kind", reason
    if act.effective_on is not None:
        yield from _effect(kind, act, act.effective_on, rules)


def _without_object(kind: ActKind, act: Act, before: Standing, rules: Rules) -> str | None:
    """Why the act has no object for a state that stands as in `before`; None when it has one."""
    if kind is ActKind.SIGNATURE:
        return _signature(act, before, rules)
    if kind in CONSENT_KINDS:
        return _consent(kind, before)
    if kind is ActKind.WITHDRAWAL:
        return _withdrawal(before)
    if kind in _CONFLICT and not rules.conflict_bars_withdrawal:
        return "An armed conflict changes nothing under this treaty."
    wanted, reason = _REQUIRED[kind]
    return None if wanted(before) else reason


def _signature(act: Act, before: Standing, rules: Rules) -> str | None:
    if before.signed:
        return f"A second signature: the state signed on {in_text(before.signed)}."
    if rules.signature_closed_on and act.date >= rules.signature_closed_on:
        return f"The treaty was closed for signature on {in_text(rules.signature_closed_on)}."
    return None


def _consent(kind: ActKind, before: Standing) -> str | None:
    if before.bound or before.status is Status.CONSENTED:
        return f"The state already consented to be bound, on {in_text(before.consent)}."
    # Article 16: signatories ratify, accept or approve, others accede. It is silent on states that come back.
    if before.status is Status.NON_PARTY and kind not in WITHOUT_SIGNATURE:
        return "Only a signatory ratifies, accepts or approves (Article 16(1)); no signature is recorded by that day."
    if before.status is Status.SIGNATORY and kind is ActKind.ACCESSION:
        return f"A signatory ratifies, accepts or approves (Article 16(2)); it signed on {in_text(before.signed)}."
    return None


def _withdrawal(before: Standing) -> str | None:
    if before.status is Status.PARTY:
        return None
    if before.status is Status.WITHDRAWING:
        return f"A withdrawal is already pending, received on {in_text(before.withdrawal_received)}."
    if before.status is Status.WITHDRAWN:
        return f"The state has already withdrawn, with effect on {in_text(before.since)}."
    if before.status is Status.CONSENTED:
        return "Only a State Party can withdraw; the treaty is not yet in force for the state on that day."
    return "Only a State Party can withdraw; no consent to be bound is recorded by that day."


def _effect(kind: ActKind, act: Act, effective_on: date, rules: Rules) -> Iterator[tuple[str, str]]:
    if kind is ActKind.WITHDRAWAL:
        earliest: date | None = withdrawal_effect(act.date, rules)
        why = "the day computed from its receipt"
    elif kind is ActKind.SUCCESSION:
        # It continues the predecessor's consent, from a day before its own notification.
        earliest, why = rules.in_force_on, "when the treaty itself entered into force"
    elif kind in CONSENT_KINDS:
        earliest, why = entry_into_force(act.date, rules), "the day computed from its deposit"
    else:
        yield "effective_on", f"{kind.label} has no day of effect of its own."
        return
    if earliest and effective_on < earliest:
        yield "effective_on", f"It cannot take effect before {in_text(earliest)}, {why}."


_CONFLICT = frozenset({ActKind.ARMED_CONFLICT_BEGAN, ActKind.ARMED_CONFLICT_ENDED})
_REQUIRED: dict[ActKind, tuple[Callable[[Standing], bool], str]] = {
    ActKind.PROVISIONAL_APPLICATION: (
        lambda before: before.status is Status.CONSENTED,
        "It is declared with the consent to be bound and ends with entry into force (Article 18).",
    ),
    ActKind.ARMED_CONFLICT_BEGAN: (
        lambda before: not before.in_conflict,
        "An armed conflict is already on the record and has not ended by that day.",
    ),
    ActKind.ARMED_CONFLICT_ENDED: (
        lambda before: before.in_conflict,
        "No armed conflict is on the record on that day.",
    ),
    ActKind.WITHDRAWAL_REVOCATION: (
        lambda before: before.status is Status.WITHDRAWING,
        "No withdrawal is pending on that day.",
    ),
    ActKind.SUSPENSION_NOTIFICATION: (
        lambda before: before.bound and not before.contested,
        "Only a state for which the treaty is in force can notify a suspension, and only once.",
    ),
    ActKind.SUSPENSION_REVOCATION: (
        lambda before: before.contested,
        "No notified suspension is on the record on that day.",
    ),
}

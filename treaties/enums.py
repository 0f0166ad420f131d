"""The coded values of the record. Each member says what it means and cites the article it rests on.

The articles are those of the Ottawa Convention; the Convention on Cluster Munitions numbers the same rules alike.
"""

from django.db import models


class ActKind(models.TextChoices):
    """What a state or the depositary did. The order is that of two acts on one day.

    `letter` follows the date in the depositary's tables; `verb` fits "Finland acceded to the Convention".
    """

    letter: str
    verb: str
    meaning: str

    def __new__(cls, value: str, letter: str = "", verb: str = "", meaning: str = "") -> "ActKind":
        member = str.__new__(cls, value)
        member._value_ = value
        member.letter, member.verb, member.meaning = letter, verb, meaning
        return member

    SIGNATURE = (
        "signature", "", "signed",
        "Signature while the treaty is open for it (Article 15); it does not bind the state by itself.",
        "Signature",
    )  # fmt: skip
    RATIFICATION = (
        "ratification", "", "ratified",
        "Deposit of a signatory's instrument of ratification (Article 16(1)).",
        "Ratification",
    )  # fmt: skip
    ACCEPTANCE = (
        "acceptance", "A", "accepted",
        "Deposit of a signatory's instrument of acceptance (Article 16(1)).",
        "Acceptance",
    )  # fmt: skip
    APPROVAL = (
        "approval", "AA", "approved",
        "Deposit of a signatory's instrument of approval (Article 16(1)).",
        "Approval",
    )  # fmt: skip
    ACCESSION = (
        "accession", "a", "acceded to",
        "Deposit of an instrument of accession by a state that did not sign (Article 16(2)).",
        "Accession",
    )  # fmt: skip
    SUCCESSION = (
        "succession", "d", "deposited its notification of succession to",
        "Deposit of a notification that a new state continues its predecessor's consent; it follows its own dates.",
        "Succession",
    )  # fmt: skip
    PROVISIONAL_APPLICATION = (
        "provisional_application", "", "",
        "Declaration to apply the prohibitions until entry into force (Article 18); the standing stays the same.",
        "Provisional application",
    )  # fmt: skip
    ARMED_CONFLICT_BEGAN = (
        "armed_conflict_began", "", "",
        "Recorded by the analysts: the state is engaged in an armed conflict from this day, which bars a withdrawal "
        "from taking effect (Article 20(3)).",
        "Armed conflict began",
    )  # fmt: skip
    ARMED_CONFLICT_ENDED = (
        "armed_conflict_ended", "", "",
        "Recorded by the analysts: the armed conflict ended on this day (Article 20(3)).",
        "Armed conflict ended",
    )  # fmt: skip
    WITHDRAWAL = (
        "withdrawal", "", "",
        "Receipt by the depositary of a notice of withdrawal (Article 20(2)); the state stays bound until it takes "
        "effect.",
        "Notice of withdrawal",
    )  # fmt: skip
    WITHDRAWAL_REVOCATION = (
        "withdrawal_revocation", "", "",
        "Receipt by the depositary of a communication that takes a notice of withdrawal back before its effect.",
        "Notice of withdrawal taken back",
    )  # fmt: skip
    SUSPENSION_NOTIFICATION = (
        "suspension_notification", "", "",
        "A communication that claims to suspend the treaty's operation, for which the treaty does not provide. "
        "It is contested and changes nothing about who is bound.",
        "Notified suspension (contested)",
    )  # fmt: skip
    SUSPENSION_REVOCATION = (
        "suspension_revocation", "", "",
        "A communication that takes a notified suspension back.",
        "Notified suspension taken back",
    )  # fmt: skip


CONSENT_KINDS = frozenset(
    {ActKind.RATIFICATION, ActKind.ACCEPTANCE, ActKind.APPROVAL, ActKind.ACCESSION, ActKind.SUCCESSION}
)


class Status(models.TextChoices):
    """What a state is to a treaty on a day. Days of effect are inclusive.

    `letter` marks the status where colour alone would.
    """

    letter: str
    meaning: str

    def __new__(cls, value: str, letter: str = "", meaning: str = "") -> "Status":
        member = str.__new__(cls, value)
        member._value_ = value
        member.letter, member.meaning = letter, meaning
        return member

    PARTY = "party", "P", "The treaty is in force for the state and no withdrawal is pending.", "State Party"
    WITHDRAWING = (
        "withdrawing", "L",
        "The depositary has received a notice of withdrawal that has not yet taken effect: still bound.",
        "State Party, withdrawal pending",
    )  # fmt: skip
    WITHDRAWN = "withdrawn", "W", "A withdrawal has taken effect: no longer a State Party.", "Withdrawn"
    CONSENTED = (
        "consented", "D",
        "Consent to be bound is deposited; the treaty is not yet in force for the state.",
        "Consented, not yet in force",
    )  # fmt: skip
    SIGNATORY = "signatory", "S", "Signed, without consent to be bound so far.", "Signatory"
    NON_PARTY = "non_party", "N", "Neither a signature nor a consent to be bound.", "Not a party"


class StepKind(models.TextChoices):
    """What happened on the way, at home or abroad. No step changes a standing; only an act does.

    `stage` names the kind in the strip of a withdrawal, whose stages stand in the order of their kinds; it is empty
    for a kind that is no stage.
    """

    stage: str
    meaning: str

    def __new__(cls, value: str, stage: str = "", meaning: str = "") -> "StepKind":
        member = str.__new__(cls, value)
        member._value_ = value
        member.stage, member.meaning = stage, meaning
        return member

    @property
    def dated_by_acts(self) -> bool:
        """Whether an act gives the day of this stage; a step of the kind is then no more than another source."""
        return self in _BEARING

    @property
    def bearing(self) -> str:
        """What its day is to the day of leaving, in words."""
        return _BEARING.get(self, "not the day of leaving")

    ANNOUNCEMENT = (
        "announcement", "Announced",
        "A head of government announces that the state will, or should, leave.", "Announcement",
    )  # fmt: skip
    RECOMMENDATION = (
        "recommendation", "Ministers’ recommendation", "Ministers recommend leaving.", "Ministers’ recommendation",
    )  # fmt: skip
    ADVICE = "advice", "", "A chief of defence, a security council or a citizens’ initiative gives its view.", "Advice"
    GOVERNMENT_DECISION = (
        "government_decision", "Government decision",
        "A government decides, approves or submits a bill.", "Government decision",
    )  # fmt: skip
    COMMITTEE = (
        "committee", "",
        "A parliamentary committee approves, or a first reading is held.", "Committee or first reading",
    )  # fmt: skip
    PARLIAMENT_VOTE = (
        "parliament_vote", "Vote in parliament",
        "A chamber votes. Its results are tallies, each as a source reports it.", "Vote in parliament",
    )  # fmt: skip
    PROMULGATION = (
        "promulgation", "Head of state",
        "A head of state signs, promulgates or decides.", "Decision of the head of state",
    )  # fmt: skip
    NOTIFICATION_RECEIVED = (
        "notification_received", "Notice received",
        "The depositary receives the notice of withdrawal. The act on the record, and it alone, starts the months "
        "(Article 20(3)); the step adds sources.", "Notice of withdrawal received",
    )  # fmt: skip
    EFFECTIVE = (
        "effective", "Effective",
        "The withdrawal takes effect, on the day computed from the act (Article 20(3)); the step adds sources.",
        "Withdrawal effective",
    )  # fmt: skip
    SUSPENSION_NOTIFIED = (
        "suspension_notified", "Suspension notified",
        "A state notifies that it suspends the treaty’s operation, for which the treaty does not provide. The act on "
        "the record gives the day; the step adds sources.", "Suspension notified",
    )  # fmt: skip
    CIRCULATED = (
        "circulated", "",
        "The depositary circulates a communication, which does not mean that it accepts it.",
        "Communication circulated",
    )  # fmt: skip
    OBJECTION = "objection", "", "A state objects to an act of another.", "Objection"
    MEETING_DECISION = (
        "meeting_decision", "",
        "A Meeting of the States Parties decides or states its view.", "Meeting of the States Parties",
    )  # fmt: skip
    PROGRAMME = "programme", "", "A programme of border fortification.", "Border programme"
    REVERSAL = "reversal", "", "An earlier position that is the opposite of a later one.", "Earlier position"
    PRODUCTION = (
        "production", "",
        "What is said, planned or ordered about making or buying weapons that the treaty prohibits, and training "
        "with them; also weapons outside the treaty that are taken for such, as the detail then says.",
        "Plans and orders",
    )  # fmt: skip
    DEPLOYMENT = (
        "deployment", "",
        "What is said about laying, or otherwise using, weapons that the treaty prohibits.", "Statement on use",
    )  # fmt: skip
    VERIFIED_PRODUCTION = (
        "verified_production", "",
        "A source verifies that weapons that the treaty prohibits were made or delivered: more than an announcement, "
        "an order or a plan.", "Verified production or delivery",
    )  # fmt: skip
    VERIFIED_USE = (
        "verified_use", "",
        "A source verifies that weapons that the treaty prohibits were laid or otherwise used.", "Verified use",
    )  # fmt: skip
    REACTION = "reaction", "", "Another state, a group of states or an organisation reacts.", "Reaction"
    MEMBERSHIP = (
        "membership", "",
        "A state joins or prepares to join, or the treaty enters into force for it. Acts, not steps, decide who is "
        "bound.", "Membership",
    )  # fmt: skip
    OTHER = "other", "", "Anything else.", "Other"


_BEARING: dict[StepKind, str] = {
    StepKind.NOTIFICATION_RECEIVED: "starts the clock; still bound",
    StepKind.EFFECTIVE: "the day of leaving",
    StepKind.SUSPENSION_NOTIFIED: "not the day of leaving; still bound",
}
#: Kinds that say what one state did, so that a step of such a kind names it.
KINDS_OF_A_STATE = frozenset({kind for kind in StepKind if kind.stage} | {StepKind.COMMITTEE, StepKind.OBJECTION})

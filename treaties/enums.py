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

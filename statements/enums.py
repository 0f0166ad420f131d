"""The coded values of what is said. Each member says what it means."""

from django.conf.locale import LANG_INFO
from django.db import models


class Explained(models.TextChoices):
    """A coded value with a meaning; members are written (value, meaning, label)."""

    meaning: str

    def __new__(cls, value: str, meaning: str = "") -> "Explained":
        member = str.__new__(cls, value)
        member._value_ = value
        member.meaning = meaning
        return member


class StatementKind(Explained):
    """What a statement is."""

    JOINT_STATEMENT = "joint_statement", "Issued together by several states or organisations.", "Joint statement"
    GOVERNMENT_STATEMENT = (
        "government_statement", "By a government, a minister or a head of state.", "Government statement",
    )  # fmt: skip
    PARLIAMENTARY_RECORD = "parliamentary_record", "Said in a parliament, or a document of one.", "Parliamentary record"
    DEPOSITARY_COMMUNICATION = (
        "depositary_communication",
        "Sent to the depositary, or said about the notice on its day.",
        "Communication to the depositary",
    )  # fmt: skip
    OBJECTION = "objection", "A formal objection sent to the depositary.", "Objection"
    INTERVIEW = "interview", "Said to the press.", "Interview"
    INTERNATIONAL_ORGANISATION = (
        "international_organisation", "By an international organisation or a meeting of states.",
        "International organisation",
    )  # fmt: skip
    CIVIL_SOCIETY = "civil_society", "By a non-governmental organisation.", "Civil society"


class Stance(models.TextChoices):
    """How a statement stands towards what it regards; the values name the withdrawal whatever that is.

    `verb` is read together with `Regarding.matter`: "opposes the suspension".
    """

    verb: str

    def __new__(cls, value: str, verb: str = "") -> "Stance":
        member = str.__new__(cls, value)
        member._value_ = value
        member.verb = verb
        return member

    SUPPORTS = "supports_withdrawal", "supports", "Supports it"
    OPPOSES = "opposes_withdrawal", "opposes", "Opposes it"
    NEUTRAL = "neutral", "neither supports nor opposes", "Neither"


class Regarding(models.TextChoices):
    """What a statement is about. `matter` completes the verb of a stance; `of_treaty` leads to the treaty's name."""

    matter: str
    of_treaty: str

    def __new__(cls, value: str, matter: str = "", of_treaty: str = "") -> "Regarding":
        member = str.__new__(cls, value)
        member._value_ = value
        member.matter, member.of_treaty = matter, of_treaty
        return member

    WITHDRAWAL = "withdrawal", "withdrawal", "withdrawal from the", "Withdrawal"
    SUSPENSION = "suspension", "the suspension", "the suspension of the", "Suspension"
    OTHER_TREATY = "other_treaty", "withdrawal from another treaty", "withdrawal from the", "Another treaty"


class JustificationKind(Explained):
    """Whether it says why a state leaves or how it will act."""

    REASON = "reason", "What a state gives as a reason for leaving.", "Reason"
    PLEDGE = "pledge", "A promise about conduct, which is not a reason for leaving.", "Pledge"


class Verdict(Explained):
    """What a public claim comes to beside the record."""

    CONFIRMED = "confirmed", "Agrees with the record.", "Confirmed"
    IMPRECISE = (
        "imprecise", "Right in part, or differs from the record in wording, scope or date.", "Imprecise",
    )  # fmt: skip
    OUTDATED = (
        "outdated", "Right when it was made, or at some earlier time, but no longer.", "Outdated",
    )  # fmt: skip
    UNVERIFIABLE = "unverifiable", "Cannot be checked with the sources that exist.", "Unverifiable"
    WRONG = "wrong", "Contradicts the record.", "Wrong"


def stance_in_words(stance: str, regarding: str) -> str:
    """Both read together, such as "opposes the suspension"."""
    return f"{Stance(stance).verb} {Regarding(regarding).matter}"


def language_in_words(code: str) -> str:
    """A language by its English name; an unknown code stands for itself."""
    return str(LANG_INFO.get(code, {}).get("name", code))

"""The columns of the lists of treaties, standings, withdrawals and acts: for the page, CSV, JSON and the dictionary."""

from states.tables import Column, profile_link
from treaties.cells import (
    acts_link,
    consent_cell,
    days_cell,
    effect_cell,
    partial_cell,
    share_cell,
    sources_cell,
    status_cell,
    steps_cell,
    treaty_link,
)
from treaties.enums import ActKind
from treaties.votes import Result


def _standing(name):
    return lambda row: getattr(row.standing, name)


def _of_strip(name):
    return lambda row: getattr(row.strip, name)


def _stage(name):
    """The date of a stage as far as it is known: year, month or day."""
    return lambda row: str(when) if (when := getattr(row.strip, name)) else None


TREATY_COLUMNS = [
    Column("slug", "Address", lambda row: row.treaty.slug, "The last part of the treaty's address.", shown=False),
    Column("name", "Treaty", lambda row: row.treaty.name, "The common name.", treaty_link),
    Column("title", "Full title", lambda row: row.treaty.title, "The title of the text."),
    Column(
        "depositary_reference",
        "Depositary's reference",
        lambda row: row.treaty.depositary_reference,
        "Chapter in the collection of treaties deposited with the Secretary-General of the United Nations.",
    ),
    Column("opened", "Opened for signature", lambda row: row.treaty.opened_on, "The first day for signatures."),
    Column("in_force_on", "Entered into force", lambda row: row.treaty.in_force_on, "The treaty's own day."),
    Column(
        "deposited",
        "Consents deposited",
        lambda row: row.counters.deposited,
        "States whose consent to be bound is deposited and that have not withdrawn, on the day of the list.",
        numeric=True,
    ),
    Column(
        "in_force",
        "States Parties",
        lambda row: row.counters.in_force,
        "States for which the treaty is in force on the day of the list.",
        numeric=True,
    ),
    Column("url", "Page", lambda row: row.url, "The address of the treaty on this site.", shown=False),
]

STATUS_COLUMNS = [
    Column("iso3", "Code", lambda row: row.place.iso3, "The state's ISO 3166-1 alpha-3 code.", shown=False),
    Column(
        "state", "State", lambda row: row.place.name, "The common English short name.", profile_link,
        sort=lambda row: row.place.sort_key,
    ),
    Column("region", "Region", lambda row: row.place.region_name, "The UN M49 region."),
    Column("subregion", "Subregion", lambda row: row.place.subregion_name, "The UN M49 subregion.", shown=False),
    Column("status", "Status", _standing("status"), "The standing on the day of the list.", status_cell),
    Column("since", "Since", _standing("since"), "The day that status began; blank if the state never acted."),
    Column("bound", "Bound", _standing("bound"), "Whether the treaty is in force for the state.", shown=False),
    Column(
        "contested", "Contested", _standing("contested"),
        "Whether a notified suspension, for which the treaty does not provide, is on the record.", shown=False,
    ),
    Column("signed", "Signed", _standing("signed"), "The day of signature."),
    Column(
        "consent", "Consent deposited", _standing("consent"),
        "The day the consent to be bound was deposited; on the page with the depositary's letter: a accession, "
        "A acceptance, AA approval, d succession, none for ratification.",
        consent_cell,
    ),
    Column("consent_kind", "Kind of consent", _standing("consent_kind"), "The kind of act of consent.", shown=False),
    Column("in_force", "In force", _standing("in_force"), "The day the treaty entered, or enters, into force for it."),
    Column(
        "withdrawal_received", "Notice received", _standing("withdrawal_received"),
        "The day the depositary received the notice of withdrawal.",
    ),
    Column(
        "withdrawal_effective", "Withdrawal effective", _standing("withdrawal_effective"),
        "The day the withdrawal took, or takes, effect; blank while an armed conflict holds it.",
    ),
    Column(
        "next_change", "Next change", _standing("next_change"),
        "The next change already scheduled: an entry into force or the effect of a withdrawal.",
    ),
    Column("acts", "Record", None, "", acts_link, exported=False),
]  # fmt: skip

RECORD_COLUMNS = [
    Column("treaty", "Treaty", lambda row: row.treaty.slug, "The treaty's slug.", shown=False),
    Column("iso3", "Code", lambda row: row.place.iso3, "The state's ISO 3166-1 alpha-3 code.", shown=False),
    Column(
        "state", "State", lambda row: row.place.name, "The common English short name.", profile_link,
        sort=lambda row: row.place.sort_key,
    ),
    Column(
        "kind", "Act", lambda row: row.act.kind, "The kind of act.",
        lambda row: ActKind(row.act.kind).label, sort=lambda row: list(ActKind).index(row.act.kind),
    ),
    Column("date", "Date", lambda row: row.act.date, "The day the depositary received it, or of signature."),
    Column(
        "effective_on", "In force or effective", lambda row: row.effect,
        "The day the treaty entered, or enters, into force for the state, or the withdrawal took, or takes, effect; "
        "blank where the act has no such day or the day is not known.",
    ),
    Column("note", "Note", lambda row: row.act.note, "What a reader should know about the act."),
    Column("sources", "Sources", lambda row: [key for key, _ in row.sources], "Keys of the sources.", sources_cell),
]  # fmt: skip

WITHDRAWAL_COLUMNS = [
    Column("iso3", "Code", lambda row: row.place.iso3, "The state's ISO 3166-1 alpha-3 code.", shown=False),
    Column(
        "state", "State", lambda row: row.place.name, "The common English short name.", profile_link,
        sort=lambda row: row.place.sort_key,
    ),
    Column(
        "received", "Notice received", lambda row: row.notice.received,
        "The day the depositary received the notice; only this day moves the clock.",
    ),
    Column(
        "effective", "Takes effect", lambda row: row.notice.effective,
        "The day the withdrawal took, or takes, effect; blank for a notice taken back or held by an armed conflict.",
        effect_cell,
    ),
    Column(
        "days_left", "Days left", lambda row: row.days_left,
        "Days from the day of the list to the effect; blank once it has taken effect or where no day is known.",
        lambda row: '<span class="stage-none">none</span>' if row.days_left is None else str(row.days_left),
        numeric=True,
    ),
    Column(
        "hold", "Held", lambda row: row.notice.hold,
        "Whether the state is recorded as engaged in an armed conflict, which bars the effect until the conflict ends.",
    ),
    Column(
        "steps", "Steps", lambda row: row.steps,
        "The state’s steps up to the day of the list, in order; in JSON a list, each with its kind, date and title "
        "and, for a vote, the numbers of the preferred tally.",
        steps_cell,
    ),
    Column(
        "announced", "Announced", _stage("announced"),
        "The first announcement by a head of government, as far as known. Not the day of leaving.",
        partial_cell("announced"),
    ),
    Column(
        "government_decision", "Government decision", _stage("government_decision"),
        "The last decision of the government before the notice, as far as known. Not the day of leaving.",
        partial_cell("government_decision"),
    ),
    Column(
        "parliament_vote", "Vote in parliament", _stage("parliament_vote"),
        "The last vote with a reported result, else the last vote, as far as known. Not the day of leaving.",
        partial_cell("parliament_vote"),
    ),
    Column(
        "head_of_state", "Head of state", _stage("head_of_state"),
        "The last act of the head of state before the notice, as far as known. Not the day of leaving.",
        partial_cell("head_of_state"),
    ),
    Column(
        "days_announced_to_notice", "Days, announced to notice", _of_strip("days_announced_to_notice"),
        "Days from the announcement to the receipt of the notice; blank unless both are known to the day.",
        days_cell("days_announced_to_notice"),
        numeric=True,
    ),
    Column(
        "days_vote_to_notice", "Days, vote to notice", _of_strip("days_vote_to_notice"),
        "Days from that vote to the receipt of the notice; blank unless both are known to the day.",
        days_cell("days_vote_to_notice"),
        numeric=True,
    ),
    Column(
        "vote_against_share", "Votes against, %", lambda row: (row.strip.result or Result()).share_against,
        "The votes against in that vote, in per cent of those for, against and abstained, by the preferred tally; "
        "blank where one of the three is not stated.",
        share_cell,
        numeric=True,
    ),
]  # fmt: skip

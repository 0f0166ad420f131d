"""The site's own pages, with a line about each: what the search finds beside the record."""

from typing import NamedTuple

from django.urls import reverse


class SitePage(NamedTuple):
    """A page, and in a line what a reader finds there."""

    title: str
    url: str
    about: str


GENERAL = (
    ("treaties:list", "Treaties", "Every treaty on record, with its two counts of parties."),
    ("states:list", "States", "Every state with its region, its groups and its neighbours."),
    ("statements:list", "Statements", "What states and organisations said about withdrawal, in their own words."),
    ("statements:justifications", "Why they leave", "Stated justifications: which state gave which, which all share."),
    ("statements:claims", "Checked claims", "Public claims beside what the record says."),
    ("compare", "Compare states", "Two to five states side by side: standing, days, votes, justifications, cost."),
    ("casualties:list", "Casualties", "Killed and injured by mines, year by year, with every revision of the figures."),
    ("casualties:standing", "Casualties by treaty standing", "In parties, signatories and states that are not bound."),
    ("sources", "Sources", "The bibliography, and what rests on each source."),
    ("data", "Data", "Every list as CSV and JSON, and what its columns mean."),
    ("about", "About the record", "The method: words, rules, what the record rests on and what it leaves out."),
    ("design", "The design of this site", "Every colour and component in its states, and why it looks like this."),
)  # fmt: skip
OF_A_TREATY = (
    ("status", "Standing of every state under the {}", "Who is bound on any day: parties, signatories, withdrawals."),
    ("map", "Map of the {}", "Who is bound, who left and who is leaving, on any day; also as a file."),
    ("withdrawals", "Withdrawals from the {}", "Notices, clocks, votes in parliaments, stages, contested suspensions."),
    ("record", "Record of acts under the {}", "Signatures, ratifications, accessions and notices of withdrawal."),
)  # fmt: skip


def site_pages(treaties):
    """Every page that is there for readers, those of each treaty first; no query."""
    found = []
    for treaty in treaties:
        found.append(
            SitePage(treaty.name, treaty.get_absolute_url(), f"{treaty.title} ({treaty.depositary_reference})")
        )
        for name, title, about in OF_A_TREATY:
            found.append(SitePage(title.format(treaty.name), reverse(f"treaties:{name}", args=[treaty.slug]), about))
    return found + [SitePage(title, reverse(name), about) for name, title, about in GENERAL]

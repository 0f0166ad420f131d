"""The site's own pages, with a line about each: what the search finds beside the record."""

from typing import NamedTuple

from django.urls import reverse


class SitePage(NamedTuple):
    """A page, and in a line what a reader finds there."""

    title: str
    url: str
    about: str
    #: What its title would be by the other names of its treaty: the search finds it by these, too.
    other_titles: tuple[str, ...] = ()


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
    ("accessibility", "Accessibility statement", "What was tested so that everyone can read the site, and its gaps."),
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
    found = [page for treaty in treaties for page in _pages_of(treaty)]
    return found + [SitePage(title, reverse(name), about) for name, title, about in GENERAL]


def _pages_of(treaty):
    others = tuple(treaty.other_names)
    yield SitePage(treaty.name, treaty.get_absolute_url(), _about(treaty), others)
    for name, title, about in OF_A_TREATY:
        url = reverse(f"treaties:{name}", args=[treaty.slug])
        yield SitePage(title.format(treaty.name), url, about, tuple(title.format(other) for other in others))


def _about(treaty):
    """Its full title and its other names; and the places by which people remember a treaty."""
    known = [
        ("Also called", ", ".join(treaty.other_names)),
        ("Adopted at", treaty.adopted_at),
        ("Opened for signature at", treaty.opened_at),
    ]
    title = f"{treaty.title} ({treaty.depositary_reference})"
    return ". ".join([title, *(f"{what} {text}" for what, text in known if text)])

"""What rests on a source, in every app: the counts of the bibliography and the lists of a source's own page."""

from collections import Counter
from typing import Any, NamedTuple

from django.db.models import Count
from django.urls import reverse

from casualties.models import Contamination, Figure, Stockpile
from statements.models import Claim, Statement
from treaties.models import Act, ReportedDate, Step

#: How many facts of one kind a source's page names.
NAMED = 50


class Citing(NamedTuple):
    """A kind of published fact, how it names its source, and where a reader sees it."""

    heading: str
    facts: Any
    path: str
    address: Any


class Section(NamedTuple):
    """The facts of one kind that rest on a source: (text, address) each, and how many more there are."""

    heading: str
    facts: list[tuple[str, str]]
    more: int


def _kinds():
    """Every kind of fact, in the order of a source's page."""
    profile = lambda fact: fact.area.get_absolute_url()  # noqa: E731
    own = lambda fact: fact.get_absolute_url()  # noqa: E731
    acts = Act.objects.published()
    return [
        Citing("Acts", acts.select_related("state", "treaty").chronological(), "sources", own),
        Citing(
            "Other dates for acts",
            ReportedDate.objects.filter(act__in=acts).select_related("act__state", "act__treaty"),
            "sources",
            lambda fact: fact.act.get_absolute_url(),
        ),
        Citing("Steps and votes", Step.objects.published().select_related("state", "treaty"), "sources", own),
        Citing("Statements", Statement.objects.published(), "sources", own),
        Citing("Checked claims", Claim.objects.published(), "sources", lambda fact: reverse("statements:claims")),
        Citing("Casualty figures", Figure.objects.published().select_related("area", "edition"), "source", own),
        Citing("Contaminated land", Contamination.objects.published().select_related("area"), "sources", profile),
        Citing("Stockpiles", Stockpile.objects.published().select_related("area"), "sources", profile),
    ]


def count_by_source():
    """How many published facts rest on each source, by its primary key: one query for each kind."""
    found = Counter()
    for kind in _kinds():
        for source, number in kind.facts.order_by().values_list(kind.path).annotate(Count("pk", distinct=True)):
            found[source] += number
    return found


def sections_of(source):
    """What rests on a source, kind by kind, kinds without any left out."""
    sections = []
    for kind in _kinds():
        facts = list(kind.facts.filter(**{kind.path: source}).distinct()[: NAMED + 1])
        named = [(str(fact), kind.address(fact)) for fact in facts[:NAMED]]
        more = kind.facts.filter(**{kind.path: source}).count() - NAMED if len(facts) > NAMED else 0
        if named:
            sections.append(Section(kind.heading, named, more))
    return sections

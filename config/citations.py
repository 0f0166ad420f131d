"""What rests on a source, in every app: the counts of the bibliography and the lists of a source's own page.

A fact is one statement of the record with sources of its own, and rests once on each of them, by whichever relation it
names it. So a figure counts once for a source it was read from and that confirms it; but the extent of contaminated
land and its clearance deadline, or a vote and one reported result of it, are two facts, whose sources can differ.
"""

from collections import Counter
from typing import Any, NamedTuple

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, Value
from django.urls import reverse

from casualties.models import Contamination, Edition, Figure, Stockpile
from sources.dates import in_table
from statements.models import Claim, Statement
from states.models import Group, LandBorder, Membership, Region, State
from treaties.models import Act, ReportedDate, Step, Tally, Treaty

#: How many facts of one kind a source's page names.
NAMED = 50


class Citing(NamedTuple):
    """A kind of published fact, where a reader sees one, how it names its sources and what a list calls it."""

    heading: str
    facts: Any
    address: Any
    path: str = "sources"
    #: Another relation whose sources back the same statement; `path` is then a foreign key.
    also: str = ""
    label: Any = str

    def relations(self):
        """(facts, path to a source) for each relation; of the other one without what `path` names already."""
        yield self.facts, self.path
        if self.also:
            others = self.facts.annotate(other=F(self.also)).exclude(other=None)
            yield others.exclude(other=F(self.path)), "other"

    def resting_on(self, source):
        """Those that rest on a source, each once."""
        names_it = Q(**{self.path: source})
        return self.facts.filter(names_it | Q(**{self.also: source}) if self.also else names_it).distinct()


class Section(NamedTuple):
    """The facts of one kind that rest on a source: (text, address) each, and how many more there are."""

    heading: str
    facts: list[tuple[str, str]]
    more: int


def count_by_source():
    """How many published facts rest on each source, by its primary key; one query."""
    found = Counter()
    for _, source, number in _numbers(kinds()):
        found[source] += number
    return found


def sections_of(source):
    """What rests on a source, kind by kind: one query, and one for each kind that does."""
    known, found = kinds(), Counter()
    for place, _, number in _numbers(known, source):
        found[place] += number
    return [_section(known[place], source, number) for place, number in sorted(found.items())]


def _section(kind, source, number):
    named = [(kind.label(fact), kind.address(fact)) for fact in kind.resting_on(source)[:NAMED]]
    return Section(kind.heading, named, max(number - NAMED, 0))


def _numbers(known, source=None):
    """(place of the kind, source, number of facts) for each relation: of every source, or of one alone.

    The database counts, in one query, because there may be many thousands of facts.
    """
    parts = []
    for place, kind in enumerate(known):
        for facts, path in kind.relations():
            chosen = facts.order_by().filter(**{path: source.pk} if source else {})
            cited = chosen.values_list(Value(place, IntegerField()), path)
            parts.append(cited.annotate(Count("pk", distinct=True)))
    return parts[0].union(*parts[1:], all=True)


def kinds():
    """Every kind of fact, in the order of a source's page; a test holds it against the relations of all models."""
    return [*_of_treaties(), *_of_statements(), *_of_casualties(), *_of_the_reference_list()]


def _own(fact):
    return fact.get_absolute_url()


def _of_treaties():
    acts = Act.objects.published().select_related("state", "treaty")
    steps = Step.objects.published().select_related("state", "treaty")
    dates = ReportedDate.objects.filter(act__in=Act.objects.published())
    tallies = Tally.objects.filter(step__in=Step.objects.published())
    return [
        Citing("Founding dates and rules", Treaty.objects.all(), _own),
        Citing("Acts", acts.chronological(), _own),
        Citing(
            "Other dates for acts",
            dates.select_related("act__state", "act__treaty"),
            lambda fact: fact.act.get_absolute_url(),
            label=lambda fact: f"{in_table(fact.date)} for {fact.act}",
        ),
        Citing("Steps and votes", steps, _own),
        Citing(
            "Results of votes",
            tallies.select_related("step__state", "step__treaty"),
            lambda fact: fact.step.get_absolute_url(),
        ),
    ]


def _of_statements():
    return [
        Citing("Statements", Statement.objects.published(), _own),
        Citing("Checked claims", Claim.objects.published(), lambda fact: reverse("statements:claims")),
    ]


def _of_casualties():
    profile = lambda fact: f"{fact.area.get_absolute_url()}#casualties"  # noqa: E731
    figures = Figure.objects.published()
    lands = Contamination.objects.published().select_related("area")
    return [
        Citing("Casualty figures", figures.select_related("area", "edition"), _own, "source", "confirmed_by"),
        Citing(
            "Editions",
            # The public knows an edition by its figures alone.
            Edition.objects.filter(Exists(figures.filter(edition=OuterRef("pk")))),
            lambda fact: f"{reverse('casualties:list')}?edition={fact.pk}",
        ),
        Citing("Contaminated land", lands, profile),
        Citing(
            "Clearance deadlines",
            lands.exclude(deadline=None),
            profile,
            "deadline_sources",
            label=lambda fact: f"{fact.area}: {in_table(fact.deadline)}",
        ),
        Citing("Stockpiles", Stockpile.objects.published().select_related("area"), profile),
    ]


def _of_the_reference_list():
    members = Membership.objects.select_related("group", "state").order_by("group__slug", "state__sort_key", "since")
    borders = LandBorder.objects.select_related("state", "neighbour").order_by("state__sort_key", "neighbour__sort_key")
    return [
        Citing("Memberships", members, _while_a_member),
        Citing("Groups", Group.objects.all(), lambda fact: _states(group=fact.slug), label=lambda fact: fact.name),
        Citing("States and other areas", State.objects.alphabetical(), _facts_of),
        Citing("Land borders", borders, lambda fact: _facts_of(fact.state)),
        Citing(
            "Regions",
            Region.objects.order_by("slug"),
            lambda fact: _states(**{"subregion" if fact.parent_id else "region": fact.slug}),
        ),
    ]


def _while_a_member(fact):
    """The profile; of a membership that has an end, as at its first day, because today's may not show it."""
    return _facts_of(fact.state, f"?on={fact.since.isoformat()}" if fact.until else "")


def _facts_of(state, query=""):
    return f"{state.get_absolute_url()}{query}#facts"


def _states(**chosen):
    ((name, slug),) = chosen.items()
    return f"{reverse('states:list')}?{name}={slug}"

"""One question to the whole record: states, pages, justifications, statements, claims and sources, the best first."""

from itertools import groupby
from typing import Any, NamedTuple

from django.db.models import F, TextChoices
from django.urls import reverse
from django.utils.http import urlencode

from config.answers import answers_of
from config.contents import site_pages
from config.ranking import Rank, best_rank, holds_every_word, named_in, nearest, rank_of
from sources.dates import PartialDate, Precision
from sources.models import Source
from statements.models import Claim, Justification, Statement
from statements.models.statements import LATEST_FIRST
from states.finding import Findable, findable, folded
from states.models import State, fold
from treaties.models import Treaty

#: How many hits of one kind are ranked, and how many of them the page shows.
MOST_RANKED, MOST_SHOWN = 1000, 8


class Kind(TextChoices):
    """What can be found; of equally good hits in this order."""

    STATE = "state", "States and other areas"
    PAGE = "page", "Pages"
    JUSTIFICATION = "justification", "Stated justifications"
    STATEMENT = "statement", "Statements"
    CLAIM = "claim", "Checked claims"
    SOURCE = "source", "Sources"


class Hit(NamedTuple):
    """Something found: its title and address, what else it says, and a remark such as its date."""

    rank: Rank
    kind: Kind
    title: str
    url: str
    text: str = ""
    remark: str = ""
    place: Findable | None = None
    #: What the state is to each treaty; of states that the page shows.
    answers: list[Any] = []


class Group(NamedTuple):
    """The hits of one kind, best first, and the address of the list that has them all, if there is one."""

    kind: Kind
    hits: list[Hit]
    url: str

    @property
    def best(self):
        """The state that answers better than every other, or None: where states answer best of all, it is first."""
        first, *others = self.hits
        alone = not others or others[0].rank > first.rank
        return first if self.kind is Kind.STATE and alone and first.rank <= Rank.WORD_BEGINS else None

    @property
    def shown(self):
        """The best hits; all of them, where there is no other list of them."""
        return self.hits[:MOST_SHOWN] if self.url else self.hits

    @property
    def others(self):
        """Those shown without the best."""
        return self.shown[self.best is not None :]

    @property
    def count(self):
        """How many there are, in words."""
        return f"more than {MOST_RANKED:,}" if len(self.hits) > MOST_RANKED else f"{len(self.hits)}"


class Found(NamedTuple):
    """All that answers a question on a day."""

    #: The question, folded: what is compared and marked.
    wanted: str
    groups: list[Group]
    #: States whose names are like what was typed, where nothing is found.
    alike: list[Findable]

    @property
    def hits(self):
        return [hit for group in self.groups for hit in group.hits]


def search(typed, day):
    """All that answers `typed`, with the standings of `day`: nine queries at most."""
    wanted, places, treaties = fold(typed), findable(), list(Treaty.objects.all())
    if not wanted:
        return Found(wanted, [], [])
    hits = [
        *_states(wanted, places),
        *_pages(wanted, treaties),
        *_justifications(wanted),
        *_statements(typed, wanted, day),
        *_claims(typed, wanted),
        *_sources(typed, wanted),
    ]
    groups = [_answered(group, treaties, day) for group in _grouped(hits, typed)]
    return Found(wanted, groups, [] if hits else _nearest(wanted, places))


def alike(typed):
    """A few states whose names hold `typed`, else those whose names are like it; one query."""
    wanted, places = fold(typed), findable()
    held = sorted(_states(wanted, places), key=lambda hit: hit.rank) if len(wanted) > 2 else []
    return [hit.place for hit in held[:5]] or _nearest(wanted, places)


def _nearest(wanted, places):
    by_key = {place.pk: place for place in places}
    return [by_key[key] for key in nearest(wanted, _keys_by_name(places))]


def _keys_by_name(places):
    return {name.folded: place.pk for place in places for name in place.names if name.folded}


def _states(wanted, places):
    """The states whose names hold what is wanted; if there are none, those that it names as a question does."""
    held = [(_rank_of_state(wanted, place), place) for place in places if place.holds(wanted)]
    if not held:
        named = named_in(wanted, _keys_by_name(places))
        held = [(Rank.NAMED, place) for place in places if place.pk in named]
    for rank, place in held:
        yield Hit(rank, Kind.STATE, place.name, place.url, _other_name(wanted, rank, place), place=place)


def _other_name(wanted, rank, place):
    """By what a state is found if not by its name: another name or a code; nothing where it is by its name."""
    if rank_of(wanted, place.names[0].folded) == rank:
        return ""
    others = [name.text for name in place.names[1:] if rank_of(wanted, name.folded) == rank]
    return next(iter(others), f"code {wanted.upper()}" if wanted in place.codes else "")


def _rank_of_state(wanted, place):
    if wanted in place.codes:
        return Rank.EXACT
    # What holds it only across two of its names is found as well, last.
    rank = best_rank(wanted, [name.folded for name in place.names])
    return Rank.CONTAINED if rank is None else rank


def _pages(wanted, treaties):
    for page in site_pages(treaties):
        rank = _rank_of_text(wanted, (page.title, *page.other_titles), page.about)
        if rank is not None:
            yield Hit(rank, Kind.PAGE, page.title, page.url, page.about)


def _justifications(wanted):
    for one in Justification.objects.order_by("position", "code"):
        rank = _rank_of_text(wanted, [one.label], one.definition)
        if rank is not None:
            yield Hit(rank, Kind.JUSTIFICATION, one.label, one.get_absolute_url(), one.definition)


def _rank_of_text(wanted, titles, body):
    """The rank of the best of the titles, else of a text that holds every word; else None."""
    rank = best_rank(wanted, [folded(title) for title in titles])
    return Rank.BODY if rank is None and holds_every_word(wanted, folded(body)) else rank


def _statements(typed, wanted, day):
    found = Statement.objects.published().by_day(day).matching(typed).with_issuer_named(typed).order_by(*LATEST_FIRST)
    fields = ("issuer_named", "key", "title", "quote", "summary", "date", "date_precision")
    base = reverse("statements:list")
    for issuer_named, key, title, quote, summary, *date in found.values_list(*fields)[: MOST_RANKED + 1]:
        text = next((text for text in (quote, summary) if holds_every_word(wanted, folded(text))), quote or summary)
        when = PartialDate(date[0], Precision(date[1])).text
        # An organisation has no page of its own: what it said is what answers to its name.
        rank = Rank.EXACT if issuer_named else _rank_or_body(wanted, title)
        yield Hit(rank, Kind.STATEMENT, title, f"{base}{key}/", text, when)


def _claims(typed, wanted):
    base = reverse("statements:claims")
    for claim in Claim.objects.published().matching(typed).order_by("position")[: MOST_RANKED + 1]:
        rank = _rank_or_body(wanted, claim.claim)
        yield Hit(rank, Kind.CLAIM, claim.claim, f"{base}#{claim.key}", claim.finding, claim.get_verdict_display())


def _sources(typed, wanted):
    found = Source.objects.citable().matching(typed).order_by(F("date").desc(nulls_last=True), "pk")
    fields = ("key", "publisher", "title", "date", "date_precision")
    base = reverse("sources")
    for key, publisher, title, *date in found.values_list(*fields)[: MOST_RANKED + 1]:
        rank = best_rank(wanted, [folded(text) for text in (title, publisher, key)])
        when = PartialDate(date[0], Precision(date[1])).text if date[0] else ""
        remark = ", ".join(filter(None, [publisher, when]))
        yield Hit(Rank.CONTAINED if rank is None else rank, Kind.SOURCE, title, f"{base}{key}/", "", remark)


def _rank_or_body(wanted, title):
    rank = rank_of(wanted, folded(title))
    return Rank.BODY if rank is None else rank


def _grouped(hits, typed):
    """The hits kind by kind, the kind with the best hit first; within one by rank, then as they came."""
    order = list(Kind)
    ranked = sorted(hits, key=lambda hit: (order.index(hit.kind), hit.rank))
    groups = [list(group) for _, group in groupby(ranked, key=lambda hit: hit.kind)]
    groups.sort(key=lambda group: group[0].rank.tier)
    return [Group(group[0].kind, group, _full_list(group, typed)) for group in groups]


def _full_list(hits, typed):
    """The address of the list that shows all of these hits and nothing else, or nothing."""
    kind, q = hits[0].kind, {"q": typed}
    addresses = {Kind.STATEMENT: "statements:list", Kind.CLAIM: "statements:claims", Kind.SOURCE: "sources"}
    if kind is Kind.STATE:
        if hits[0].rank is Rank.NAMED:
            q = {"state": [hit.place.iso3 for hit in hits]}
        elif any(hit.place.category != State.Category.STATE for hit in hits):
            q["kind"] = State.Category.values
        return f"{reverse('states:list')}?{urlencode(q, doseq=True)}"
    return f"{reverse(addresses[kind])}?{urlencode(q)}" if kind in addresses else ""


def _answered(group, treaties, day):
    """The group; if it is that of states, those shown with their answers. Other areas have none."""
    counted = [hit.place for hit in group.shown if hit.place and hit.place.category == State.Category.STATE]
    answers = answers_of(counted, treaties, day) if counted else {}
    hits = [hit._replace(answers=answers.get(hit.place.pk, [])) for hit in group.shown] if answers else group.shown
    return group._replace(hits=hits + group.hits[len(hits) :])

"""The rows of the lists: statements and codings with all that they lead to, fetched a page at a time."""

from collections import defaultdict
from typing import Any, NamedTuple

from django.db.models import CharField, Count, F, IntegerField, Min, Prefetch, Value
from django.http import QueryDict
from django.urls import reverse

from sources.dates import PartialDate, Precision
from sources.models import Source
from statements.choice import chosen_codings
from statements.enums import Verdict
from statements.matrix import matrix
from statements.models import Coding, Justification, Statement
from statements.models.statements import LATEST_FIRST
from states.models import State, fold

FIELDS = (
    *("pk", "key", "date", "date_precision", "kind", "title", "speaker", "role", "language", "quote", "translated_by"),
    *("summary", "stance", "regarding", "changed_at", "treaty__slug"),
)
CODING_FIELDS = (
    *("pk", "state__iso3", "state__name", "state__slug", "justification__code", "justification__label", "passage"),
    *("coded_on", "statement", "statement__key", "statement__title", "statement__date", "statement__date_precision"),
    *("statement__summary", "statement__speaker", "statement__role"),
)


class Link(NamedTuple):
    """Something that a statement leads to: an issuer, a source or a justification, by its key in the files."""

    key: str
    name: str
    url: str


class StatementRow(NamedTuple):
    """A statement, as a plain row, with all that it leads to."""

    statement: Any
    when: PartialDate
    url: str
    states: list[Link]
    organisations: list[Link]
    justifications: list[Link]
    sources: list[Link]

    @property
    def issuers(self):
        """States first, then organisations."""
        return self.states + self.organisations


class ClaimRow(NamedTuple):
    """A checked claim, the place of its verdict on the scale, and the sources of what the record says."""

    claim: Any
    place: int
    sources: list[Link]


class CodingRow(NamedTuple):
    """A coding, as a plain row, with what it ties together."""

    coding: Any
    when: PartialDate
    url: str
    statement_url: str
    #: The sources of the statement; with `passage_rows`.
    sources: list[Link] = []


def statement_rows(keys, ordering=LATEST_FIRST):
    """The statements with these primary keys, a list or a queryset: two queries."""
    statements = Statement.objects.filter(pk__in=keys).order_by(*ordering)
    return with_links(list(statements.values_list(*FIELDS, named=True)))


def with_links(statements):
    """Statements, plain rows or instances, with all that they lead to; one query."""
    links, base = links_of([statement.pk for statement in statements]), reverse("statements:list")
    return [
        StatementRow(
            statement,
            PartialDate(statement.date, Precision(statement.date_precision)),
            f"{base}{statement.key}/",
            **{kind: links[statement.pk, kind] for kind in ("states", "organisations", "justifications", "sources")},
        )
        for statement in statements
    ]


def links_of(keys):
    """What statements lead to: lists of links by (primary key, kind); one query for all kinds.

    States and organisations are in alphabetical order, justifications in that of the taxonomy, sources as entered.
    """
    kinds = [
        _links("states", Statement.states.through.objects, "state__iso3", "state__name", "state__slug"),
        _links("organisations", Statement.organisations.through.objects, "organisation__slug", "organisation__name"),
        _links("sources", Statement.sources.through.objects.filter(source__citable=True), "source__key",
               "source__publisher", place=F("pk")),
        _links("justifications", Coding.objects.filter(retired_on=None), "justification__code", "justification__label",
               place=F("justification__position")),
    ]  # fmt: skip
    first, *others = (kind.filter(statement__in=keys) for kind in kinds)
    addresses, found = _addresses(), defaultdict(dict)
    for statement, kind, key, name, last, _place in sorted(
        first.union(*others), key=lambda row: (row[5], fold(row[3]))
    ):
        found[statement, kind][key] = Link(key, name, addresses[kind].format(last))
    return defaultdict(list, {place: list(links.values()) for place, links in found.items()})


def _addresses():
    """The addresses of what statements lead to, the last part left open."""
    statements = reverse("statements:list")
    return {
        "states": f"{reverse('states:list')}{{}}/",
        "organisations": f"{statements}?organisation={{}}",
        "sources": f"{reverse('sources')}{{}}/",
        "justifications": f"{reverse('statements:justifications')}{{}}/",
    }


def _links(kind, through, key, name, address=None, *, place=Value(0, IntegerField())):  # noqa: B008 -- never changed
    return through.order_by().values_list("statement", Value(kind, CharField()), key, name, address or key, place)


def coding_rows(keys):
    """The codings with these primary keys, a list or a queryset: one query."""
    rows = Coding.objects.filter(pk__in=keys).by_state().values_list(*CODING_FIELDS, named=True)
    states, statements = reverse("states:list"), reverse("statements:list")
    return [
        CodingRow(
            row,
            PartialDate(row.statement__date, Precision(row.statement__date_precision)),
            f"{states}{row.state__slug}/",
            f"{statements}{row.statement__key}/",
        )
        for row in rows
    ]


def matrix_of(found):
    """The matrix of the codings that a filter chooses; three queries."""
    return _matrix(chosen_codings(found))


def matrix_on(treaty, day):
    """The matrix of what was stated about a treaty up to a day; three queries."""
    return _matrix(Coding.objects.published().filter(statement__treaty=treaty, statement__date__lte=day))


def _matrix(codings):
    pairs = codings.order_by().values_list("state", "justification").annotate(Count("pk"))
    counts = {(state, justification): count for state, justification, count in pairs}
    states = State.objects.filter(pk__in={state for state, _ in counts}).alphabetical()
    return matrix(counts, states, Justification.objects.all())


def statements_address(found):
    """The address of the statements that a filter of codings chooses, open for a state and a justification."""
    kept = QueryDict(mutable=True)
    for name in found.form.fields:
        values = [value for value in found.data.getlist(name) if value]
        if values and name not in ("state", "page"):
            kept.setlist(name, values)
    return f"{reverse('statements:list')}?{kept.urlencode()}{'&' if kept else ''}"


def claim_rows(claims):
    """Checked claims, with the sources of what the record says; two queries."""
    citable = Prefetch("sources", Source.objects.citable())
    for claim in claims.prefetch_related(citable):
        sources = [Link(source.key, source.publisher, source.get_absolute_url()) for source in claim.sources.all()]
        yield ClaimRow(claim, list(Verdict).index(claim.verdict), sources)


def passage_rows(keys):
    """Codings with the sources of their statements; two queries."""
    rows = coding_rows(keys)
    links = links_of({row.coding.statement for row in rows})
    return [row._replace(sources=links[row.coding.statement, "sources"]) for row in rows]


def quoted_for(justification, treaty, day, limit):
    """The passages in which most states at once gave a justification, the newest first among equals; three queries."""
    given = Coding.objects.published().filter(
        justification=justification, statement__treaty=treaty, statement__date__lte=day
    )
    quoted = given.exclude(passage="").order_by().values_list("statement")
    widest = quoted.annotate(Min("pk"), Count("pk")).order_by("-pk__count", "-statement__date", "statement")
    keys = [key for _, key, _ in widest[:limit]]
    rows = {row.coding.pk: row for row in passage_rows(keys)}
    return [rows[key] for key in keys]

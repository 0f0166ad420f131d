"""Which statements and codings a filter chooses, in which order, and the quickest way to find them."""

from django.db.models import F, Q, Value
from django.db.models.functions import NullIf

from statements.models import Coding, Statement
from statements.models.statements import LATEST_FIRST

#: The sample, of all statements newest first: empty where they are so few that nothing takes long. How many of it are
#: enough to ask each statement: fewer where an issuer is named, who is looked up in three tables.
SAMPLE, ENOUGH, ENOUGH_NAMED = slice(2000, 2100), 50, 10


def chosen(found, *, many=False):
    """The primary keys of the statements that a filter chooses, in the order asked for, else newest first.

    `many` says that they are thousands.
    """
    return _statements(found, many=many).order_by(*order(found)).values_list("pk", flat=True)


def probably_many(found):
    """Whether a filter chooses so many of all statements that it is quicker to ask each in its order.

    Else those are looked up first that have what is asked for. A sample tells, by one query, where that can be dear.
    """
    wanted = found.cleaned
    if wanted["sort"] not in ("", "date", "-date"):
        return False
    if any(wanted[name] for name in ("justification", "organisation", "speaker")):
        return False
    if not wanted["q"] and not found.chooses_states:
        # What else can be asked for is in the index of that order.
        return True
    if wanted["q"] and (found.chooses_states or not found.issuers):
        return False
    sample = Statement.objects.order_by(*LATEST_FIRST)[SAMPLE].values("pk")
    return _statements(found, many=True).filter(pk__in=sample).count() >= (ENOUGH_NAMED if wanted["q"] else ENOUGH)


def _statements(found, *, many):
    """The statements that a filter chooses; `many` as in their queryset."""
    wanted = found.cleaned
    statements = Statement.objects.filter(_about(found))
    if wanted["kind"]:
        statements = statements.filter(kind__in=wanted["kind"])
    if wanted["stance"]:
        statements = statements.filter(stance__in=wanted["stance"])
    if wanted["organisation"]:
        organisations = found.keys_of("organisation")
        issued = Statement.organisations.through.objects.filter(organisation__in=organisations)
        statements = statements.among(issued, many=many)
    if wanted["justification"]:
        codings = Coding.objects.filter(retired_on=None, justification__in=found.keys_of("justification"))
        statements = statements.among(_of_states(codings, found), many=many)
    elif found.chooses_states:
        statements = statements.among(_of_states(Statement.states.through.objects, found), many=many)
    if wanted["speaker"]:
        statements = statements.spoken_by(wanted["speaker"], many=many)
    if wanted["q"]:
        statements = statements.matching(wanted["q"], issuers=found.issuers, many=many)
    # Last, because SQLite asks in this order, and this is the dearest to ask.
    return statements.published()


def order(found):
    """What the statements of a filter are ordered by, in SQL; statements without a speaker come last."""
    wanted = found.cleaned.get("sort") or "-date"
    name, descending = wanted.removeprefix("-"), wanted.startswith("-")
    if name == "date":
        return wanted, "pk"
    column = NullIf("speaker_text", Value("")) if name == "speaker" else F(name)
    first = column.desc(nulls_last=True) if descending else column.asc(nulls_last=True)
    return first, "-date", "pk"


def chosen_codings(found):
    """The codings that a filter chooses."""
    codings = Coding.objects.published().filter(_about(found, "statement__"))
    return _of_states(codings, found)


def _of_states(rows, found):
    """Of rows that name a state, those of the states that a filter chooses."""
    return rows.filter(state__in=found.states) if found.chooses_states else rows


def _about(found, prefix=""):
    """The condition that statements are of the time that a filter names, and regard what it names."""
    wanted = found.cleaned
    condition = Q(**{f"{prefix}date__lte": min(found.day, wanted.get("to") or found.day)})
    if wanted.get("from"):
        # A date lies in the year of its last day: so an index by date bounds the period on both sides.
        january = wanted["from"].replace(month=1, day=1)
        condition &= Q(**{f"{prefix}date__gte": january, f"{prefix}last_day__gte": wanted["from"]})
    if wanted["treaty"]:
        condition &= Q(**{f"{prefix}treaty__in": found.keys_of("treaty")})
    if wanted["regarding"]:
        condition &= Q(**{f"{prefix}regarding__in": wanted["regarding"]})
    return condition

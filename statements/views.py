"""The pages of statements, justifications and claims. Each reads the clock once; the day is an argument from there."""

from functools import partial

from django.http import Http404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from sources.dates import Precision
from statements.choice import chosen, chosen_codings, order, probably_many
from statements.enums import Regarding, Verdict, language_in_words, stance_in_words
from statements.filters import ClaimFilter, CodingFilter, StatementFilter
from statements.models import Claim, Justification, Statement
from statements.months import DATES, months_chart
from statements.quotations import coded, marked
from statements.rows import (
    claim_rows,
    coding_rows,
    matrix_of,
    passage_rows,
    statement_rows,
    statements_address,
    with_links,
)
from statements.tables import CLAIM_COLUMNS, CODING_COLUMNS, STATEMENT_COLUMNS
from states.models import State

STATEMENTS_PER_PAGE, CODINGS_PER_PAGE, CLAIMS_PER_PAGE = 50, 100, 100
#: How many statements of one day a statement's page names.
MOST_OF_THE_DAY = 20


@require_safe
def statement_list(request):
    found = StatementFilter(request.GET, queryset=State.objects.states(), today=timezone.localdate())
    context = found.listing_in_database(
        STATEMENT_COLUMNS,
        partial(chosen, found),
        per_page=STATEMENTS_PER_PAGE,
        complete=lambda keys: statement_rows(keys, order(found)),
        probably_many=partial(probably_many, found),
        beside=DATES,
    )
    # A function, so that a download draws nothing.
    context |= {"title": "Statements", "on": found.day, "chart": partial(months_chart, found, context["beside"])}
    return TemplateResponse(request, "statements/statement_list.html", context)


@require_safe
def statement_detail(request, key):
    """One statement: who issued it, its exact words, what they are taken to state, what it answers."""
    try:
        statement = Statement.objects.published().select_related("treaty").get(key=key)
    except Statement.DoesNotExist:
        raise Http404("There is no statement with this key on record.") from None
    codings, others = coded(statement), Statement.objects.published()
    same_day = others.filter(date=statement.date, date_precision=Precision.DAY, states__in=statement.states.all())
    context = {
        "title": statement.title,
        "statement": statement,
        "row": with_links([statement])[0],
        "sources": statement.sources.citable(),
        "language": language_in_words(statement.language),
        "stance": stance_in_words(statement.stance, statement.regarding),
        "matter": Regarding(statement.regarding).of_treaty,
        "codings": codings,
        "pieces": marked(statement, codings),
        "answers": others.filter(pk=statement.answers_id).first(),
        "answered_by": others.filter(answers=statement).order_by("date", "pk"),
        "same_day": same_day.exclude(pk=statement.pk).distinct().order_by("pk")[:MOST_OF_THE_DAY],
    }
    return TemplateResponse(request, "statements/statement_detail.html", context)


@require_safe
def justification_list(request):
    """The matrix: which state gave which justification; its downloads are the codings themselves."""
    found = CodingFilter(request.GET, queryset=State.objects.states(), today=timezone.localdate())
    known = matrix_of(found) if found.is_valid() else None
    context = _codings(found, lambda: chosen_codings(found), count=lambda: known.number)
    context |= {"title": "Stated justifications", "on": found.day}
    if known:
        context |= {"matrix": known, "address": statements_address(found)}
    return TemplateResponse(request, "statements/justification_list.html", context)


@require_safe
def justification_detail(request, code):
    """One justification: its definition, and every passage that states it, state by state."""
    try:
        justification = Justification.objects.get(code=code)
    except Justification.DoesNotExist:
        raise Http404("There is no justification with this code on record.") from None
    found = CodingFilter(request.GET, queryset=State.objects.states(), today=timezone.localdate())
    context = _codings(found, lambda: chosen_codings(found).filter(justification=justification))
    context |= {"title": justification.label, "justification": justification, "on": found.day}
    if found.is_valid():
        context["passages"] = passage_rows(context["page"].object_list)
    return TemplateResponse(request, "statements/justification_detail.html", context)


def _codings(found, codings, count=None):
    return found.listing_in_database(
        CODING_COLUMNS,
        lambda many: codings().by_state().values_list("pk", flat=True),
        per_page=CODINGS_PER_PAGE,
        complete=coding_rows,
        count=count,
    )


@require_safe
def claim_list(request):
    """Public claims beside the record."""
    found = ClaimFilter(request.GET, queryset=Claim.objects.published(), today=timezone.localdate())
    context = found.listing(CLAIM_COLUMNS, lambda: claim_rows(found.qs), per_page=CLAIMS_PER_PAGE)
    context |= {"title": "Checked claims", "on": found.today, "verdicts": Verdict}
    return TemplateResponse(request, "statements/claim_list.html", context)

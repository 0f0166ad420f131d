"""Many statements for tests of speed, made after the pattern of the real ones and marked as generated."""

from datetime import date, timedelta

from django.db import connection

from sources.models import Source
from statements.models import Coding, Statement

MARK = "Generated statement"
#: The days that generated statements are spread over, all before the real ones.
FIRST, DAYS = date(2000, 1, 1), 8000
BATCH = 5000


def add(number):
    """Add so many statements; each repeats the issuers, words and codings of a real one, on another day."""
    source, _ = Source.objects.get_or_create(
        key="generated", defaults={"publisher": "Tests", "title": "Generated statements", "citable": True}
    )
    patterns = [
        (statement, list(statement.states.all()), list(statement.organisations.all()), list(statement.codings.all()))
        for statement in Statement.objects.published().order_by("pk")
        if not statement.title.startswith(MARK)
    ]
    for start in range(0, number, BATCH):
        chosen = [patterns[place % len(patterns)] for place in range(start, min(number, start + BATCH))]
        _add(chosen, source, start)
    analyse()


def analyse():
    """Let the database know how much of what there is, as a running one learns by itself."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _add(patterns, source, start):
    made = Statement.objects.bulk_create(_like(pattern, start + place) for place, (pattern, *_) in enumerate(patterns))
    states, organisations, codings = [], [], []
    for statement, (_, own_states, own_organisations, own_codings) in zip(made, patterns, strict=True):
        states += [Statement.states.through(statement=statement, state=state) for state in own_states]
        organisations += [
            Statement.organisations.through(statement=statement, organisation=one) for one in own_organisations
        ]
        codings += [_coded(statement, coding) for coding in own_codings]
    Statement.states.through.objects.bulk_create(states)
    Statement.organisations.through.objects.bulk_create(organisations)
    Statement.sources.through.objects.bulk_create(
        Statement.sources.through(statement=statement, source=source) for statement in made
    )
    Coding.objects.bulk_create(codings)


def _like(pattern, number):
    statement = Statement(
        key=f"generated-{number:06}",
        # A step that shares no factor with the days, so that neighbours in the list differ.
        date=FIRST + timedelta(days=number * 4999 % DAYS),
        title=f"{MARK} {number}: {pattern.title}"[:250],
        **{name: getattr(pattern, name) for name in ("kind", "speaker", "role", "language", "quote", "translated_by")},
        **{name: getattr(pattern, name) for name in ("summary", "stance", "regarding", "treaty_id")},
    )
    statement.derive()
    return statement


def _coded(statement, coding):
    names = ("justification_id", "state_id", "passage", "coded_on")
    return Coding(statement=statement, **{name: getattr(coding, name) for name in names})

"""Statements, codings and claims of their own for tests; the real record is in the database as well."""

from datetime import date

import factory

from statements.models import Claim, Coding, Justification, Statement
from states.models import State
from tests.sources.factories import WithSources
from treaties.models import Treaty


class StatementFactory(WithSources):
    """A statement of one state, Norway unless others are given by code."""

    class Meta:
        model = Statement

    key = factory.Sequence(lambda number: f"test_{number}")
    date = date(2026, 3, 2)
    kind = "interview"
    title = factory.Sequence(lambda number: f"Test {number}")
    summary = "A test."
    stance = "neutral"
    treaty = factory.LazyFunction(lambda: Treaty.objects.get(position=1))

    @factory.post_generation
    def states(self, create, extracted):
        if create:
            self.states.set(State.objects.filter(iso3__in=["NOR"] if extracted is None else extracted))


class CodingFactory(factory.django.DjangoModelFactory):
    """Deterrence, stated by the first state that issued the statement."""

    class Meta:
        model = Coding

    statement = factory.SubFactory(StatementFactory)
    justification = factory.LazyFunction(lambda: Justification.objects.get(code="deterrence"))
    state = factory.LazyAttribute(lambda coding: coding.statement.states.first())
    coded_on = date(2026, 3, 3)


class ClaimFactory(WithSources):
    """A confirmed claim at the end of the list."""

    class Meta:
        model = Claim

    key = factory.Sequence(lambda number: f"test-{number}")
    position = factory.Sequence(lambda number: 1000 + number)
    claim = "A test is a test."
    claimant = "Somebody"
    verdict = "confirmed"
    finding = "It is."

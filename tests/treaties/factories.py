"""Steps and votes of their own for tests; the real record is in the database as well."""

from datetime import date

import factory

from states.models import State
from tests.sources.factories import WithSources
from treaties.enums import StepKind
from treaties.models import Act, Step, Tally, Treaty


class StepFactory(WithSources):
    """A step of a state under the first treaty."""

    class Meta:
        model = Step

    treaty = factory.LazyFunction(lambda: Treaty.objects.get(position=1))
    state = factory.LazyFunction(lambda: State.objects.get(iso3="NOR"))
    kind = StepKind.OTHER
    date = date(2026, 3, 2)
    title = factory.Sequence(lambda number: f"Step {number}")

    class Params:
        vote = factory.Trait(kind=StepKind.PARLIAMENT_VOTE)


class TallyFactory(WithSources):
    """The preferred result of a vote."""

    class Meta:
        model = Tally

    step = factory.SubFactory(StepFactory, vote=True)
    in_favour = 60
    against = 30
    abstained = 10
    preferred = True


class NoticeFactory(WithSources):
    """A notice of withdrawal from the first treaty."""

    class Meta:
        model = Act

    treaty = factory.LazyFunction(lambda: Treaty.objects.get(position=1))
    state = factory.LazyFunction(lambda: State.objects.get(iso3="NOR"))
    kind = "withdrawal"
    date = date(2026, 4, 2)

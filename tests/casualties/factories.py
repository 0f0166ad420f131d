"""Figures of their own for tests; the real ones are in the database as well."""

import factory

from casualties.models import Figure
from sources.models import Source
from tests.states.factories import StateFactory


class FigureFactory(factory.django.DjangoModelFactory):
    """A published figure of an area of its own, in the edition after its year."""

    class Meta:
        model = Figure

    class Params:
        world = factory.Trait(area=None)
        unpublished = factory.Trait(withheld_because="Not confirmed.")

    area = factory.SubFactory(StateFactory)
    data_year = 2003
    edition_id = factory.LazyAttribute(lambda figure: figure.data_year + 1)
    source = factory.LazyFunction(lambda: Source.objects.get(key="lm2018_cas"))
    total = 100


def row(**values):
    """A row as the checks and refusals read it: a total of 100 of an unknown area, nothing else stated."""
    from casualties.enums import PARTS

    usual = {"year": 2020, "edition": 2021, "area": "QAA", "source": "one", "total": 100}
    usual |= {"preferred": True, "preferred_because": "", "note": "", "shown": True}
    return dict.fromkeys(PARTS) | usual | values

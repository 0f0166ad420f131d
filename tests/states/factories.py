"""States of their own for tests; the real ones are in the database as well."""

import factory

from sources.models import Source
from states.models import Region, State


class StateFactory(factory.django.DjangoModelFactory):
    """A state in an existing subregion; codes of the range that ISO 3166 leaves to users."""

    class Meta:
        model = State
        skip_postgeneration_save = True

    iso3 = factory.Sequence(lambda number: f"Q{chr(77 + number // 26)}{chr(65 + number % 26)}")
    name = factory.Sequence(lambda number: f"Testland {number}")
    slug = factory.Sequence(lambda number: f"testland-{number}")
    subregion = factory.LazyFunction(lambda: Region.objects.exclude(parent=None).first())

    @factory.post_generation
    def sources(self, create, extracted):
        if create:
            self.sources.set(extracted or [Source.objects.citable().first()])

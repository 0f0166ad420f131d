"""What rows of every app share in tests: a source."""

import factory

from sources.models import Source


class WithSources(factory.django.DjangoModelFactory):
    """A row with a source that can be cited, unless others are given."""

    class Meta:
        abstract = True
        skip_postgeneration_save = True

    @factory.post_generation
    def sources(self, create, extracted):
        if create:
            self.sources.set([Source.objects.citable().first()] if extracted is None else extracted)

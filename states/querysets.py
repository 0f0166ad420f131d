"""What the public sees of rows that have sources, and what of the reference list holds on a day."""

from django.db import models
from django.db.models import Exists, OuterRef, Q


class CitedQuerySet(models.QuerySet):
    def published(self):
        """Rows the public sees: with a source that can be cited."""
        sources = self.model.sources.through.objects.filter(source__citable=True)
        return self.filter(Exists(sources.filter(**{self.model._meta.model_name: OuterRef("pk")})))


class MembershipQuerySet(CitedQuerySet):
    def on(self, day):
        """Memberships that hold on `day`: since that day or earlier, and not ended by it."""
        return self.filter(Q(until=None) | Q(until__gt=day), since__lte=day)

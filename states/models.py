"""The reference list: states and other areas, regions, groups with dated membership, land borders."""

from anyascii import anyascii
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.text import slugify
from simple_history.models import HistoricalRecords

from states.querysets import CitedQuerySet, MembershipQuerySet

PLACE_FIELDS = (
    *("pk", "iso3", "name", "article", "slug", "sort_key", "category"),
    *("subregion_slug", "subregion_name", "region_slug", "region_name", "is_neighbour"),
)


def fold(text):
    """Plain lower-case ASCII of a name in any script: "Côte d'Ivoire" becomes "cote-divoire"."""
    return slugify(anyascii(text))


def in_running_text(article, name):
    """A name as running English text has it: "the Netherlands"."""
    return f"{article} {name}".strip()


class Region(models.Model):
    """A region or subregion of the United Nations' M49 standard."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=60)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="subregions",
        help_text="Blank for a region.",
    )
    sources = models.ManyToManyField("sources.Source", related_name="+")

    history = HistoricalRecords(m2m_fields=[sources])

    class Meta:
        ordering = ["slug"]

    def __str__(self):
        return self.name


class StateQuerySet(models.QuerySet):
    def states(self):
        """The states, which alone can become parties; without the other areas."""
        return self.filter(category=State.Category.STATE)

    def alphabetical(self):
        """By English name, letter by letter, accents folded; the same on every database."""
        return self.order_by("sort_key")

    def matching(self, text):
        """States whose names, aliases or code contain `text`, whatever its case, accents and punctuation.

        Of the two-letter code only the whole is meant.
        """
        folded = fold(text)
        if not folded:
            return self.none()
        by_alias = Alias.objects.filter(search_text__contains=folded).values("state")
        return self.filter(Q(search_text__contains=folded) | Q(iso2=folded.upper()) | Q(pk__in=by_alias))

    def in_groups_on(self, slugs, day):
        """Members of any of the groups on `day`."""
        return self.filter(pk__in=Membership.objects.published().on(day).filter(group__slug__in=slugs).values("state"))

    def bordering(self, iso3_codes):
        """States with a land border to any of the states with these codes."""
        borders = LandBorder.objects.published()
        return self.filter(
            Q(pk__in=borders.filter(neighbour__iso3__in=iso3_codes).values("state"))
            | Q(pk__in=borders.filter(state__iso3__in=iso3_codes).values("neighbour"))
        )

    def places(self):
        """Every state as a plain row with its region: for pages that fold hundreds, and for choices of filters."""
        return (
            self.annotate(
                subregion_slug=F("subregion__slug"),
                subregion_name=F("subregion__name"),
                region_slug=F("subregion__parent__slug"),
                region_name=F("subregion__parent__name"),
                is_neighbour=Exists(LandBorder.objects.published().filter(neighbour=OuterRef("pk"))),
            )
            .alphabetical()
            .values_list(*PLACE_FIELDS, named=True)
        )


class State(models.Model):
    """A state that can be party to a treaty, or another area with figures of its own.

    The list of states is the 193 members of the United Nations, the Holy See, Palestine, the Cook Islands and Niue.
    """

    class Category(models.TextChoices):
        STATE = "state", "State"
        OTHER_AREA = "other_area", "Other area"

    iso3 = models.CharField("ISO 3166-1 alpha-3", max_length=3, unique=True)
    iso2 = models.CharField("ISO 3166-1 alpha-2", max_length=2, blank=True)
    m49 = models.CharField("UN M49 code", max_length=3, blank=True)
    slug = models.SlugField(max_length=60, unique=True, help_text="The last part of the profile's address.")
    name = models.CharField(max_length=60, help_text="The common English short name.")
    article = models.CharField(
        max_length=3, blank=True, choices=[("the", "the")], help_text='In running text: "the Netherlands".'
    )
    official_name = models.CharField(max_length=100, blank=True)
    category = models.CharField(max_length=10, choices=Category, default=Category.STATE)
    subregion = models.ForeignKey(Region, models.PROTECT, limit_choices_to={"parent__isnull": False})
    latitude = models.DecimalField(max_digits=7, decimal_places=4, null=True, blank=True)
    longitude = models.DecimalField(max_digits=7, decimal_places=4, null=True, blank=True)
    note = models.CharField(max_length=300, blank=True)
    sources = models.ManyToManyField("sources.Source", related_name="+")
    sort_key = models.CharField(max_length=60, editable=False, db_index=True)
    search_text = models.TextField(editable=False)

    objects = StateQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[sources], excluded_fields=["sort_key", "search_text"])

    class Meta:
        ordering = ["sort_key"]
        constraints = [
            models.CheckConstraint(
                name="state_iso3_is_three_capitals",
                condition=Q(iso3__regex=r"^[A-Z]{3}$"),
                violation_error_message="The code is three capital letters.",
            ),
        ]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        # Letters only: databases disagree about where a space or a hyphen sorts.
        self.sort_key = fold(self.name).replace("-", "")
        self.search_text = fold(f"{self.name} {self.official_name} {self.iso3}")
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("state", args=[self.slug])

    @property
    def name_in_text(self):
        """The name as running English text has it: "the Netherlands"."""
        return in_running_text(self.article, self.name)


class Alias(models.Model):
    """Another name by which readers look for a state."""

    state = models.ForeignKey(State, models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=80)
    search_text = models.CharField(max_length=120, editable=False)

    history = HistoricalRecords(excluded_fields=["search_text"])

    class Meta:
        verbose_name_plural = "aliases"
        ordering = ["search_text"]
        constraints = [models.UniqueConstraint(fields=["state", "name"], name="alias_once_per_state")]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.search_text = fold(self.name)
        super().save(*args, **kwargs)


class Group(models.Model):
    """An organisation whose membership readers filter by."""

    slug = models.SlugField(max_length=20, unique=True)
    name = models.CharField(max_length=100)
    short_name = models.CharField(max_length=20)
    note = models.CharField(max_length=500, blank=True)
    sources = models.ManyToManyField("sources.Source", related_name="+")

    history = HistoricalRecords(m2m_fields=[sources])

    class Meta:
        ordering = ["slug"]

    def __str__(self):
        return self.short_name


class Membership(models.Model):
    """A state belongs to a group from one day until another."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="memberships")
    state = models.ForeignKey(State, models.PROTECT, related_name="memberships")
    since = models.DateField()
    until = models.DateField(null=True, blank=True, help_text="The first day it no longer belongs.")
    sources = models.ManyToManyField("sources.Source", related_name="+")

    objects = MembershipQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[sources])

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["group", "state", "since"], name="membership_once_per_day"),
            models.CheckConstraint(
                name="membership_ends_after_it_begins",
                condition=Q(until=None) | Q(until__gt=F("since")),
                violation_error_message="The membership must end after it begins.",
            ),
        ]

    def __str__(self):
        return f"{self.state} in {self.group} since {self.since:%Y}" + (f" until {self.until:%Y}" if self.until else "")


class LandBorder(models.Model):
    """Two states share a land border; one row per pair."""

    state = models.ForeignKey(State, models.PROTECT, related_name="+")
    neighbour = models.ForeignKey(State, models.PROTECT, related_name="+")
    sources = models.ManyToManyField("sources.Source", related_name="+")

    objects = CitedQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[sources])

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["state", "neighbour"], name="land_border_once_per_pair"),
            models.CheckConstraint(
                name="land_border_has_two_sides",
                condition=~Q(state=F("neighbour")),
                violation_error_message="A state has no border with itself.",
            ),
        ]

    def __str__(self):
        return f"{self.state} – {self.neighbour}"

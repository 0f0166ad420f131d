"""Casualty figures: killed and injured, by data year, edition, area and source.

Blank is "not stated" and stored as null; 0 is a real zero. What is left of a total after its stated parts is neither
stored nor shown as a figure.
"""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, When
from django.urls import reverse
from simple_history.models import HistoricalRecords

from casualties.enums import FIRST_YEAR, PARTS, WORLD_PLACE, Qualifier
from casualties.models.editions import Edition
from sources.models import Source
from states.models import State

#: What the lists can be ordered by.
SORTED_BY = {
    "year": "data_year",
    "edition": "edition",
    "area": "area__sort_key",
    "region": "area__subregion__parent__name",
    "total": "total",
    "killed": "killed",
    "injured": "injured",
}


def count_field(label, help_text=""):
    """A number of people, or null where it is not stated."""
    return models.PositiveIntegerField(label, null=True, blank=True, help_text=help_text)


class FigureQuerySet(models.QuerySet):
    def published(self):
        """Figures the public sees: from a source that can be cited, and not withheld."""
        return self.filter(source__citable=True, withheld_because="")

    def preferred(self):
        """One figure per data year, edition and area: where sources differ, the one kept."""
        return self.filter(preferred=True)

    def of_world(self):
        return self.filter(place=WORLD_PLACE)

    def of_areas(self):
        return self.exclude(place=WORLD_PLACE)

    def latest(self):
        """The newest edition's published figure for each data year and area."""
        return self.published().preferred().filter(~Exists(_shown_beside().filter(edition__gt=OuterRef("edition"))))

    def listed(self, sort=None):
        """In the order of a list: by the column asked for, else newest year first, the world, then highest totals."""
        usual = [
            F("data_year").desc(),
            Case(When(place=WORLD_PLACE, then=0), default=1),
            F("total").desc(nulls_last=True),
            F("area__sort_key").asc(nulls_first=True),
            F("edition").desc(),
            F("preferred").desc(),
            F("pk").asc(),
        ]
        if not sort:
            return self.order_by(*usual)
        column = F(SORTED_BY[sort.removeprefix("-")])
        asked = column.desc(nulls_last=True) if sort.startswith("-") else column.asc(nulls_last=True)
        return self.order_by(asked, *usual)

    def with_first_published(self):
        """The same rows with `first_edition` and `first_total`: what was published first for the year and area."""
        first = _shown_beside().order_by("edition_id")
        return self.annotate(
            first_edition=Subquery(first.values("edition_id")[:1]), first_total=Subquery(first.values("total")[:1])
        )

    def with_latest(self):
        """The same rows with `is_latest`: whether this is the figure shown for the year and area."""
        newer = _shown_beside().filter(edition__gt=OuterRef("edition"))
        return self.annotate(is_latest=~Exists(newer))


def _shown_beside():
    """The published, preferred figures of the outer row's data year and area."""
    return Figure.objects.published().preferred().filter(place=OuterRef("place"), data_year=OuterRef("data_year"))


class Figure(models.Model):
    """What one edition says, by one source, of the casualties of one area in one year."""

    data_year = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(FIRST_YEAR)], help_text="The year in which people were killed or injured."
    )
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="figures")
    area = models.ForeignKey(
        State, models.PROTECT, null=True, blank=True, related_name="figures", help_text="Blank for the world."
    )
    source = models.ForeignKey(
        Source, models.PROTECT, related_name="figures", help_text="The document the figure was read from."
    )
    confirmed_by = models.ManyToManyField(
        Source, blank=True, related_name="confirmed_figures", help_text="Others that give the same figure."
    )
    qualifier = models.CharField(
        max_length=10,
        choices=[(one.value, one.label) for one in (Qualifier.AT_LEAST, Qualifier.ABOUT)],
        default=Qualifier.AT_LEAST,
    )
    total = count_field("total casualties", "People killed or injured, with those whose outcome is unknown.")
    killed = count_field("killed")
    injured = count_field("injured")
    unknown = count_field("outcome unknown", "Not known whether the person survived; only as the source states it.")
    civilians = count_field("civilians")
    military = count_field("military", "All security forces and members of armed groups.")
    deminers = count_field("deminers")
    status_unknown = count_field("civil status unknown")
    children = count_field("children")
    adults = count_field("adults")
    age_unknown = count_field("age unknown")
    male = count_field("men and boys")
    female = count_field("women and girls")
    sex_unknown = count_field("sex unknown")
    antipersonnel_mine = count_field("by antipersonnel mines")
    antivehicle_mine = count_field("by antivehicle mines")
    improvised_mine = count_field("by improvised mines")
    unspecified_mine = count_field("by unspecified mines")
    cluster_submunition = count_field("by unexploded submunitions")
    other_erw = count_field("by other explosive remnants of war")
    device_unknown = count_field("by unknown devices")
    areas_with_casualties = count_field("states and areas with casualties", "Only for the world.")
    preferred = models.BooleanField(
        default=True, help_text="Off for a figure beside the one kept for the same year, edition and area."
    )
    preferred_because = models.CharField(
        max_length=300, blank=True, help_text="Where sources of one edition differ: why this one is kept."
    )
    note = models.TextField(blank=True, help_text="Shown to the public beside the figure.")
    withheld_because = models.CharField(
        max_length=300, blank=True, help_text="Why the public does not see it; blank for what is shown."
    )
    #: The area's primary key, 0 for the world: databases take two blanks for different.
    place = models.BigIntegerField(editable=False)
    #: Names the row of data/casualties.csv it came from, for good; blank for what came another way.
    file_key = models.CharField(max_length=120, blank=True, editable=False)

    objects = FigureQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[confirmed_by], excluded_fields=["place"])

    class Meta:
        ordering = ["-data_year", "-edition", "place"]
        indexes = [models.Index(fields=["place", "data_year", "edition"], name="figure_by_place_and_year")]
        constraints = [
            models.UniqueConstraint(
                fields=["data_year", "place", "edition", "source"],
                name="figure_once_per_source",
                violation_error_message="This source already has a figure for this year, edition and area.",
            ),
            models.UniqueConstraint(
                fields=["data_year", "place", "edition"],
                condition=Q(preferred=True),
                name="figure_preferred_once",
                violation_error_message="Another figure is already the preferred one for this year, edition and area.",
            ),
            models.UniqueConstraint(fields=["file_key"], condition=~Q(file_key=""), name="figure_once_per_file_key"),
            models.CheckConstraint(
                name="figure_place_is_area",
                condition=Q(area=None, place=WORLD_PLACE) | Q(area__isnull=False, place=F("area")),
            ),
            models.CheckConstraint(
                name="figure_year_is_counted",
                condition=Q(data_year__gte=FIRST_YEAR),
                violation_error_message="Landmine Monitor counts from 1999.",
            ),
            models.CheckConstraint(
                name="figure_edition_is_later",
                condition=Q(edition__gt=F("data_year")),
                violation_error_message="An edition reports years before its own: it must be later than the data year.",
            ),
            models.CheckConstraint(
                name="figure_states_something",
                condition=~Q(**dict.fromkeys(["total", *PARTS])),
                violation_error_message="A figure states at least one number; blank means not stated.",
            ),
            models.CheckConstraint(
                name="figure_parts_within_total",
                condition=Q(total=None) | Q(*(Q(**{part: None}) | Q(**{f"{part}__lte": F("total")}) for part in PARTS)),
                violation_error_message="No part can be more than the total.",
            ),
            models.CheckConstraint(
                name="figure_outcomes_within_total",
                condition=Q(total=None)
                | Q(killed=None)
                | Q(injured=None)
                | (Q(unknown=None) & Q(total__gte=F("killed") + F("injured")))
                | (Q(unknown__isnull=False) & Q(total=F("killed") + F("injured") + F("unknown"))),
                violation_error_message=(
                    "Killed, injured and unknown outcome must add up to the total where all are stated, and to no "
                    "more than the total where the unknown outcome is not."
                ),
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.area or 'World'}, {self.data_year} ({self.edition})"

    def save(self, *args, **kwargs):
        self.derive()
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("casualties:year", args=[self.data_year])

    def full_clean(self, *args, **kwargs):
        self.derive()
        super().full_clean(*args, **kwargs)

    def derive(self):
        """Fill the column by which the world is an area like others; for rows that are saved without `save`, too."""
        self.place = self.area_id or WORLD_PLACE

"""The coded values of what Landmine Monitor reports, each with what it means; its first year, and its world."""

from typing import NamedTuple

from django.db import models

#: Landmine Monitor's first report is of 1999 and counts from 1999.
FIRST_YEAR = 1999

#: What stands for the whole world where areas are named by code, and in the column `place`.
WORLD, WORLD_PLACE = "WLD", 0


class Part(NamedTuple):
    """One part of a total: the column that holds it, its heading, and whether it means "not known"."""

    column: str
    label: str
    is_unknown: bool = False


class Dimension(models.TextChoices):
    """A way in which Landmine Monitor divides a total. `known` names the cases that a percentage is of."""

    known: str
    parts: tuple[Part, ...]

    def __new__(cls, value: str, known: str = "", parts: tuple[Part, ...] = ()) -> "Dimension":
        member = str.__new__(cls, value)
        member._value_ = value
        member.known, member.parts = known, parts
        return member

    OUTCOME = (
        "outcome",
        "whose outcome is known",
        (Part("killed", "Killed"), Part("injured", "Injured"), Part("unknown", "Outcome unknown", is_unknown=True)),
        "Outcome",
    )  # fmt: skip
    CIVIL_STATUS = (
        "civil_status",
        "whose civil status is known",
        (
            Part("civilians", "Civilians"),
            Part("military", "Military"),
            Part("deminers", "Deminers"),
            Part("status_unknown", "Status unknown", is_unknown=True),
        ),
        "Civil status",
    )  # fmt: skip
    AGE = (
        "age",
        "whose age is known",
        (Part("children", "Children"), Part("adults", "Adults"), Part("age_unknown", "Age unknown", is_unknown=True)),
        "Age",
    )  # fmt: skip
    SEX = (
        "sex",
        "whose sex is known",
        (
            Part("male", "Men and boys"),
            Part("female", "Women and girls"),
            Part("sex_unknown", "Sex unknown", is_unknown=True),
        ),
        "Sex",
    )  # fmt: skip
    DEVICE = (
        "device",
        "whose device is known",
        (
            Part("antipersonnel_mine", "Antipersonnel mine"),
            Part("antivehicle_mine", "Antivehicle mine"),
            Part("improvised_mine", "Improvised mine"),
            Part("unspecified_mine", "Unspecified mine"),
            Part("cluster_submunition", "Unexploded submunition"),
            Part("other_erw", "Other explosive remnant of war"),
            Part("device_unknown", "Device unknown", is_unknown=True),
        ),
        "Device",
    )  # fmt: skip

    @property
    def columns(self) -> list[str]:
        return [part.column for part in self.parts]


#: Every column that counts part of a total, in the order of the files.
PARTS = [column for dimension in Dimension for column in dimension.columns]


class Qualifier(models.TextChoices):
    """What a reader must hear before a number."""

    meaning: str

    def __new__(cls, value: str, meaning: str = "") -> "Qualifier":
        member = str.__new__(cls, value)
        member._value_ = value
        member.meaning = meaning
        return member

    AT_LEAST = "at_least", "A recorded minimum, as every total of Landmine Monitor is.", "at least"
    ABOUT = "about", "The source itself rounds or estimates.", "about"
    UP_TO = "up_to", "An upper bound: the source says “under” or gives a range that ends here.", "up to"
    EXACT = "exact", "The number as the source states it.", "as stated"


class Extent(models.TextChoices):
    """How much land is contaminated by antipersonnel mines, in the bands of Landmine Monitor."""

    meaning: str

    def __new__(cls, value: str, meaning: str = "") -> "Extent":
        member = str.__new__(cls, value)
        member._value_ = value
        member.meaning = meaning
        return member

    MASSIVE = "massive", "more than 100 km²", "Massive"
    LARGE = "large", "20 to 99 km²", "Large"
    MEDIUM = "medium", "5 to 19 km²", "Medium"
    SMALL = "small", "less than 5 km²", "Small"
    RESIDUAL = "residual", "residual or suspected contamination", "Residual"
    UNKNOWN = "unknown", "contaminated, or believed to be; the extent was not found", "Extent not stated"


class StockpileKind(models.TextChoices):
    """What is counted of a state's antipersonnel mines, and what is said of it."""

    meaning: str

    def __new__(cls, value: str, meaning: str = "") -> "StockpileKind":
        member = str.__new__(cls, value)
        member._value_ = value
        member.meaning = meaning
        return member

    DESTROYED = "destroyed", "Stockpiled mines destroyed by that year (Article 4).", "Destroyed"
    TO_DESTROY = "to_destroy", "Stockpiled mines that a State Party has still to destroy.", "Still to be destroyed"
    HELD = "held", "The stockpile of a state that was not a party, mostly an estimate.", "Held"
    RETAINED = "retained", "Mines kept for training and development (Article 3).", "Retained for training"
    PRODUCER = (
        "producer",
        "Named among the producers of antipersonnel mines; no number is given.",
        "Named as a producer",
    )


class Rule(models.TextChoices):
    """What is checked of the figures. `is_error` tells what cannot stand from what should be looked at."""

    is_error: bool
    meaning: str

    def __new__(cls, value: str, is_error: bool = False, meaning: str = "") -> "Rule":
        member = str.__new__(cls, value)
        member._value_ = value
        member.is_error, member.meaning = is_error, meaning
        return member

    STANDS = "stands", True, "Outcomes add up to the total, no part is above it, an edition is later.", "Sums and parts"
    WHOLE = "whole", True, "Numbers are whole and none is negative.", "Whole numbers"
    YEARS = "years", True, "Data years are from 1999 on, and no edition is of a year to come.", "Years"
    STATED = "stated", False, "The outcome of every casualty is stated.", "Outcomes stated"
    CHILDREN = "children", False, "Children are not more than civilians.", "Children and civilians"
    DIVIDED = "divided", False, "Parts that are all stated add up to the total.", "Parts add up"
    SOURCE = "source", False, "The source can be cited; otherwise the public does not see the figure.", "Source"
    AREA = "area", True, "The area is a state, another area or the world.", "Area"
    CONFLICT = "conflict", False, "Sources of one edition give one total; otherwise one is preferred.", "Conflict"
    PREFERRED = "preferred", True, "Exactly one figure is preferred for a year, edition and area.", "Preferred figure"
    TWICE = "twice", True, "A source has one figure for a year, edition and area.", "Once per source"
    SUM = "sum", False, "The states and areas of an edition do not exceed its total of the world.", "Sum of areas"
    TRANSPOSED = "transposed", False, "Killed are at most 80% of 20 or more casualties.", "Killed and injured"
    REVISED = "revised", False, "A newer edition moves a total by at most 25%, and upward.", "Revisions"
    ZERO = "zero", False, "A zero is a real zero: no other edition counts casualties.", "Blank and zero"

"""The figures on record as the checks read them."""

from casualties.enums import PARTS
from casualties.models import Figure
from casualties.models.figures import WORLD

PLAIN = ("qualifier", "total", *PARTS, "areas_with_casualties", "preferred", "preferred_because", "note")


def as_row(figure):
    """A figure as the row of a file would have it, with its source and whether the public sees it."""
    keys = [figure.source.key, *(source.key for source in figure.confirmed_by.all())]
    return {name: getattr(figure, name) for name in PLAIN} | {
        "year": figure.data_year,
        "edition": figure.edition_id,
        "area": figure.area.iso3 if figure.area_id else WORLD,
        "source": figure.source.key,
        "sources": "|".join(keys),
        "withheld_because": figure.withheld_because,
        "shown": not figure.withheld_because and figure.source.citable,
        "pk": figure.pk,
    }


def all_rows():
    """Every figure on record; one query."""
    names = ("pk", "data_year", "edition_id", "area__iso3", "source__key", "source__citable", "withheld_because")
    for figure in Figure.objects.order_by("data_year", "edition_id", "place", "pk").values(*names, *PLAIN):
        yield figure | {
            "year": figure["data_year"],
            "edition": figure["edition_id"],
            "area": figure["area__iso3"] or WORLD,
            "source": figure["source__key"],
            "shown": figure["source__citable"] and not figure["withheld_because"],
        }

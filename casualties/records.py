"""The figures on record as the checks read them, and how many are written at once."""

from django.apps import apps

from casualties.enums import PARTS, WORLD
from casualties.models import Figure

PLAIN = ("qualifier", "total", *PARTS, "areas_with_casualties", "preferred", "preferred_because", "note")

#: What an import can change of a figure that is on record.
FIELDS = [*PLAIN, "withheld_because"]


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


def write(created, changed, **written):
    """Save figures and who confirms them, with history, in a few statements for any number of rows."""
    through = Figure.confirmed_by.through
    Figure.objects.bulk_create(created)
    Figure.objects.bulk_update(changed, FIELDS, batch_size=200)
    through.objects.filter(figure__in=changed).delete()
    links = through.objects.bulk_create(
        through(figure=figure, source=source) for figure in [*created, *changed] for source in figure._confirming
    )
    for figures, update in ((created, False), (changed, True)):
        records = Figure.history.bulk_history_create(figures, update=update, **written)
        _remember(links, {record.id: record for record in records})


def _remember(links, records):
    """The history's own copy of who confirms a figure, which a history written in bulk leaves out."""
    remembered = apps.get_model("casualties", "HistoricalFigure_confirmed_by")
    remembered.objects.bulk_create(
        remembered(history=records[link.figure_id], id=link.pk, figure_id=link.figure_id, source_id=link.source_id)
        for link in links
        if link.figure_id in records
    )

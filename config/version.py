"""The version of the record: the moment of its latest change, by a load or by an analyst."""

from datetime import UTC, datetime
from functools import cache

from django.apps import apps
from django.db import connection
from django.utils.dateparse import parse_datetime


def record_version() -> str | None:
    """The latest change in UTC, such as "2026-11-23.101405"; None of an empty record. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_latest_change(connection.vendor))
        (moment,) = cursor.fetchone()
    if isinstance(moment, str):
        # SQLite keeps moments as text, in UTC.
        moment = parse_datetime(moment)
    return in_words(moment) if moment else None


def in_words(moment: datetime) -> str:
    """A moment as a version: its day and its second, in UTC; later ones sort later."""
    known = moment if moment.tzinfo is None else moment.astimezone(UTC)
    return known.strftime("%Y-%m-%d.%H%M%S")


@cache
def _latest_change(vendor: str) -> str:
    """The latest date in any history. Each history's own is the end of an index, whatever its length."""
    models = [model for model in apps.get_models() if hasattr(model._meta, "simple_history_manager_attribute")]
    quote = connection.ops.quote_name
    tables = sorted(quote(model.history.model._meta.db_table) for model in models)
    each = " UNION ALL ".join(f"SELECT MAX(history_date) AS moment FROM {table}" for table in tables)  # noqa: S608
    return f"SELECT MAX(moment) FROM ({each}) AS latest"  # noqa: S608 -- names of our own tables, quoted

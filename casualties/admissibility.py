"""Which figures and deadlines the record refuses, and why: what a row says by itself, before any database.

The loader, an analyst's import and the admin all ask here; the database's own constraints say the same.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from casualties.enums import PARTS, Dimension


def figure_refusals(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every reason against a row whose cells are read: (column, reason).

    The row has `year`, `edition`, `area`, `total`, the parts of `Dimension`, all numbers or None for not stated, and
    `areas_with_casualties`.
    """
    yield from edition_refusals(row)
    stated = [part for part in PARTS if row.get(part) is not None]
    if row["total"] is None and not stated:
        yield "total", "The row states no number at all."
    if row["total"] is None:
        return
    for part in stated:
        if row[part] > row["total"]:
            yield part, f"{row[part]} is more than the total of {row['total']}."
    yield from _sums(row)


def deadline_refusal(*, has_deadline: bool, has_sources: bool) -> str | None:
    """Why a clearance deadline and its sources do not go together; None where they do."""
    return "A deadline names its sources, and only a deadline does." if has_deadline != has_sources else None


def edition_refusals(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """An edition reports years before its own; a row that lacks either is not asked."""
    year, edition = row.get("year"), row.get("edition")
    if year is not None and edition is not None and edition <= year:
        yield "edition", f"Landmine Monitor {edition} cannot report {year}; an edition is later."


def _sums(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The outcomes must reach the total where all are stated; no dimension's parts may exceed it."""
    total = row["total"]
    for dimension in Dimension:
        parts = [row.get(column) for column in dimension.columns]
        stated = [part for part in parts if part is not None]
        if max(stated, default=0) > total:
            continue
        if dimension is Dimension.OUTCOME and None not in parts and sum(stated) != total:
            yield "total", f"Killed, injured and unknown add up to {sum(stated)}, not to {total}."
        elif dimension is Dimension.OUTCOME and len(stated) > 1 and sum(stated) > total:
            yield "total", f"Killed and injured add up to {sum(stated)}, which is more than {total}."

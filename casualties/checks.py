"""The checks of casualty figures: every rule, and every row that breaks one with the reason.

A row is a mapping with `year`, `edition`, `area`, `source`, `total`, the parts of `Dimension`, `preferred`,
`preferred_because`, `note` and `shown`; numbers are None where they are not stated. An error means that the row cannot
stand; a warning that a person should look, whose eye has been there where the row has a note.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from casualties.admissibility import figure_refusals
from casualties.enums import FIRST_YEAR, PARTS, WORLD, Dimension, Rule

Row = Mapping[str, Any]
#: A newer edition rarely moves a total further than this, in percent; and mines rarely kill more than this part.
LARGE_CHANGE, LARGE_PART_KILLED, ENOUGH_TO_JUDGE = 25, 0.8, 20


class Violation(NamedTuple):
    """One row that breaks a rule. `is_explained`: its note tells readers that there is something about it."""

    rule: Rule
    row: Row
    reason: str

    @property
    def is_explained(self) -> bool:
        return bool(self.row.get("note") or self.row.get("preferred_because"))


def violations(rows: Sequence[Row], this_year: int, areas: frozenset[str] | None = None) -> list[Violation]:
    """Every violation, rule by rule in the order of the rules. `areas` are the known codes, where given."""
    found = [one for row in rows for one in _of_one(row, this_year, areas)]
    found += [one for group in _grouped(rows, "year", "edition", "area") for one in _of_one_edition(group)]
    shown = [row for row in rows if row["shown"] and row["preferred"] and row["total"] is not None]
    found += [one for group in _grouped(shown, "year", "area") for one in _of_all_editions(group)]
    found += [one for group in _grouped(shown, "year", "edition") for one in _against_the_world(group)]
    order = list(Rule)
    return sorted(found, key=lambda one: order.index(one.rule))


def _of_one(row: Row, this_year: int, areas: frozenset[str] | None) -> Iterator[Violation]:
    """What a row breaks by itself."""
    negative = [part for part in ("total", *PARTS) if not _is_whole(row.get(part))]
    if negative:
        yield Violation(Rule.WHOLE, row, f"Not whole numbers from 0 on: {', '.join(negative)}.")
        return
    for column, reason in figure_refusals(row):
        yield Violation(Rule.STANDS, row, f"{column}: {reason}")
    if row["year"] < FIRST_YEAR or row["edition"] > this_year:
        yield Violation(Rule.YEARS, row, f"Year {row['year']}, edition {row['edition']}; this year is {this_year}.")
    if areas is not None and row["area"] not in areas:
        yield Violation(Rule.AREA, row, f"There is no area {row['area']}.")
    if not row["shown"]:
        yield Violation(Rule.SOURCE, row, row.get("withheld_because") or "The source cannot be cited: not shown.")
    yield from _unlikely(row)


def _unlikely(row: Row) -> Iterator[Violation]:
    total, killed, injured = row["total"], row["killed"], row["injured"]
    if None not in (total, killed, injured) and row["unknown"] is None and killed + injured < total:
        yield Violation(Rule.STATED, row, "Killed and injured are less than the total, and the unknown are not stated.")
    if None not in (row["children"], row["civilians"]) and row["children"] > row["civilians"]:
        yield Violation(Rule.CHILDREN, row, f"{row['children']} children among {row['civilians']} civilians.")
    for dimension in list(Dimension)[1:]:
        stated = [value for column in dimension.columns if (value := row.get(column)) is not None]
        if total is not None and len(stated) == len(dimension.columns) and sum(stated) != total:
            yield Violation(Rule.DIVIDED, row, f"{dimension.label}: the parts add up to {sum(stated)}, not to {total}.")
    if total is not None and killed is not None and total >= ENOUGH_TO_JUDGE and killed > LARGE_PART_KILLED * total:
        yield Violation(Rule.TRANSPOSED, row, f"{killed} of {total} killed: were killed and injured transposed?")


def _of_one_edition(rows: Sequence[Row]) -> Iterator[Violation]:
    """What the sources of one edition say of one area in one year."""
    kept = [row for row in rows if row["preferred"]]
    sources = [row["source"] for row in rows]
    totals = {row["total"] for row in rows if row["shown"]}
    for row in rows[1:]:
        if sources.count(row["source"]) > 1:
            yield Violation(Rule.TWICE, row, f"The source {row['source']} has another figure for it.")
            break
    if len(kept) != 1:
        yield Violation(Rule.PREFERRED, rows[0], f"{len(kept)} of {len(rows)} figures are preferred.")
    if len(totals) > 1 and kept:
        told = ", ".join(str(row["total"]) for row in rows)
        why = kept[0]["preferred_because"] or "no reason is given"
        yield Violation(Rule.CONFLICT, kept[0], f"Sources give {told}; {kept[0]['total']} is preferred: {why}")


def _of_all_editions(rows: Sequence[Row]) -> Iterator[Violation]:
    """What editions say of one area in one year, from the oldest to the newest."""
    ordered = sorted(rows, key=lambda row: row["edition"])
    highest = max(row["total"] for row in ordered)
    for row in ordered:
        if row["total"] == 0 and highest > 0:
            yield Violation(Rule.ZERO, row, f"0, but another edition counts {highest}.")
    for before, after in zip(ordered, ordered[1:], strict=False):
        if reason := change_of(before["total"], after["total"]):
            yield Violation(Rule.REVISED, after, f"{reason}, from Landmine Monitor {before['edition']}.")


def change_of(before: int, after: int) -> str:
    """Why a revision should be looked at; empty where it need not be."""
    moved = f"{before} to {after}"
    if after < before:
        return f"Revised down, {moved}"
    if before and 100 * (after - before) > LARGE_CHANGE * before:
        return f"Revised by more than {LARGE_CHANGE}%, {moved}"
    return ""


def _against_the_world(rows: Sequence[Row]) -> Iterator[Violation]:
    world = next((row for row in rows if row["area"] == WORLD), None)
    areas = sum(row["total"] for row in rows if row["area"] != WORLD)
    if world is not None and areas > world["total"]:
        yield Violation(Rule.SUM, world, f"The areas add up to {areas}, more than {world['total']}.")


def _is_whole(value: Any) -> bool:
    return value is None or (isinstance(value, int) and value >= 0)


def _grouped(rows: Iterable[Row], *keys: str) -> Iterable[list[Row]]:
    groups: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in rows:
        groups[tuple(row[key] for key in keys)].append(row)
    return groups.values()

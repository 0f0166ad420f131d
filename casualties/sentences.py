"""Casualties in words: always killed and injured, with the data year and the edition, and never as deaths."""

from typing import NamedTuple

from casualties.enums import Qualifier
from sources.wording import with_capital


class Counted(NamedTuple):
    """A figure as sentences read it; numbers are None where they are not stated."""

    year: int
    edition: int
    total: int | None
    killed: int | None = None
    injured: int | None = None
    unknown: int | None = None
    qualifier: str = Qualifier.AT_LEAST


def number(value: int) -> str:
    """A whole number as English text has it: "6,279"."""
    return f"{value:,}"


def qualified(total: int, qualifier: str) -> str:
    """A total after what a reader must hear before it: "at least 6,279", "about 8,000"; a zero needs nothing."""
    return f"{Qualifier(qualifier).label} {number(total)}" if total else number(total)


def first_published(first: str, first_edition: int | None, latest: str, edition: int) -> str:
    """Beside the total of an edition, what the first edition had: "8,605 in 2017", "unchanged since 2017"."""
    if first_edition in (None, edition):
        return "in this edition"
    return f"{'unchanged since' if first == latest else f'{first} in'} {first_edition}"


def cited(year: int, edition: int) -> str:
    """The data year with the edition: what stands beside every figure."""
    return f"in {year} (Landmine Monitor {edition})"


def counted(figure: Counted) -> str:
    """A figure with its unit, data year and edition: "at least 6,279 casualties (killed and injured) in 2024 (…)"."""
    where = cited(figure.year, figure.edition)
    if figure.total is None:
        return f"a total of casualties is not stated {where}"
    if figure.total == 0:
        return f"no casualties (killed and injured) recorded {where}"
    noun = "casualty (killed or injured)" if figure.total == 1 else "casualties (killed and injured)"
    return f"{qualified(figure.total, figure.qualifier)} {noun} {where}"


def outcomes(figure: Counted) -> str:
    """The outcomes that are stated: "1,945 killed, 4,325 injured; any others are not stated"; empty where none is."""
    stated = [
        f"{number(value)} {word}"
        for value, word in (
            (figure.killed, "killed"),
            (figure.injured, "injured"),
            (figure.unknown, "of unknown outcome"),
        )
        if value is not None
    ]
    if not stated or figure.total == 0:
        return ""
    values = (figure.killed, figure.injured, figure.unknown)
    complete = sum(value for value in values if value is not None) == figure.total
    return ", ".join(stated) + ("" if complete else "; the outcome of the others is not stated")


def sentence(figure: Counted, place: str = "") -> str:
    """A whole sentence: what is recorded, where, when, by which edition, and the outcomes as far as stated."""
    text = counted(figure)
    told = outcomes(figure)
    where = f" in {place}" if place else ""
    head = text.replace(f" in {figure.year} (", f"{where} in {figure.year} (", 1) if where else text
    return f"{with_capital(head)}{f': {told}' if told else ''}."


def share(part: int, whole: int) -> str:
    """A percentage in whole numbers, or the words where rounding would say none or all of what is not."""
    if whole <= 0:
        return "not known"
    percent = round(100 * part / whole)
    if percent == 0 and part:
        return "less than 1%"
    if percent == 100 and part != whole:
        return "more than 99%"
    return f"{percent}%"


def coverage(year: int, areas: int, listed: int, world: int | None) -> str:
    """How much of a year's recorded total the areas on record account for."""
    if not areas:
        return (
            f"No state or area has a figure for {year} here. No row means no data, not that there were no casualties."
        )
    one = areas == 1
    who = f"The {'one state or area' if one else f'{areas} states and areas'} with a figure for {year}"
    if not world:
        return f"{who} cannot be set against a total: none of the world is on record."
    if listed > world:
        return f"{who} add up to more than the world’s recorded total, because editions differ."
    end = "the others have no figure here, which does not mean that they had no casualties"
    return f"{who} account{'s' * one} for {share(listed, world)} of the recorded total; {end}."

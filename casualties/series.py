"""One area's figures by data year, every edition kept: what its charts and tables are made of."""

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from casualties.enums import Qualifier
from casualties.sentences import Counted, first_published, qualified


class Reported(Protocol):
    """What is read of a published figure. Numbers are None where they are not stated."""

    @property
    def data_year(self) -> int: ...
    @property
    def edition_id(self) -> int: ...
    @property
    def preferred(self) -> bool: ...
    @property
    def total(self) -> int | None: ...
    @property
    def killed(self) -> int | None: ...
    @property
    def injured(self) -> int | None: ...
    @property
    def unknown(self) -> int | None: ...
    @property
    def qualifier(self) -> str: ...


class Version(NamedTuple):
    """What one edition says of a year: the total kept, and the other totals that its sources give."""

    edition: int
    total: int | None
    others: tuple[int, ...] = ()
    qualifier: str = Qualifier.AT_LEAST

    @property
    def text(self) -> str:
        """The total after its qualifier."""
        return "not stated" if self.total is None else qualified(self.total, self.qualifier)


class Year(NamedTuple):
    """One data year of one area. A year without any figure is a gap: no edition, no version."""

    year: int
    #: Every edition that has a total for the year, oldest first.
    versions: tuple[Version, ...] = ()
    #: The outcomes as the newest edition that states killed and injured gives them; and which edition that is.
    killed: int | None = None
    injured: int | None = None
    unknown: int | None = None
    outcome_edition: int | None = None

    @property
    def latest(self) -> Version | None:
        return self.versions[-1] if self.versions else None

    @property
    def first(self) -> Version | None:
        return self.versions[0] if self.versions else None

    @property
    def first_published(self) -> str:
        """What the first edition had, beside the newest; empty for a gap."""
        first, latest = self.first, self.latest
        return first_published(first.text, first.edition, latest.text, latest.edition) if first and latest else ""

    @property
    def total(self) -> int | None:
        """The newest edition's total: the one shown."""
        return self.latest.total if self.latest else None

    @property
    def counted(self) -> Counted:
        """The newest figure as sentences read it, the outcomes only where the same edition states them."""
        newest = self.versions[-1]
        outcomes = (self.killed, self.injured, self.unknown) if self.outcome_edition == newest.edition else ()
        return Counted(self.year, newest.edition, newest.total, *outcomes)._replace(qualifier=newest.qualifier)

    @property
    def totals(self) -> list[int]:
        """Every total any edition gives."""
        return [total for one in self.versions for total in (one.total, *one.others) if total is not None]

    @property
    def is_revised(self) -> bool:
        """Whether editions, or sources of one edition, give different totals."""
        return len(set(self.totals)) > 1

    @property
    def change(self) -> float | None:
        """How far the newest total is from the first published, in percent of the first; None where none is known."""
        first = self.first.total if self.first else None
        if not first or self.total is None or len(self.versions) < 2:
            return None
        return 100 * (self.total - first) / first


def series(figures: Iterable[Reported]) -> list[Year]:
    """The years from the first figure to the last one, gaps included; empty without figures."""
    by_year: dict[int, list[Reported]] = {}
    for figure in figures:
        by_year.setdefault(figure.data_year, []).append(figure)
    if not by_year:
        return []
    years = range(min(by_year), max(by_year) + 1)
    return [_year(year, by_year.get(year, [])) for year in years]


def editions_of(years: Iterable[Year]) -> list[int]:
    """Every edition with a total, oldest first: the columns of a table of data year by edition."""
    return sorted({version.edition for year in years for version in year.versions})


def _year(year: int, figures: list[Reported]) -> Year:
    by_edition: dict[int, list[Reported]] = {}
    for figure in figures:
        by_edition.setdefault(figure.edition_id, []).append(figure)
    versions = tuple(_version(edition, by_edition[edition]) for edition in sorted(by_edition))
    split = [one for one in figures if one.preferred and one.killed is not None and one.injured is not None]
    newest = max(split, key=lambda one: one.edition_id, default=None)
    if newest is None:
        return Year(year, versions)
    return Year(year, versions, newest.killed, newest.injured, newest.unknown, newest.edition_id)


def _version(edition: int, figures: list[Reported]) -> Version:
    kept = next((one for one in figures if one.preferred), figures[0])
    others = {one.total for one in figures if one.total is not None} - {kept.total}
    return Version(edition, kept.total, tuple(sorted(others)), kept.qualifier)

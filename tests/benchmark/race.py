"""Several servers measured in turns, so that whatever else the machine does meets all of them alike."""

import sqlite3
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median

from tests.benchmark.servers import CannotRun, Server, get

ROUNDS = 10
REQUESTS = 20
LINE = "{:<26}{:>8}{:>9}{:>7}{:>20}{:>20}"


@dataclass(frozen=True)
class Round:
    """Milliseconds a request of one server, in one turn: each one's time, and the mean processor time."""

    wall: list[float]
    cpu: float


@dataclass(frozen=True)
class Result:
    """A server's rounds and the size of its answer in bytes."""

    name: str
    size: int
    rounds: list[Round]


def check_rows(server: Server, rows: int) -> None:
    """Raise CannotRun unless the answer has a table of that many rows."""
    body = get(server.port, server.page).partition(b"<tbody")[2].partition(b"</tbody>")[0]
    if (found := body.count(b"<tr")) != rows:
        raise CannotRun(f"{server.name} shows {found} rows, not {rows}")


def check_fresh(site: Server, connection: sqlite3.Connection) -> None:
    """Raise CannotRun if the page does not show a name that has just changed, because it comes from a cache."""
    (name,) = connection.execute("SELECT name FROM states_state WHERE category = 'state' LIMIT 1").fetchone()
    rename, changed = "UPDATE states_state SET name = ? WHERE name = ?", "Renamed by the benchmark"
    connection.execute(rename, (changed, name))
    body = get(site.port, site.page)
    connection.execute(rename, (name, changed))
    if changed.encode() not in body:
        raise CannotRun("the page comes from a cache")


def race(servers: list[Server]) -> list[Result]:
    """Let the servers answer in turns, after a turn each that does not count."""
    results = [Result(server.name, len(get(server.port, server.page)), []) for server in servers]
    for server in servers:
        _turn(server)
    for _ in range(ROUNDS):
        for server, result in zip(servers, results, strict=True):
            result.rounds.append(_turn(server))
    return results


def table(rows: int, results: list[Result]) -> Iterator[str]:
    """The results, the first server's as the measure of the others."""
    yield f"The table of {rows} standings, made anew for every request; one process, one client at a time,"
    yield f"{ROUNDS} rounds of {REQUESTS} requests in turns. Medians; ratios with the least and the most of a round."
    yield LINE.format("", "ms", "CPU ms", "KB", "x our time", "x our CPU")
    site = results[0]
    for result in results:
        wall = median(one for turn in result.rounds for one in turn.wall)
        cpu = median(turn.cpu for turn in result.rounds)
        ratios = _ratios(result, site) if result is not site else ("", "")
        yield LINE.format(result.name, f"{wall:.1f}", f"{cpu:.1f}", f"{result.size / 1000:.0f}", *ratios)


def _turn(server: Server) -> Round:
    wall = []
    before = server.cpu()
    for _ in range(REQUESTS):
        began = time.perf_counter()
        get(server.port, server.page)
        wall.append((time.perf_counter() - began) * 1000)
    return Round(wall, (server.cpu() - before) * 1000 / REQUESTS)


def _ratios(other: Result, site: Result) -> tuple[str, str]:
    pairs = list(zip(other.rounds, site.rounds, strict=True))
    return (
        _with_range(median(theirs.wall) / median(ours.wall) for theirs, ours in pairs),
        _with_range(theirs.cpu / ours.cpu for theirs, ours in pairs),
    )


def _with_range(values: Iterable[float]) -> str:
    known = sorted(values)
    return f"{median(known):.2f} ({known[0]:.2f}-{known[-1]:.2f})"

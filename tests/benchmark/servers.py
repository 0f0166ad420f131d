"""Servers on the loopback address: started, asked, timed by /proc (Linux), and ended by their own process id."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from tests.benchmark.ground import ROOT

#: Seconds to wait for a server to start, to answer or to end.
PATIENCE = 30


class CannotRun(Exception):
    """Why there is nothing to measure."""


@dataclass(frozen=True)
class Server:
    """A running server and the page that is measured."""

    name: str
    port: int
    pid: int
    page: str

    def cpu(self) -> float:
        """The processor time in seconds that it and the processes it started have used so far."""
        ticks, parents = {}, {}
        for pid, parent, used in _processes():
            ticks[pid], parents[pid] = used, parent
        family = {self.pid}
        while children := {pid for pid, parent in parents.items() if parent in family} - family:
            family |= children
        return sum(ticks[pid] for pid in family) / os.sysconf("SC_CLK_TCK")


@contextmanager
def serving(name: str, command: list[str], page: str, folder: Path, variables: dict[str, str]) -> Iterator[Server]:
    """Run a server while the block runs; "{port}" in the command becomes a free port."""
    port = _free_port()
    with (folder / f"{port}.log").open("w+") as log:
        process = subprocess.Popen(  # noqa: S603 -- the commands of __main__
            [part.format(port=port) for part in command], cwd=ROOT, env=variables, stdout=log, stderr=log
        )
        try:
            _await_answer(process, port, page, log.name)
            yield Server(name, port, process.pid, page)
        finally:
            _end(process)


def get(port: int, path: str) -> bytes:
    """The body of an answer, over a connection of its own: the site's server keeps none open."""
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        body = response.read()
    finally:
        connection.close()
    if response.status != 200:
        raise CannotRun(f"{path} answers {response.status}")
    return body


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await_answer(process: subprocess.Popen[bytes], port: int, path: str, log: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < deadline:
        try:
            get(port, path)
        except ConnectionError:
            time.sleep(0.1)
        else:
            return
    raise CannotRun(f"no answer at {path}:\n{Path(log).read_text()[-2000:]}")


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _processes() -> Iterator[tuple[int, int, int]]:
    """Every process: its id, its parent's, and the clock ticks it used; see proc_pid_stat(5)."""
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            # The second field, a name in brackets, may hold spaces.
            fields = entry.read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        yield int(entry.parent.name), int(fields[1]), int(fields[11]) + int(fields[12])

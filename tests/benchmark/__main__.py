"""Run the benchmark and print it: `python -m tests.benchmark [path of the datasette program]`."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

import django

from tests.benchmark.ground import PAGE, ROOT, environment, prepare, write_table
from tests.benchmark.race import check_fresh, check_rows, race, table
from tests.benchmark.servers import CannotRun, Server, get, serving

DATASETTE = ROOT / "build/datasette/bin/datasette"
#: Seconds after which the whole run is given up.
LIMIT = 1200
GUNICORN = ("-m", "gunicorn", "config.wsgi", "--workers", "1", "--no-control-socket", "--bind", "127.0.0.1:{port}")
SERVE = ("serve", "--host", "127.0.0.1", "--port", "{port}", "--setting", "default_page_size", "200")
#: Without the facets it would suggest, and with the number of rows counted once.
LEAN = ("--setting", "suggest_facets", "off", "--immutable")


def main(datasette: Path) -> None:
    """Every part of the benchmark, each line printed as soon as it is known."""
    if not datasette.exists():
        raise CannotRun(f"there is no Datasette at {datasette}; `make bench` installs it")
    with TemporaryDirectory(prefix="benchmark-") as folder:
        database, copy = prepare(Path(folder))
        show(beside_datasette(datasette, database, Path(folder)))
        # Models can be imported only now that it is known which database they are in.
        os.environ.update(environment(copy))
        django.setup()
        from tests.benchmark import casualties, growth, statements

        show(growth.lines())
        statements.run()
        show(casualties.run())


def beside_datasette(datasette: Path, database: Path, folder: Path) -> Iterator[str]:
    """Serve the page and Datasette's table of the same rows, and measure them in turns."""
    with ExitStack() as stack:
        site = stack.enter_context(
            serving("this site", [sys.executable, *GUNICORN], f"{PAGE}/", folder, environment(database))
        )
        rows = write_table(folder / "standings.db", get(site.port, f"{PAGE}.csv"))
        program, standings = str(datasette), str(folder / "standings.db")
        plain = [program, *SERVE, standings]
        lean = [program, *SERVE, *LEAN, standings]
        others = [
            stack.enter_context(serving(name, command, "/standings/standings", folder, dict(os.environ)))
            for name, command in (("Datasette as it comes", plain), ("Datasette at its leanest", lean))
        ]
        check(site, others, rows, database)
        yield from table(rows, race([site, *others]))


def check(site: Server, others: list[Server], rows: int, database: Path) -> None:
    """Raise CannotRun unless all answer with the same number of rows, and ours from the database each time."""
    for server in (site, *others):
        check_rows(server, rows)
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        check_fresh(site, connection)


def show(lines: Iterator[str]) -> None:
    for line in lines:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


def give_up(signum: int, frame: FrameType | None) -> None:
    """End by an exception, so that the servers are ended too."""
    raise CannotRun("ended from outside" if signum == signal.SIGTERM else f"not done within {LIMIT} seconds")


if __name__ == "__main__":
    signal.signal(signal.SIGALRM, give_up)
    signal.signal(signal.SIGTERM, give_up)
    signal.alarm(LIMIT)
    try:
        main(Path(sys.argv[1]).absolute() if len(sys.argv) > 1 else DATASETTE)
    except (CannotRun, OSError, subprocess.SubprocessError) as reason:
        sys.exit(f"The benchmark cannot run: {reason}")

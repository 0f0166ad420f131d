"""The site under test: a server of its own, as in production, over the record that the session loaded.

Django's live server empties the tables after each test, and with them the record. Public pages only read, so the
server here is a process of its own: on PostgreSQL it reads the session's database, on SQLite, where that is in this
process's memory, a copy of it.
"""

import fcntl
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from django.db import connection

from tests.benchmark.ground import ROOT, environment
from tests.benchmark.servers import serving

GUNICORN = ("-m", "gunicorn", "config.wsgi", "--no-control-socket", "--threads", "4", "--limit-request-line", "0")
LEFT_OUT = ("--ignore", "admin", "--ignore", "import_export")


@contextmanager
def site(database: str, statics: Path, folder: Path) -> Iterator[str]:
    """Serve a database and collected static files while the block runs; gives the address."""
    variables = environment(folder) | {"DATABASE_URL": database, "STATIC_ROOT": str(statics)}
    command = [sys.executable, *GUNICORN, "--bind", "127.0.0.1:{port}"]
    with serving("the site", command, "/healthz", folder, variables) as server:
        yield f"http://127.0.0.1:{server.port}"


def database_of_the_session(folder: Path) -> str:
    """The address under which another process finds the record that this session loaded."""
    if connection.vendor != "sqlite":
        name = connection.settings_dict["NAME"]
        return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
    connection.ensure_connection()
    copy = folder / "record.sqlite3"
    with closing(sqlite3.connect(copy)) as target:
        connection.connection.backup(target)
    return f"sqlite:///{copy}"


def collected(folder: Path) -> Path:
    """The static files as readers get them, collected by the first process that asks; the admin's are left out."""
    statics = folder / "static"
    with (folder / "static.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not statics.exists():
            subprocess.run(  # noqa: S603 -- our own command
                [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0", *LEFT_OUT],
                cwd=ROOT,
                env=os.environ | {"STATIC_ROOT": str(statics)},
                check=True,
            )
    return statics

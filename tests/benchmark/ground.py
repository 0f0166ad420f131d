"""The ground of the benchmark, in a temporary folder: the real record in SQLite, and its standings for Datasette."""

import csv
import io
import os
import secrets
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = "/treaties/ottawa-convention/status"


def environment(database: Path) -> dict[str, str]:
    """The variables of a server in production, but for TLS."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DATABASE_URL": f"sqlite:///{database}",
        "DEBUG": "off",
        "HTTPS": "off",
        "ALLOWED_HOSTS": "127.0.0.1",
        "SECRET_KEY": secrets.token_urlsafe(50),
    }


def prepare(folder: Path) -> tuple[Path, Path]:
    """A database with the real record, and a copy of it to add to."""
    database, copy = folder / "record.sqlite3", folder / "grown.sqlite3"
    for command in (["migrate"], ["load_record"], ["collectstatic", "--noinput"]):
        subprocess.run(  # noqa: S603 -- our own commands
            [sys.executable, "manage.py", *command, "--verbosity", "0"],
            cwd=ROOT,
            env=environment(database),
            stdout=subprocess.DEVNULL,
            check=True,
            timeout=120,
        )
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    return database, copy


def write_table(file: Path, downloaded: bytes) -> int:
    """A downloaded list as the one table of a SQLite file, its first column the key; gives the number of rows."""
    header, *rows = csv.reader(io.StringIO(downloaded.decode()))
    key, *others = (f'"{name}" TEXT' for name in header)
    columns = ", ".join([f"{key} PRIMARY KEY", *others])
    places = ", ".join("?" * len(header))
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(f"CREATE TABLE standings ({columns})")
        connection.executemany(
            f"INSERT INTO standings VALUES ({places})",  # noqa: S608 -- question marks only
            [[value or None for value in row] for row in rows],
        )
    return len(rows)

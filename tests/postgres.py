"""Run a command with DATABASE_URL set to a PostgreSQL: the given one, else a throwaway server.

    python -m tests.postgres COMMAND [ARGUMENT …]

The server is started from the installed binaries in a temporary folder, listens on a socket there and nowhere else,
and is stopped afterwards. Its locale is a real one, so that an order that holds only byte by byte is found out. A
machine without PostgreSQL skips the command, unless CI is set.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

# PostgreSQL refuses to run as root.
SERVER_USER = "postgres"


def main(command: list[str]) -> int:
    """Run the command and give its exit code; 0 for a skip."""
    if os.environ.get("DATABASE_URL", "").startswith(("postgres://", "postgresql://")):
        return subprocess.call(command)  # noqa: S603 -- the caller's own command
    binaries = _binaries()
    if binaries is None:
        print("PostgreSQL is not installed; its tests are", "required in CI." if _in_ci() else "skipped.")  # noqa: T201
        return int(_in_ci())
    with _server(binaries) as address:
        return subprocess.call(command, env=os.environ | {"DATABASE_URL": address})  # noqa: S603


@contextmanager
def _server(binaries: Path) -> Iterator[str]:
    """A server of its own, and its address."""
    with tempfile.TemporaryDirectory(prefix="postgres-") as name:
        folder = Path(name)
        if os.geteuid() == 0:
            shutil.chown(folder, SERVER_USER)
        data = folder / "data"
        locale = ["--encoding=UTF8", "--locale-provider=icu", "--icu-locale=en", "--locale=C.UTF-8"]
        _run(binaries / "initdb", "--auth=trust", "--username=tests", "--no-sync", *locale, "-D", data)
        options = f"-k {folder} -c listen_addresses='' -c fsync=off -c synchronous_commit=off -c max_connections=40"
        _run(binaries / "pg_ctl", "-w", "-D", data, "-l", folder / "log", "-o", options, "start")
        try:
            yield f"postgres://tests@/postgres?host={quote(str(folder))}"
        finally:
            _run(binaries / "pg_ctl", "-w", "-D", data, "-m", "immediate", "stop")


def _run(*command: str | Path) -> None:
    """Run one of the server's programs, as its own user where this one may not."""
    become = ["runuser", "-u", SERVER_USER, "--"] if os.geteuid() == 0 else []
    subprocess.run([*become, *map(str, command)], check=True, stdout=subprocess.DEVNULL, cwd="/")  # noqa: S603


def _binaries() -> Path | None:
    """The folder of the newest installed server programs: on the path, else where Debian puts them."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    return versions[-1].parent if versions else None


def _in_ci() -> bool:
    return os.environ.get("CI", "").lower() in ("1", "true")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Where the machine's own Chromium is, and how it is started: without a sandbox, a graphics card and a network."""

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    # CI runs as root in a container, where neither a sandbox nor shared memory of any size can be had.
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    # Nothing but the pages under test is asked for.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def find() -> str | None:
    """The program that CHROMIUM names, else the first on the path; None where there is none."""
    if named := os.environ.get("CHROMIUM"):
        return shutil.which(named)
    return next(filter(None, map(shutil.which, NAMES)), None)


def required() -> bool:
    """Whether its absence is a failure."""
    return os.environ.get("CI", "").lower() in ("1", "true")

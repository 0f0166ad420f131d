"""Print Lighthouse's four scores of five pages on a phone: `python -m tests.lighthouse [folder with node_modules]`.

The site is served on the loopback address as in production, with the real record, and looked at by the machine's own
Chromium; the network is not needed. Performance is the median of the runs, of the other scores the lowest. The exit
code is 1 if a score is below 100.
"""

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.benchmark.ground import ROOT, environment, prepare
from tests.benchmark.servers import CannotRun, get, serving
from tests.browser import chromium

FOLDER = ROOT / "build/lighthouse"
PAGES = {
    "home": "/",
    "status": "/treaties/ottawa-convention/status/",
    "profile": "/states/poland/",
    "casualties": "/casualties/",
    "statements": "/statements/",
}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
RUNS = 3
#: On a busy machine Lighthouse now and then loses the trace of a page, and asks to be run again.
TRIES = 3
#: Seconds for one run.
PATIENCE = 180
GUNICORN = ("-m", "gunicorn", "config.wsgi", "--workers", "2", "--no-control-socket", "--bind", "127.0.0.1:{port}")

Report = dict[str, Any]


def main(folder: Path) -> int:
    """Look at every page and print its scores; gives the exit code."""
    program = folder / "node_modules/lighthouse/cli/index.js"
    if not program.exists() or chromium.find() is None:
        raise CannotRun(f"it needs a Chromium, and {program}; `make lighthouse` installs the latter")
    show(f"{'':12}" + "".join(f"{category:>16}" for category in CATEGORIES))
    below = []
    with TemporaryDirectory(prefix="lighthouse-") as name:
        database, _ = prepare(Path(name))
        command = [sys.executable, *GUNICORN]
        with serving("the site", command, "/healthz", Path(name), environment(database)) as site:
            for title, path in PAGES.items():
                get(site.port, path)
                reports = [look(program, f"http://127.0.0.1:{site.port}{path}", Path(name)) for _ in range(RUNS)]
                scores = [score(reports, category) for category in CATEGORIES]
                show(f"{title:12}" + "".join(f"{value:16}" for value in scores))
                below += [f"{title}: {line}" for line in complaints(reports)] if min(scores) < 100 else []
    show("\n".join(below))
    return int(bool(below))


def look(program: Path, address: str, folder: Path) -> Report:
    """One run: the phone, processor and network that Lighthouse simulates when it is not told otherwise."""
    report = folder / "report.json"
    arguments = [
        *("--quiet", "--no-enable-error-reporting", "--output=json", f"--output-path={report}"),
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags={' '.join(['--headless=new', *chromium.ARGUMENTS])}",
    ]
    for _ in range(TRIES):
        done = subprocess.run(  # noqa: S603 -- the program that the lock file names
            ["node", str(program), address, *arguments],  # noqa: S607 -- node as the caller has it
            env=os.environ | {"CHROME_PATH": str(chromium.find())},
            check=False,
            timeout=PATIENCE,
        )
        if done.returncode == 0:
            found: Report = json.loads(report.read_text(encoding="utf-8"))
            return found
    raise CannotRun(f"{address} could not be looked at in {TRIES} tries")


def score(reports: list[Report], category: str) -> int:
    """Of 100; the median for what depends on the machine's other work."""
    scores = [round(100 * (report["categories"][category]["score"] or 0)) for report in reports]
    return int(statistics.median(scores)) if category == "performance" else min(scores)


def complaints(reports: list[Report]) -> list[str]:
    """What cost points in the last run, with what was measured."""
    report = reports[-1]
    weighed = {
        audit["id"]: category
        for category, found in report["categories"].items()
        for audit in found["auditRefs"]
        if audit["weight"]
    }
    return [
        f"{category}, {audit['title']} {audit.get('displayValue', '')}".rstrip()
        for name, category in weighed.items()
        if (audit := report["audits"][name])["score"] is not None and audit["score"] < 1
    ] or ["below 100 in an earlier run, not in the last"]


def show(text: str) -> None:
    """Print what is known so far."""
    print(text, flush=True)  # noqa: T201 -- what the program is for


if __name__ == "__main__":
    try:
        sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER))
    except CannotRun as problem:
        sys.exit(f"Lighthouse did not run: {problem}")

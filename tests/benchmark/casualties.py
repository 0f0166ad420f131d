"""How the pages of casualties keep up: 300,000 figures against today's, and the memory of a long download.

`run()` works in the database that is configured, inside a transaction that is rolled back.
"""

import os
import random
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter

from django.db import connection, transaction
from django.test import Client

from casualties.models import Edition, Figure
from sources.models import Source
from states.models import State

GROWN, LONG = 300_000, 1_000_000
PAGES = ("/casualties/2016/?region=asia&standing=party", "/casualties/", "/casualties/standing/")
TIMES = 9
BATCH = 5_000
PAGE_SIZE = os.sysconf("SC_PAGE_SIZE")


def run() -> Iterator[str]:
    """The lines of the report, each as soon as it is known."""
    with transaction.atomic():
        yield from _pages()
        yield from _download()
        transaction.set_rollback(True)


def _pages() -> Iterator[str]:
    before = {page: _time(page) for page in PAGES}
    figures = Figure.objects.count()
    _grow(GROWN)
    yield f"casualties: {figures} figures, then {Figure.objects.count()}, {connection.vendor}"
    for page in PAGES:
        yield f"  {page}: {_time(page) / before[page]:.1f} times today's time"


def _download() -> Iterator[str]:
    _grow(LONG)
    count = Figure.objects.count()
    address = "/casualties.csv?edition=all"
    before = peak = _resident()
    started, size = perf_counter(), 0
    for number, chunk in enumerate(Client(SERVER_NAME="127.0.0.1").get(address).streaming_content):
        size += len(chunk)
        if number % 20 == 0:
            peak = max(peak, _resident())
    seconds = perf_counter() - started
    told = f"{(peak - before) / 1e6:.0f} MB more memory at its peak for a file of {size / 1e6:.0f} MB"
    yield f"  {address}: {count} rows, {told}, {seconds:.0f} s"


def _resident() -> int:
    """The memory of this process, in bytes; from Linux."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE_SIZE


def _time(page: str) -> float:
    """The median time of an answer, in seconds, after one that does not count."""
    client, times = Client(SERVER_NAME="127.0.0.1"), []
    for _ in range(TIMES + 1):
        started = perf_counter()
        response = client.get(page)
        times.append(perf_counter() - started)
        if response.status_code != 200:
            raise RuntimeError(f"{page} answers {response.status_code}")
    return median(times[1:])


def _grow(to: int) -> None:
    """Generated figures of every area, year and edition, until there are so many."""
    rows = _generated()
    while missing := to - Figure.objects.count():
        Figure.objects.bulk_create(islice(rows, min(missing, BATCH)), ignore_conflicts=True)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _generated() -> Iterator[Figure]:
    chance = random.Random(1)  # noqa: S311 -- figures for a measurement
    areas = list(State.objects.values_list("pk", flat=True))
    sources = list(Source.objects.citable().values_list("pk", flat=True)[:30])
    editions = list(Edition.objects.values_list("pk", flat=True))
    for source in sources:
        for edition in editions:
            for year in range(1999, edition):
                for area in areas:
                    killed, injured = chance.randrange(300), chance.randrange(600)
                    yield Figure(
                        data_year=year,
                        edition_id=edition,
                        area_id=area,
                        place=area,
                        source_id=source,
                        total=killed + injured,
                        killed=killed,
                        injured=injured,
                        preferred=source == sources[0],
                    )

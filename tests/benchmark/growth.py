"""The pages in this process, without a server, as the record grows by generated acts; and how many queries each makes.

Import it only after `django.setup()`, with a database that may be added to.
"""

import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from statistics import median

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sources.models import Source
from states.models import State
from tests.benchmark.ground import PAGE
from tests.benchmark.servers import CannotRun
from treaties.enums import ActKind
from treaties.models import Act, Treaty
from treaties.rows import timelines
from treaties.status import at

FACTORS = (1, 10, 100)
#: Generated acts come after the real ones. Between two of a state lies time enough for the first to take effect.
FIRST, STEP = date(2030, 1, 1), timedelta(days=240)
NOTE = "Generated for the benchmark."
RECORD = "/treaties/ottawa-convention/record"
PROFILE = "/states/ukraine/"
PAGES = (f"{PAGE}/", f"{PAGE}.csv", f"{RECORD}/", f"{RECORD}.csv", PROFILE)
#: The most queries that each may make.
STATUS_QUERIES, PROFILE_QUERIES = 6, 12
#: A page is asked for until it has been often enough, or for long enough: requests and seconds.
OFTEN, LONG = 30, 2

client = Client(SERVER_NAME="127.0.0.1")


def lines() -> Iterator[str]:
    """The queries of the two pages that have a limit, then a table of the pages' times at every size."""
    profiles = [f"/states/{slug}/" for slug in State.objects.values_list("slug", flat=True)]
    most = max(queries(address) for address in profiles)
    yield ""
    yield f"Queries: the status page {queries(f'{PAGE}/')} (at most {STATUS_QUERIES} allowed),"
    yield f"the profile {most} (at most {PROFILE_QUERIES}), the most of {len(profiles)} profiles."
    yield ""
    yield from growth()


def growth() -> Iterator[str]:
    """Every page at the real size and with more acts, on the same day after the last of them."""
    treaty = Treaty.objects.get(slug="ottawa-convention")
    acts = generated(treaty)
    real = treaty.acts.count()
    number_of_states = State.objects.states().count()
    day = FIRST + STEP * (real * FACTORS[-1] // number_of_states + 1)
    first: dict[str, float] = {}
    yield "The same pages without a server: median ms (x the time with the real acts), queries."
    for factor in FACTORS:
        add(list(islice(acts, real * factor - treaty.acts.count())))
        yield f"{real * factor} acts" + (", the real ones" if factor == 1 else f", {factor} times as many")
        for page in PAGES:
            address = f"{page}?on={day.isoformat()}"
            taken = milliseconds(address)
            times = taken / first.setdefault(page, taken)
            yield f"  {page:<42}{taken:>9.1f}{f'(x {times:.1f})':>10}{queries(address):>5}"


def generated(treaty: Treaty) -> Iterator[Act]:
    """Endless acts under a treaty: each state in turn enters and leaves, again and again."""
    histories, states = timelines(treaty), list(State.objects.states())
    bound = {state.pk: at(histories.get(state.pk, ()), FIRST).bound for state in states}
    day = FIRST
    while True:
        for state in states:
            kind = ActKind.WITHDRAWAL if bound[state.pk] else ActKind.ACCESSION
            yield Act(treaty=treaty, state=state, kind=kind, date=day, note=NOTE)
            bound[state.pk] = not bound[state.pk]
        day += STEP


def add(acts: list[Act]) -> None:
    """Put generated acts on the record, each with a source."""
    title = {"publisher": "Benchmark", "title": NOTE, "search_text": "generated"}
    source, _ = Source.objects.get_or_create(key="generated", defaults=title)
    Act.objects.bulk_create(acts)
    links = [Act.sources.through(act=act, source=source) for act in acts]
    Act.sources.through.objects.bulk_create(links)


def milliseconds(address: str) -> float:
    """The median time of a page, after one request that does not count."""
    fetch(address)
    taken: list[float] = []
    while len(taken) < OFTEN and sum(taken) < LONG * 1000:
        began = time.perf_counter()
        fetch(address)
        taken.append((time.perf_counter() - began) * 1000)
    return median(taken)


def queries(address: str) -> int:
    """How many queries a page makes."""
    with CaptureQueriesContext(connection) as captured:
        fetch(address)
    return len(captured)


def fetch(address: str) -> None:
    """Ask for a page and read all of it."""
    response = client.get(address)
    for _ in response:
        pass
    if response.status_code != 200:
        raise CannotRun(f"{address} answers {response.status_code}")

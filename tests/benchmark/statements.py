"""The list of statements as it grows: the time of filtered pages with 100,000 generated statements beside today's.

Import it only after `django.setup()`, with a database of DATABASE_URL that may be added to.
"""

import sys
import time
from statistics import median

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from statements.models import Statement
from tests.statements import generated

LIST = "/statements/"
GENERATED = 100_000
#: The last finds about one statement in four by its issuer or its words; the others fewer.
PAGES = (
    f"{LIST}?justification=deterrence&state=POL",
    f"{LIST}?q=flexibility+freedom",
    f"{LIST}?kind=objection&from=2010-01-01&to=2012-12-31",
    f"{LIST}?organisation=united-nations&stance=opposes_withdrawal",
    f"{LIST}?state=POL",
    f"{LIST}?region=europe",
    f"{LIST}?region=oceania",
    f"{LIST}?q=poland",
)
OFTEN = 15
#: How much longer a filtered page may take.
LIMIT = 2


def run():
    """Print each page's median time before and after, their ratio and the number of queries."""
    generated.analyse()
    before = {page: milliseconds(page) for page in PAGES}
    number = Statement.objects.count()
    generated.add(GENERATED)
    _say(f"Filtered lists of statements: median ms with {number} and with {GENERATED} more, ratio, queries.")
    _say(f"The ratio is to stay at {LIMIT} or below.")
    for page in PAGES:
        after = milliseconds(page)
        _say(f"  {page:<62}{before[page]:>8.1f}{after:>8.1f}{after / before[page]:>7.2f}{queries(page):>4}")


def milliseconds(address):
    """The median time of a page, after one request that does not count."""
    _fetch(address)
    taken = []
    for _ in range(OFTEN):
        began = time.perf_counter()
        _fetch(address)
        taken.append((time.perf_counter() - began) * 1000)
    return median(taken)


def queries(address):
    """How many queries a page makes."""
    with CaptureQueriesContext(connection) as captured:
        _fetch(address)
    return len(captured)


def _fetch(address):
    response = Client(SERVER_NAME="127.0.0.1").get(address)
    if response.status_code != 200:
        raise RuntimeError(f"{address} answers {response.status_code}")


def _say(line):
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()

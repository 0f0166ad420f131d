"""The pages that the browser looks at: each kind of page, and what answers a question that has no answer."""

import re

from tests.pages import PAGES

ADDRESSES = [
    *(page.address for page in PAGES),
    "/states/atlantis/",
    "/?on=2025-13-45",
    "/treaties/ottawa-convention/status/?region=europe&on=2025-12-26",
]
#: What leaves some rows of a list of hundreds, all made alike.
FEWER_ROWS = {
    "/treaties/ottawa-convention/status/": "?subregion=northern-europe",
    "/treaties/ottawa-convention/record/": "?subregion=northern-europe",
    "/states/": "?subregion=northern-europe",
}


def shortened(address: str) -> str:
    """The same kind of page with fewer rows, for what is done element by element."""
    return address + FEWER_ROWS.get(address, "")


def file_name(address: str) -> str:
    """An address as the stem of a file's name; the first page is home."""
    return re.sub(r"[^a-z0-9]+", "-", address.lower()).strip("-") or "home"

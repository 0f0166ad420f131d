"""The pages that the browser looks at: each kind of page, and what a reader meets who asked for something that is not."""

import re

from tests.pages import PAGES

ADDRESSES = [
    *(page.address for page in PAGES),
    "/states/atlantis/",
    "/?on=2025-13-45",
    "/treaties/ottawa-convention/status/?region=europe&on=2025-12-26",
]


def file_name(address: str) -> str:
    """An address as the stem of a file's name; the first page is home."""
    return re.sub(r"[^a-z0-9]+", "-", address.lower()).strip("-") or "home"

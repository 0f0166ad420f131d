"""How to cite a page: with the day it speaks about and the version of the record it shows."""

import re
import unicodedata
from datetime import date
from typing import NamedTuple

from sources.dates import in_text

SITE = "Treaty Withdrawal Tracker"
LICENCE = "CC BY 4.0"


class Citation(NamedTuple):
    """A page as it is cited: what it is about, the day it speaks about (None: of no day), and where it stands."""

    title: str
    on: date | None
    version: str | None
    url: str

    @property
    def issued(self) -> str:
        """The day of the latest change in the record, as "2026-11-23": when what is cited came out."""
        return (self.version or "")[:10]


def plain(cited: Citation) -> str:
    """One sentence for a footnote. The depositary and the Monitor are cited first where a fact is theirs alone."""
    day = f", as at {in_text(cited.on)}" if cited.on else ""
    version = f" Record version {cited.version}." if cited.version else ""
    name = f"{SITE}, “{cited.title}”" if cited.title != SITE else SITE
    return f"{name}{day}.{version} {cited.url} ({LICENCE})."


def bibtex(cited: Citation) -> str:
    """An entry for BibTeX and its kin."""
    fields = {
        "title": f"{{{_tex(cited.title)}}}",
        "author": f"{{{SITE}}}",
        "year": cited.issued[:4],
        "howpublished": r"Online",
        "url": cited.url,
        "note": "; ".join(_notes(cited)),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{_key(cited)},\n{lines}}}\n"


def ris(cited: Citation) -> str:
    """An entry for reference managers that read RIS; lines end as that format asks."""
    lines = [("TY", "ELEC"), ("TI", cited.title), ("AU", SITE), ("PB", SITE)]
    if cited.issued:
        lines += [("PY", cited.issued[:4]), ("DA", cited.issued.replace("-", "/"))]
    lines += [("UR", cited.url), *(("N1", note) for note in _notes(cited)), ("ER", "")]
    return "".join(f"{tag}  - {_one_line(text)}\r\n" for tag, text in lines)


def _notes(cited: Citation) -> list[str]:
    notes = [f"as at {cited.on.isoformat()}"] if cited.on else []
    notes += [f"record version {cited.version}"] if cited.version else []
    return [*notes, LICENCE]


def _key(cited: Citation) -> str:
    plain_letters = unicodedata.normalize("NFKD", cited.title).encode("ascii", "ignore").decode()
    words = "-".join(re.findall(r"[a-z0-9]+", plain_letters.lower())[:6])
    return f"treaty-withdrawal-tracker-{words or 'page'}{f'-{cited.on.isoformat()}' if cited.on else ''}"


def _tex(text: str) -> str:
    """What TeX would take for its own is written out."""
    return re.sub(r"([&%$#_{}])", r"\\\1", _one_line(text).replace("\\", " "))


def _one_line(text: str) -> str:
    return " ".join(text.split())

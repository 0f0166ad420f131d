"""An analyst's file as text cells, or the reason why it is not read. Nothing here trusts the file.

CSV and XLSX only. A cell's text is what stands in it: a formula keeps its "=", so that it is refused as one.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook

#: An edition has a few hundred rows; a file of 5,000 has less than a megabyte.
MOST_BYTES = 5_000_000
MOST_ROWS = 20_000
#: An XLSX is a packed folder: what it may unpack to, and how many files it may hold.
MOST_UNPACKED = 60_000_000
MOST_PARTS = 200
MOST_COLUMNS = 60
SIGNATURE_OF_ZIP = b"PK\x03\x04"


class Unreadable(ValueError):
    """The file as a whole cannot be taken; the text says why."""


class Sheet(NamedTuple):
    """The header and the rows below it, every cell as text without surrounding blanks. Row 1 is the header."""

    header: list[str]
    rows: list[tuple[int, list[str]]]


def read(content: bytes, allowed: list[str], required: list[str]) -> Sheet:
    """The cells of a CSV or XLSX file whose header has the required columns and none but the allowed ones."""
    if len(content) > MOST_BYTES:
        raise Unreadable(f"The file is larger than {MOST_BYTES // 1_000_000} MB.")
    if not content.strip():
        raise Unreadable("The file is empty.")
    lines = _xlsx(content) if content.startswith(SIGNATURE_OF_ZIP) else _csv(content)
    header: list[str] = []
    rows: list[tuple[int, list[str]]] = []
    for number, cells in enumerate(lines, 1):
        if number == 1:
            header = _without_trailing_blanks(cells)
            _check_header(header, allowed, required)
        elif any(cells):
            if len(rows) >= MOST_ROWS:
                raise Unreadable(f"The file has more than {MOST_ROWS} rows.")
            rows.append((number, _fitted(number, cells, len(header))))
    if not rows:
        raise Unreadable("The file has a header and no rows.")
    return Sheet(header, rows)


def _csv(content: bytes) -> Iterator[list[str]]:
    if b"\x00" in content:
        raise Unreadable("The file is neither CSV nor XLSX.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise Unreadable(f"The file is not UTF-8 (row {line}); save it as “CSV UTF-8”.") from None
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), strict=True):
            yield [cell.strip() for cell in cells[: MOST_COLUMNS + 1]]
    except csv.Error as error:
        raise Unreadable(f"The file is not CSV: {error}.") from None


def _xlsx(content: bytes) -> Iterator[list[str]]:
    _check_archive(content)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
        sheet: Any = book.worksheets[0]
        # A file may claim any size; what it holds is counted instead.
        sheet.reset_dimensions()
        for row in sheet.iter_rows(max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS):
            yield [_text(cell.value) for cell in row]
    except Unreadable:
        raise
    except Exception as error:  # noqa: BLE001 -- whatever a broken workbook makes its reader do, it is not read
        raise Unreadable(f"The file is not a workbook that can be read ({type(error).__name__}).") from None


def _check_archive(content: bytes) -> None:
    """Refuse what would unpack to too much, and documents that declare entities, before anything is unpacked."""
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise Unreadable("The workbook would unpack to more than an edition can need; it is not opened.")
            if "xl/workbook.xml" not in archive.namelist():
                raise Unreadable("The file is an archive but no XLSX workbook.")
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    with archive.open(part) as file:
                        if b"<!" in file.read(4096).replace(b"<!--", b""):
                            raise Unreadable("The workbook declares a document type; it is not opened.")
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError):
        raise Unreadable("The file is not a workbook that can be read.") from None


def _text(value: Any) -> str:
    """A cell's value as a person would have typed it; a whole number that a spreadsheet keeps as 12.0 is 12."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = getattr(value, "text", None)
    return (str(value) if text is None else f"={str(text).removeprefix('=')}").strip()


def _check_header(header: list[str], allowed: Iterable[str], required: Iterable[str]) -> None:
    if len(header) == 1 and ";" in header[0]:
        raise Unreadable("The columns are separated by semicolons; save the file with commas.")
    missing = [column for column in required if column not in header]
    unknown = [column[:40] or "(blank)" for column in header if column not in set(allowed)]
    twice = sorted({column for column in header if header.count(column) > 1})
    reasons = [
        f"{words}: {', '.join(columns[:10])}"
        for words, columns in (("missing", missing), ("unknown", unknown), ("given twice", twice))
        if columns
    ]
    if reasons:
        raise Unreadable(f"Wrong header; {'; '.join(reasons)}. The template file has the right one.")


def _without_trailing_blanks(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells = cells[:-1]
    return cells


def _fitted(number: int, cells: list[str], width: int) -> list[str]:
    if any(cells[width:]):
        raise Unreadable(f"Row {number} has more cells than the header.")
    return [*cells[:width], *[""] * (width - len(cells))]

"""From a file of facts to checked rows, without a database. What is wrong is named by file, line, column and reason."""

import csv
import io
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.forms import Form


class RecordError(NamedTuple):
    """One thing wrong with a file of facts. Lines count from 1, the header; `column` is its heading, or empty."""

    file: str
    line: int
    column: str
    reason: str

    def __str__(self) -> str:
        column = f", column {self.column}" if self.column else ""
        return f"{self.file}, line {self.line}{column}: {self.reason}"


class RecordErrors(ValueError):
    """Everything found wrong in one round; nothing of such a load is kept."""

    def __init__(self, errors: list[RecordError]) -> None:
        super().__init__("\n".join(map(str, errors)))
        self.errors = errors


class Row(NamedTuple):
    """A checked row: where it stands and the model's attributes, related rows by their keys."""

    line: int
    values: dict[str, Any]


def parse(content: bytes, form: type[Form]) -> list[Row]:
    """The rows of a UTF-8 CSV file whose columns are the form's fields. Raises RecordErrors with all there are."""
    file = form.file
    errors: list[RecordError] = []
    rows: list[Row] = []
    lines_by_identity: dict[tuple[Any, ...], int] = {}
    for line, cells in _cells(_decode(content, file), form):
        checked = form(cells)
        if not checked.is_valid():
            errors += _form_errors(checked, file, line)
            continue
        identity = tuple(checked.cleaned_data[attribute] for attribute in form.identity)
        if first := lines_by_identity.setdefault(identity, line) - line:
            column = column_of(form, form.identity[0])
            errors.append(RecordError(file, line, column, f"The same row stands in line {line + first} already."))
        rows.append(Row(line, checked.cleaned_data))
    if errors:
        raise RecordErrors(errors)
    return rows


def column_of(form: type[Form], attribute: str) -> str:
    """The column of the file that holds a model's attribute."""
    return getattr(form, "columns", {}).get(attribute, attribute)


def _form_errors(form: Form, file: str, line: int) -> Iterator[RecordError]:
    for column, messages in form.errors.items():
        given = form.data.get(column) or ""
        shown = f" (given: {given[:80]!r})" if given else ""
        yield RecordError(file, line, "" if column == "__all__" else column, " ".join(messages) + shown)


def _decode(content: bytes, file: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        header = next(csv.reader([content.split(b"\n", 1)[0].decode("utf-8", "replace")]), [])
        broken = next(csv.reader([content.split(b"\n")[line - 1].decode("utf-8", "replace")]), [])
        place = next((place for place, cell in enumerate(broken) if "\ufffd" in cell), 0)
        column = header[place] if place < len(header) else ""
        byte = content[error.start]
        reason = f"The file is not UTF-8 (byte 0x{byte:02x}); save it as UTF-8, not as a Windows code page."
        raise RecordErrors([RecordError(file, line, column, reason)]) from None


def _cells(text: str, form: type[Form]) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row as a dictionary by column, with the number of its first line."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    wanted = list(form.base_fields)
    last = 0
    try:
        header = next(reader, [])
        if header != wanted:
            raise RecordErrors([_header_error(header, wanted, form.file)])
        for cells in _with_lines(reader):
            last, values = cells
            if len(values) != len(wanted):
                reason = f"{len(values)} cells where the header has {len(wanted)}."
                raise RecordErrors([RecordError(form.file, last, "", reason)])
            yield last, dict(zip(wanted, values, strict=True))
    except csv.Error as error:
        raise RecordErrors([RecordError(form.file, max(last + 1, reader.line_num), "", f"{error}.")]) from None


def _with_lines(reader: Any) -> Iterator[tuple[int, list[str]]]:
    line = reader.line_num + 1
    for cells in reader:
        if cells:
            yield line, cells
        line = reader.line_num + 1


def _header_error(header: list[str], wanted: list[str], file: str) -> RecordError:
    missing = [column for column in wanted if column not in header]
    unknown = [column for column in header if column not in wanted]
    parts = [
        f"missing: {', '.join(missing)}" if missing else "",
        f"unknown: {', '.join(unknown)}" if unknown else "",
        "" if missing or unknown else f"the order is: {', '.join(wanted)}",
    ]
    return RecordError(file, 1, (unknown or missing or [""])[0], f"Wrong header; {'; '.join(filter(None, parts))}.")

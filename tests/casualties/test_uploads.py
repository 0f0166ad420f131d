"""Files that analysts upload: read as text, or refused as a whole with the reason."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from casualties.uploads import MOST_BYTES, MOST_ROWS, Unreadable, read

COLUMNS = ["year", "edition", "area", "total", "note"]
REQUIRED = ["year", "total"]


def workbook(*rows):
    book = Workbook()
    for cells in rows:
        book.active.append(cells)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def archive(**parts):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return content.getvalue()


def test_csv_and_xlsx_of_the_same_cells_read_alike():
    from_csv = read(b"year,area,total\n2020,AFG,12\n\n2021,,\n", COLUMNS, REQUIRED)
    from_xlsx = read(workbook(["year", "area", "total"], [2020, "AFG", 12.0], [], [2021]), COLUMNS, REQUIRED)
    assert from_csv == from_xlsx
    assert from_csv.rows == [(2, ["2020", "AFG", "12"]), (4, ["2021", "", ""])]


def test_a_formula_keeps_its_sign_so_that_it_can_be_refused():
    [(_, cells)] = read(workbook(["year", "total"], [2020, "=1+1"]), COLUMNS, REQUIRED).rows
    assert cells == ["2020", "=1+1"]


def test_a_fraction_stays_a_fraction_and_a_truth_is_a_word():
    [(_, cells)] = read(workbook(["year", "total"], [12.5, True]), COLUMNS, REQUIRED).rows
    assert cells == ["12.5", "true"]


BOMB = archive(xl__workbook_xml="<workbook/>", xl__worksheets__sheet1_xml="0" * 61_000_000)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"year,total\n", "a header and no rows"),
        (b"year,total\n,\n", "a header and no rows"),
        (b"a,b\n1,2\n", "missing: year, total; unknown: a, b"),
        (b"year\n1\n", "missing: total"),
        (b"year,total,total\n1,2,3\n", "given twice: total"),
        (b"year;total\n1;2\n", "semicolons"),
        (b"year,total\n2020,1,2\n", "Row 2 has more cells"),
        (b'year,total\n2020,"1\n', "not CSV"),
        ("year,total\n2020,é\n".encode("latin-1"), "not UTF-8 .row 2."),
        (b"year,total\n\x00\n", "neither CSV nor XLSX"),
        (b"x" * (MOST_BYTES + 1), "larger than 5 MB"),
        (b"year,total\n" + b"1,2\n" * (MOST_ROWS + 1), f"more than {MOST_ROWS} rows"),
        (b"PK\x03\x04 nothing", "not a workbook"),
        (archive(readme="hello"), "no XLSX workbook"),
        (BOMB, "would unpack to more"),
        (archive(xl__workbook_xml='<!DOCTYPE x [<!ENTITY a "b">]><workbook/>'), "declares a document type"),
        (archive(xl__workbook_xml="<workbook/>"), "not a workbook"),
        (workbook(["year", "total"]), "a header and no rows"),
        (workbook(["year", "total", "colour"], [1, 2, 3]), "unknown: colour"),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else "",
)
def test_a_file_that_cannot_be_taken_says_why(content, reason):
    with pytest.raises(Unreadable, match=reason):
        read(content, COLUMNS, REQUIRED)


@given(st.binary(max_size=300) | st.binary(max_size=300).map(lambda content: b"PK\x03\x04" + content))
def test_any_file_is_read_or_refused(content):
    try:
        sheet = read(content, COLUMNS, REQUIRED)
    except Unreadable as refused:
        assert str(refused)
    else:
        assert all(len(cells) == len(sheet.header) for _, cells in sheet.rows)


@given(st.lists(st.text(st.characters(exclude_categories=["C"])), min_size=1, max_size=5))
def test_what_a_person_typed_arrives_as_typed(notes):
    [*rows] = ([2020, note] for note in notes)
    sheet = read(workbook(["year", "note"], *rows), COLUMNS, ["year"])
    assert [cells[1].removeprefix("=") for _, cells in sheet.rows] == [note.strip().removeprefix("=") for note in notes]

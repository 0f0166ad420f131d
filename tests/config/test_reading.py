"""Files of facts to rows: what is wrong is named by file, line, column and reason."""

import pytest

from config.reading import RecordErrors, parse
from sources.loading import SourceRow
from states.loading import StateRow
from treaties.loading import ActRow

HEADER = "treaty,iso3,kind,date,effective_on,effective_reason,preferred_because,note,sources\n"
GOOD = "ottawa-convention,POL,withdrawal,2025-08-20,,,,,dzu-2025-1514\n"


def errors_of(content, form=ActRow):
    with pytest.raises(RecordErrors) as raised:
        parse(content if isinstance(content, bytes) else content.encode(), form)
    return raised.value.errors


def test_a_good_row_becomes_the_models_values():
    [row] = parse((HEADER + GOOD).encode(), ActRow)
    assert row.line == 2
    assert row.values["state"] == "POL"
    assert row.values["sources"] == ["dzu-2025-1514"]
    assert row.values["file_key"] == "ottawa-convention POL withdrawal 2025-08-20"


def test_a_byte_order_mark_is_read_over():
    assert parse(b"\xef\xbb\xbf" + (HEADER + GOOD).encode(), ActRow)


@pytest.mark.parametrize(
    ("cells", "column", "reason"),
    [
        ("ottawa-convention,POL,denunciation,2025-08-20,,,,,x", "kind", "not known"),
        ("ottawa-convention,POL,withdrawal,20.08.2025,,,,,x", "date", "year-month-day"),
        ("ottawa-convention,POL,withdrawal,[20 Jan 2021 A],,,,,x", "date", "Square brackets"),
        ("ottawa-convention,[POL],withdrawal,2025-08-20,,,,,x", "iso3", "Square brackets"),
        ("ottawa-convention,Poland,withdrawal,2025-08-20,,,,,x", "iso3", "Three capital letters"),
        ("ottawa-convention,POL,withdrawal,,,,,,x", "date", "required"),
        ("ottawa-convention,POL,withdrawal,2025-08-20,,,,,", "sources", "required"),
        ("ottawa-convention,POL,withdrawal,2025-08-20,,,,,a|b|a", "sources", "“a” is named twice."),
        ("ottawa-convention,POL,succession,2025-08-20,2025-01-01,,,,x", "effective_reason", "needs its reason"),
    ],
)
def test_a_cell_that_cannot_be_is_named(cells, column, reason):
    [error] = errors_of(HEADER + GOOD + cells + "\n")
    assert (error.file, error.line, error.column) == ("acts.csv", 3, column)
    assert reason in error.reason


def test_a_bracketed_name_is_refused_because_brackets_mean_something():
    header = "iso3,iso2,m49,slug,name,article,official_name,category,subregion,latitude,longitude,note,sources\n"
    [error] = errors_of(header + "POL,PL,616,poland,[Poland],,,state,eastern-europe,52,20,,x\n", StateRow)
    assert (error.line, error.column) == (2, "name")
    assert "withdrawn" in error.reason


def test_every_error_is_reported_in_one_round():
    errors = errors_of(HEADER + "x,POL,zzz,2025-08-20,,,,,x\n" + GOOD + "x,pol,withdrawal,2025,,,,,x\n")
    assert [(error.line, error.column) for error in errors] == [(2, "kind"), (4, "iso3"), (4, "date")]


def test_a_row_that_stands_twice_is_refused_with_both_lines():
    [error] = errors_of(HEADER + GOOD + GOOD)
    assert error.line == 3
    assert "line 2" in error.reason


def test_a_file_of_a_windows_code_page_is_refused_at_its_first_foreign_byte():
    row = "ottawa-convention,TUR,accession,2003-09-25,,,,Türkiye,x\n".encode("cp1252")
    [error] = errors_of(HEADER.encode() + GOOD.encode() + row)
    assert (error.line, error.column) == (3, "note")
    assert "not UTF-8" in error.reason


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        ("", 1, "missing: treaty"),
        ("treaty,iso3\n", 1, "missing: kind"),
        (HEADER.replace("note", "remark") + GOOD, 1, "unknown: remark"),
        (HEADER.replace("treaty,iso3", "iso3,treaty") + GOOD, 1, "the order is"),
        (HEADER + "ottawa-convention,POL\n", 2, "2 cells where the header has 9"),
        (HEADER + GOOD + 'ottawa-convention,POL,"withdrawal', 3, "unexpected end of data"),
    ],
)
def test_a_file_that_is_no_such_table_is_refused(content, line, reason):
    [error] = errors_of(content)
    assert error.line == line
    assert reason in error.reason


def test_lines_are_those_of_the_file_also_after_a_cell_of_several_lines():
    note = GOOD.replace(",,,,,dzu", ',,,,"one\ntwo\nthree",dzu')
    [error] = errors_of(HEADER + note + "x,POL,zzz,2025-08-20,,,,,x\n")
    assert error.line == 5


def test_an_error_reads_as_one_line():
    [error] = errors_of(HEADER + "ottawa-convention,POL,zzz,2025-08-20,,,,,x\n")
    assert str(error).startswith("acts.csv, line 2, column kind: This is not known. Known are: signature, ")


@pytest.mark.parametrize("typed", ["yes", "True", "1"])
def test_yes_and_no_are_written_in_one_way_alone(typed):
    header = "key,publisher,title,url,date,archived_url,citable\n"
    [error] = errors_of(header + f"a,b,c,,2025,,{typed}\n", SourceRow)
    assert str(error) == (
        f"sources.csv, line 2, column citable: This is not known. Known are: true, false. (given: '{typed}')"
    )
    for word, is_citable in (("true", True), ("false", False)):
        [row] = parse((header + f"a,b,c,,2025,,{word}\n").encode(), SourceRow)
        assert row.values["citable"] is is_citable


def test_a_source_needs_a_web_address_or_none():
    header = "key,publisher,title,url,date,archived_url,citable\n"
    assert errors_of(header + "a,b,c,ftp://example.org,2025,,true\n", SourceRow)[0].column == "url"
    assert parse((header + "a,b,c,,2025-06,,true\n").encode(), SourceRow)[0].values["date_precision"] == "month"

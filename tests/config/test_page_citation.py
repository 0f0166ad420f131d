"""How a page is cited."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.page_citation import Citation, bibtex, plain, ris

POLAND = Citation("Poland", date(2026, 2, 20), "2026-11-23.101405", "https://example.org/states/poland/?on=2026-02-20")
METHOD = Citation("About the record", None, None, "https://example.org/about/")
FIRST = Citation("Treaty Withdrawal Tracker", date(2026, 2, 20), "2026-11-23.101405", "https://example.org/")


@pytest.mark.parametrize(
    ("cited", "text"),
    [
        (
            POLAND,
            "Treaty Withdrawal Tracker, “Poland”, as at 20 February 2026. Record version 2026-11-23.101405. "
            "https://example.org/states/poland/?on=2026-02-20 (CC BY 4.0).",
        ),
        (METHOD, "Treaty Withdrawal Tracker, “About the record”. https://example.org/about/ (CC BY 4.0)."),
        (
            FIRST,
            "Treaty Withdrawal Tracker, as at 20 February 2026. Record version 2026-11-23.101405. "
            "https://example.org/ (CC BY 4.0).",
        ),
    ],
)
def test_a_page_is_cited_in_a_sentence(cited, text):
    assert plain(cited) == text


def test_a_page_is_cited_for_bibtex():
    assert bibtex(POLAND) == (
        "@misc{treaty-withdrawal-tracker-poland-2026-02-20,\n"
        "  title = {{Poland}},\n"
        "  author = {{Treaty Withdrawal Tracker}},\n"
        "  year = {2026},\n"
        "  howpublished = {Online},\n"
        "  url = {https://example.org/states/poland/?on=2026-02-20},\n"
        "  note = {as at 2026-02-20; record version 2026-11-23.101405; CC BY 4.0},\n"
        "}\n"
    )


def test_the_page_of_an_earlier_year_came_out_when_the_record_last_changed():
    cited = POLAND._replace(on=date(1999, 3, 1))
    assert "year = {2026}" in bibtex(cited)
    assert "DA  - 2026/11/23" in ris(cited)


def test_the_key_of_an_entry_keeps_letters_without_their_accents():
    assert bibtex(POLAND._replace(title="Côte d'Ivoire")).startswith("@misc{treaty-withdrawal-tracker-cote-d-ivoire-")


def test_a_page_is_cited_for_reference_managers():
    assert ris(POLAND).split("\r\n") == [
        "TY  - ELEC",
        "TI  - Poland",
        "AU  - Treaty Withdrawal Tracker",
        "PB  - Treaty Withdrawal Tracker",
        "PY  - 2026",
        "DA  - 2026/11/23",
        "UR  - https://example.org/states/poland/?on=2026-02-20",
        "N1  - as at 2026-02-20",
        "N1  - record version 2026-11-23.101405",
        "N1  - CC BY 4.0",
        "ER  - ",
        "",
    ]


@given(st.text())
def test_no_title_breaks_an_entry(title):
    cited = METHOD._replace(title=title)
    assert bibtex(cited).count("\n  ") == 5
    assert all(line[2:6] == "  - " for line in ris(cited).split("\r\n")[:-1])
    written = bibtex(cited).partition("title = {")[2].partition("},\n  author")[0]
    unescaped = written.replace(r"\{", "").replace(r"\}", "")
    assert unescaped.count("{") == unescaped.count("}")

"""The shipped files of facts, as files."""

import csv
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from config.management.commands.load_record import ROWS
from config.reading import parse
from sources.dates import PartialDateField
from states.models import fold
from states.names import names_in

DATA = Path(__file__).resolve().parent.parent / "data"
FILES = [form.file for form in ROWS]


def rows(name):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def part_of_the_dictionary(heading):
    return (DATA / "README.md").read_text(encoding="utf-8").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize("form", ROWS, ids=FILES)
def test_a_file_parses_whole(form):
    assert len(parse((DATA / form.file).read_bytes(), form)) == len(rows(form.file))


def test_every_file_of_the_folder_is_loaded():
    assert {path.name for path in DATA.glob("*.csv")} == set(FILES)


def test_the_dictionary_lists_every_file_of_the_record_and_of_the_map_once():
    table = part_of_the_dictionary("Files").partition("|---|---|---|\n")[2]
    listed = [name for line in table.splitlines() for name in re.findall(r"`([^`]+)`", line.split("|")[1])]
    maps = [f"map/{path.name}" for path in (DATA / "map").iterdir()]
    assert sorted(listed) == sorted([*FILES, *maps])


def test_the_dictionary_says_which_files_have_no_sources_and_which_dates_may_be_known_in_part():
    points = " ".join(part_of_the_dictionary("How the files are written").split()).split("- ")
    [dates] = [point for point in points if "may also be a year" in point]
    [sourced] = [point for point in points if "no such column" in point]
    partial = {form.file for form in ROWS for field in form.base_fields.values() if isinstance(field, PartialDateField)}
    assert set(re.findall(r"`(\w+\.csv)`", dates)) == partial
    without = {form.file for form in ROWS if "sources" not in form.base_fields}
    assert set(re.findall(r"`(\w+\.csv)`", sourced.partition("except in")[2])) == without


@pytest.mark.parametrize("form", ROWS, ids=FILES)
def test_the_dictionary_explains_every_column(form):
    dictionary = (DATA / "README.md").read_text(encoding="utf-8")
    section = dictionary.partition(f"### {form.file}")[2].partition("\n### ")[0]
    missing = [column for column in form.base_fields if f"`{column}`" not in section]
    assert not missing


def test_the_dictionary_explains_every_column_of_the_maps_overrides():
    dictionary = (DATA / "README.md").read_text(encoding="utf-8").partition("### overrides.csv")[2]
    with (DATA / "map" / "overrides.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    assert not [column for column in table[0] if f"`{column}`" not in dictionary]
    for row in table:
        assert row["area"] and row["done"] and row["source"], row
        assert not row["date"] or date.fromisoformat(row["date"])
        assert f"`{row['rule']}`" in dictionary


def test_the_list_has_197_states_and_six_other_areas():
    assert Counter(row["category"] for row in rows("states.csv")) == {"state": 197, "other_area": 6}


@pytest.mark.parametrize(
    ("treaty", "expected"),
    [
        ("ottawa-convention", {"signature": 133, "ratification": 130, "acceptance": 2, "approval": 1, "accession": 31,
                               "succession": 2, "withdrawal": 5, "suspension_notification": 1,
                               "provisional_application": 5}),
        ("convention-on-cluster-munitions", {"signature": 108, "ratification": 94, "acceptance": 2, "accession": 17,
                                             "withdrawal": 1, "provisional_application": 4}),
    ],
)  # fmt: skip
def test_the_acts_add_up_to_the_published_totals(treaty, expected):
    assert Counter(row["kind"] for row in rows("acts.csv") if row["treaty"] == treaty) == expected


def test_no_fact_speaks_of_how_it_was_found():
    words = re.compile(r"search corpus|\bTODO\b|\bnot checked by us\b", re.IGNORECASE)
    for name in FILES:
        assert not words.search((DATA / name).read_text(encoding="utf-8")), name


def test_only_leads_are_not_citable():
    assert [row["key"] for row in rows("sources.csv") if row["citable"] == "false"] == ["unverified"]


@pytest.mark.parametrize("file", ["treaties.csv", "organisations.csv"])
def test_another_name_belongs_to_one_alone(file):
    names = [fold(name) for row in rows(file) for name in [row["name"], *names_in(row["also_known_as"])]]
    assert len(names) > len(rows(file))
    assert len(set(names)) == len(names)

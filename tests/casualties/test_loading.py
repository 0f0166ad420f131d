"""Rows of files into figures: cells that are no numbers are refused one by one, and nothing is guessed."""

import csv

import pytest
from django.conf import settings
from hypothesis import example, given
from hypothesis import strategies as st

from casualties.enums import PARTS
from casualties.loading import ContaminationRow, FigureRow
from casualties.models import Contamination, Figure, Stockpile
from config.reading import parse
from sources.models import Source
from states.models import State
from tests.loading import numbers

COLUMNS = list(FigureRow.base_fields)
GOOD = dict.fromkeys(COLUMNS, "") | {
    "year": "2020", "edition": "2021", "area": "AFG", "qualifier": "at_least", "total": "100", "preferred": "true",
    "sources": "one|two",
}  # fmt: skip


def errors(**cells):
    form = FigureRow(GOOD | cells)
    form.is_valid()
    return {column: " ".join(reasons) for column, reasons in form.errors.items()}


def test_a_row_gives_the_models_attributes_and_blank_stays_not_stated():
    form = FigureRow(GOOD | {"killed": "0"})
    assert form.is_valid()
    values = form.cleaned_data
    assert (values["data_year"], values["edition"], values["area"], values["total"]) == (2020, 2021, "AFG", 100)
    assert (values["killed"], values["injured"]) == (0, None)
    assert (values["source"], values["confirmed_by"], values["file_key"]) == ("one", ["two"], "2020 2021 AFG one")


def test_the_world_has_no_area():
    form = FigureRow(GOOD | {"area": "WLD"})
    assert form.is_valid()
    assert form.cleaned_data["area"] is None


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("-1", "cannot be negative"),
        ("−1", "cannot be negative"),
        ("1.5", "whole number"),
        ("1.0", "whole number"),
        ("n/a", "whole number"),
        ("1,234", "whole number"),
        ("1 234", "whole number"),
        ("1\u202f234", "whole number"),
        ("٣", "whole number"),
        ("３", "whole number"),
        ("1e3", "whole number"),
        ("=1+1", "formula"),
        ("99999999999999999999", "Expected a number from 0"),
    ],
)
@pytest.mark.parametrize("column", ["total", "killed", "device_unknown"])
def test_what_is_no_count_is_refused_with_its_cell(column, typed, reason):
    assert reason in errors(**{column: typed})[column]


@given(st.text(min_size=1, max_size=12))
@example("0")
@example("007")
@example("1_000")
def test_a_cell_is_a_number_in_plain_digits_or_refused(typed):
    form = FigureRow(GOOD | {"civilians": typed, "total": ""})
    valid = form.is_valid()
    text = typed.strip()
    if text.isascii() and text.isdigit():
        assert not valid or form.cleaned_data["civilians"] == int(text)
    elif text:
        assert "civilians" in form.errors


def test_all_wrong_cells_of_a_row_are_told_in_one_round():
    found = errors(year="20", edition="2019", area="Afghanistan", total="x", killed="-3", preferred="yes", note="=A1")
    assert set(found) == {"year", "area", "total", "killed", "preferred", "note"}
    assert set(errors(edition="2020", killed="x")) == {"edition", "killed"}


def test_an_unknown_value_is_refused_with_those_that_are_known():
    found = errors(preferred="yes", qualifier="exact")
    assert found["preferred"] == "This is not known. Known are: true, false."
    assert found["qualifier"] == "This is not known. Known are: at_least, about."


def test_a_deadline_and_its_sources_come_together_in_a_file():
    cells = {"iso3": "NOR", "extent": "small", "as_of_year": "", "note": "", "sources": "one"}
    for deadline, keys, reasons in (
        ("2030-01-01", "one|two", []),
        ("", "", []),
        ("", "one", ["A deadline names its sources, and only a deadline does."]),
        ("2030-01-01", "", ["A deadline names its sources, and only a deadline does."]),
        ("2030-01-01", "one|one", ["“one” is named twice."]),
    ):
        form = ContaminationRow(cells | {"deadline": deadline, "deadline_sources": keys})
        assert form.errors.get("deadline_sources", []) == reasons


def test_sums_are_refused_at_the_total():
    assert "add up to 90, not to 100" in errors(killed="40", injured="40", unknown="10")["total"]


@pytest.mark.django_db
def test_every_row_of_the_reference_is_loaded():
    assert Figure.objects.of_world().count() == 57
    assert Figure.objects.of_areas().count() == 578
    content = (settings.DATA_DIR / "casualties.csv").read_bytes()
    assert len(parse(content, FigureRow)) == 635


def test_no_note_of_a_shipped_file_speaks_of_how_it_was_made():
    words = ("CONFLICT", "importer", "cell lost", "UNCONFIRMED", "from memory", "in copy", "importer note", "derived")
    for name in ("casualties.csv", "contamination.csv", "stockpiles.csv", "editions.csv"):
        with (settings.DATA_DIR / name).open(encoding="utf-8", newline="") as file:
            for line in csv.DictReader(file):
                for column in ("note", "preferred_because", "withheld_because"):
                    text = line.get(column) or ""
                    assert not any(word in text for word in words), (name, text)


@pytest.mark.django_db
def test_what_is_left_of_a_total_is_not_stored():
    figure = Figure.objects.get(place=0, data_year=2024)
    assert (figure.total, figure.killed, figure.injured, figure.unknown) == (6279, 1945, 4325, None)
    assert all(hasattr(figure, part) for part in PARTS)


def rewrite(data, change):
    """Pass each line of casualties.csv, as a dictionary, through a function."""
    path = data / "casualties.csv"
    with path.open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    for line in lines:
        change(line)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(lines[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(lines)


@pytest.mark.django_db
def test_the_preference_passes_from_one_figure_to_another_whichever_line_is_first(data):
    pair = {"rtde_2020|hi_ch_2020", "maliactu_2020"}
    place = ("2019", "2020", "AFG")

    def pass_on(line):
        if (line["year"], line["edition"], line["area"]) == place and line["sources"] in pair:
            line["preferred"] = "false" if line["preferred"] == "true" else "true"

    figures = Figure.objects.filter(data_year=2019, edition=2020, area__iso3="AFG", preferred=True)
    for preferred in ("maliactu_2020", "rtde_2020"):
        rewrite(data, pass_on)
        assert numbers(data)["casualties.csv"] == ["0", "2", "633", "0", "0"]
        assert figures.get().source.key == preferred


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("file", "model", "facts", "line"),
    [
        ("contamination.csv", Contamination, {"extent": "small", "as_of_year": 2021}, "NOR,medium,2021,,,,gh_globe"),
        ("contamination.csv", Contamination, {"extent": "small", "as_of_year": None}, "NOR,medium,,,,,gh_globe"),
        (
            "stockpiles.csv",
            Stockpile,
            {"kind": "destroyed", "amount": 1, "as_of_year": 2021},
            "NOR,destroyed,2,exact,2021,,gh_globe",
        ),
    ],
)
def test_what_an_analyst_entered_first_is_kept_when_the_file_brings_it(data, file, model, facts, line):
    entered = model(area=State.objects.get(iso3="NOR"), **facts)
    entered._change_reason = "entered"
    entered.save()
    with (data / file).open("a", encoding="utf-8") as lines:
        lines.write(f"{line}\n")
    created, *_, kept = numbers(data)[file]
    assert (created, kept) == ("0", "1")
    assert model.objects.filter(**facts, area__iso3="NOR").count() == 1


@pytest.mark.django_db
def test_a_figure_that_an_analyst_prefers_stays_preferred_when_the_file_brings_another(data):
    place = {"data_year": 2020, "edition_id": 2021, "area": State.objects.get(iso3="NOR")}
    entered = Figure(**place, source=Source.objects.get(key="lm2018_cas"), total=7)
    entered._change_reason = "entered"
    entered.save()
    with (data / "casualties.csv").open("a", encoding="utf-8") as lines:
        values = GOOD | {"area": "NOR", "total": "8", "sources": "maliactu_2020"}
        csv.DictWriter(lines, COLUMNS, lineterminator="\n").writerow(values)
    created, *_, kept = numbers(data)["casualties.csv"]
    assert (created, kept) == ("0", "1")
    assert Figure.objects.get(**place) == entered

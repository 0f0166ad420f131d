"""The analysts' admin: an edition comes in by preview and confirmation, or not at all."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from casualties.models import Edition, Figure
from casualties.resources import COLUMNS
from states.models import State
from tests.casualties.factories import FigureFactory
from tests.casualties.test_uploads import BOMB
from tests.pages import words_of

pytestmark = pytest.mark.django_db
IMPORT = "/admin/casualties/figure/import/"
CONFIRM = "/admin/casualties/figure/process_import/"
HEADER = "year,edition,area,total,killed,injured,sources\n"


def upload(analyst, content, name="edition.csv"):
    content = content.encode() if isinstance(content, str) else content
    return analyst.post(IMPORT, {"import_file": SimpleUploadedFile(name, content), "resource": "0"})


def confirm(analyst, preview):
    return analyst.post(CONFIRM, preview.context["confirm_form"].initial, follow=True)


def test_a_correct_edition_is_previewed_then_saved_with_who_and_which_file(analyst):
    before = Figure.objects.count()
    preview = upload(analyst, f"{HEADER}2024,2025,EGY,30,10,20,mag_2025\n2024,2025,MMR,2030,,,mag_2025\n")
    assert Figure.objects.count() == before
    assert "<del>2029</del> <ins>2030</ins>" in preview.content.decode()
    assert "2 warnings" not in words_of(preview)
    assert "1 new, 1 updated" in words_of(confirm(analyst, preview))
    figure = Figure.objects.get(area__iso3="EGY", edition=2025)
    latest = figure.history.first()
    assert (latest.history_user.username, latest.history_change_reason) == ("analyst", "import of edition.csv")
    changed = Figure.objects.get(area__iso3="MMR", edition=2025)
    assert [record.total for record in changed.history.all()][0] == 2030
    assert 2029 in [record.total for record in changed.history.all()]


def test_an_unchanged_row_is_skipped_and_leaves_no_history(analyst):
    figure = Figure.objects.get(area__iso3="AFG", data_year=2024)
    before = figure.history.count()
    preview = upload(analyst, f"{HEADER}2024,2025,AFG,624,,,mag_2025\n")
    assert "0 new, 0 updated, 0 deleted and 1 skipped" in words_of(confirm(analyst, preview))
    assert figure.history.count() == before


def test_sources_that_confirm_are_kept_and_remembered(analyst):
    preview = upload(analyst, f"{HEADER}2024,2025,EGY,30,,,mag_2025|hi_2025\n")
    confirm(analyst, preview)
    figure = Figure.objects.get(area__iso3="EGY", edition=2025)
    assert [source.key for source in figure.confirmed_by.all()] == ["hi_2025"]
    assert [row.source.key for row in figure.history.first().confirmed_by.all()] == ["hi_2025"]


def test_every_wrong_cell_is_told_in_one_round_and_nothing_is_saved(analyst):
    before = Figure.objects.count()
    later = timezone.localdate().year + 1
    Edition.objects.create(year=later)
    response = upload(
        analyst,
        HEADER
        + '2024,2025,AFG,-5,1.5,n/a,mag_2025\n2025,2025,ZZZ,"1,234",1 234,٣,nope\n2024,2025,UKR,10,11,0,mag_2025\n'
        + f"2024,2025,SYR,=1+1,,,mag_2025\n2024,{later},SYR,7,,,mag_2025\n2024,2026,SYR,7,,,mag_2025\n"
        + "2024,2025,EGY,7,,,mag_2025\n2024,2025,EGY,8,,,mag_2025\n2024,2025,EGY,8,,,hi_2025\n"
        + "2024,2025,YEM,247,,,mag_2025\n",
    )
    found = {
        (row.values[0], column): " ".join(reasons)
        for row in response.context["result"].invalid_rows
        for column, reasons in row.field_specific_errors.items()
    }
    assert set(found) == {
        *((2, "total"), (2, "killed"), (2, "injured")),
        *((3, "total"), (3, "killed"), (3, "injured"), (3, "edition"), (3, "area"), (3, "sources")),
        *((4, "killed"), (5, "total"), (6, "edition"), (7, "edition")),
        *((9, "year"), (10, "preferred"), (11, "preferred")),
    }
    assert "(given: '-5')" in found[2, "total"]
    assert "Landmine Monitor 2026 is not on record" in found[7, "edition"]
    assert "confirm_form" not in response.context
    assert Figure.objects.count() == before


def test_warnings_are_shown_before_the_confirmation_and_do_not_stop_it(analyst):
    response = upload(
        analyst,
        f"{HEADER}2024,2025,EGY,30,28,2,mag_2025\n2023,2025,AFG,1200,,,mag_2025\n2023,2025,SYR,900,,,mag_2025\n"
        "2024,2025,ETH,5000,,,mag_2025\n",
    )
    words = words_of(response)
    assert "28 of 30 killed: were killed and injured transposed?" in words
    assert "Revised by more than 25%, 651 to 1200, from Landmine Monitor 2024" in words
    assert "Revised down, 933 to 900" in words
    assert "confirm_form" in response.context


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (b"", "empty.csv", "empty"),
        (HEADER.encode(), "head.csv", "a header and no rows"),
        (b"a,b\n1,2\n", "wrong.csv", "Wrong header"),
        (b"x" * 50_000_000, "large.csv", "larger than 5 MB"),
        (BOMB, "bomb.xlsx", "would unpack to more"),
        (b"PK\x03\x04", "broken.xlsx", "not a workbook"),
        (b"\x89PNG\x00", "picture.csv", "neither CSV nor XLSX"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_cannot_be_taken_is_refused_beside_its_field(analyst, content, name, reason):
    before = Figure.objects.count()
    response = upload(analyst, content, name)
    assert response.status_code == 200
    assert reason in " ".join(response.context["form"].errors["import_file"])
    assert "confirm_form" not in response.context
    assert Figure.objects.count() == before
    assert analyst.get("/casualties/").status_code == 200


def test_a_workbook_is_taken_like_a_csv_file(analyst):
    book, content = Workbook(), io.BytesIO()
    book.active.append(["year", "edition", "area", "total", "killed", "sources"])
    book.active.append([2024, 2025, "EGY", 30, "=1+1", "mag_2025"])
    book.active.append([2024, 2025, "TCD", 31.5, None, "mag_2025"])
    book.save(content)
    rows = upload(analyst, content.getvalue(), "edition.xlsx").context["result"].invalid_rows
    assert [list(row.field_specific_errors) for row in rows] == [["killed"], ["total"]]


def test_a_record_that_changed_after_the_preview_refuses_the_whole_import(analyst):
    preview = upload(analyst, f"{HEADER}2024,2025,EGY,30,,,mag_2025\n2024,2025,TCD,31,,,mag_2025\n")
    FigureFactory(area=State.objects.get(iso3="TCD"), data_year=2024, edition_id=2025)
    assert "Nothing was saved" in words_of(confirm(analyst, preview))
    assert not Figure.objects.filter(area__iso3="EGY", edition=2025).exists()


def test_an_upload_that_is_gone_is_told_and_no_error(analyst):
    preview = upload(analyst, f"{HEADER}2024,2025,EGY,30,,,mag_2025\n")
    confirm(analyst, preview)
    assert "no longer there" in words_of(confirm(analyst, preview))
    gone = preview.context["confirm_form"].initial | {"import_file_name": "../../etc/passwd"}
    assert "no longer there" in words_of(analyst.post(CONFIRM, gone, follow=True))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=8), min_size=7, max_size=7))
def test_any_cells_are_imported_or_refused(analyst, cells):
    text = io.StringIO()
    csv.writer(text).writerow(cells)
    response = upload(analyst, HEADER + text.getvalue())
    assert response.status_code == 200
    assert response.context["form"].errors or response.context["result"].invalid_rows


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_template_has_the_header_an_import_takes(analyst, form):
    content = analyst.get(f"/admin/casualties/figure/template.{form}").content
    if form == "csv":
        assert content.decode().strip().split(",") == COLUMNS
    else:
        assert [cell.value for cell in load_workbook(io.BytesIO(content)).active[1]] == COLUMNS
    assert "a header and no rows" in " ".join(
        upload(analyst, content, f"template.{form}").context["form"].errors["import_file"]
    )

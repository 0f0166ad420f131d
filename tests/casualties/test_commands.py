"""`load_casualties`: the analysts' import without a browser."""

import pytest
from django.core.management import CommandError, call_command

from casualties.models import Figure

pytestmark = pytest.mark.django_db
HEADER = "year,edition,area,total,killed,injured,sources\n"


@pytest.fixture
def edition(tmp_path):
    def write(text):
        path = tmp_path / "edition.csv"
        path.write_text(HEADER + text, encoding="utf-8")
        return path

    return write


def test_a_file_is_loaded_and_counted_and_its_history_names_it(edition, capsys):
    call_command("load_casualties", edition("2024,2025,EGY,30,28,2,mag_2025\n2024,2025,AFG,624,,,mag_2025\n"))
    out = capsys.readouterr().out
    assert "edition.csv, row 2: Killed and injured: 28 of 30 killed" in out
    assert "1 created, 0 updated, 1 unchanged" in out
    figure = Figure.objects.get(area__iso3="EGY", edition=2025)
    assert figure.history.first().history_change_reason == "import of edition.csv"


def test_a_dry_run_says_the_same_and_changes_nothing(edition, capsys):
    before = Figure.objects.count()
    call_command("load_casualties", edition("2024,2025,EGY,30,10,20,mag_2025\n"), dry_run=True)
    assert "1 created, 0 updated, 0 unchanged\nDry run" in capsys.readouterr().out
    assert Figure.objects.count() == before


def test_a_file_with_errors_is_refused_with_all_of_them_and_nothing_is_saved(edition):
    before = Figure.objects.count()
    with pytest.raises(CommandError) as raised:
        call_command("load_casualties", edition("2024,2025,EGY,x,,,mag_2025\n2024,2025,ZZZ,1,,,mag_2025\n"))
    told = str(raised.value)
    assert "row 2, column total" in told
    assert "row 3, column area: There is no state or other area with this code. (given: 'ZZZ')" in told
    assert "Nothing was saved." in told
    assert Figure.objects.count() == before


def test_a_file_that_cannot_be_read_says_why(edition, tmp_path):
    with pytest.raises(CommandError, match="a header and no rows"):
        call_command("load_casualties", edition(""))
    with pytest.raises(CommandError, match=r"nowhere\.csv"):
        call_command("load_casualties", tmp_path / "nowhere.csv")


def test_a_reload_of_the_record_leaves_an_imported_change_alone(edition, capsys):
    call_command("load_casualties", edition("2024,2025,MMR,2030,,,mag_2025\n"))
    call_command("load_record")
    out = capsys.readouterr().out
    assert "Myanmar, 2024 (Landmine Monitor 2025) (an analyst's total)" in out
    assert Figure.objects.get(area__iso3="MMR", data_year=2024).total == 2030

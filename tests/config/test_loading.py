"""The record into the database: once, again, and around what an analyst changed."""

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError
from django.db import connection

from config.management.commands.load_record import ROWS
from sources.models import Source
from states.models import Group, Membership, State
from tests.loading import load, numbers
from treaties.models import Act

pytestmark = pytest.mark.django_db


def edit(data, name, old, new):
    path = data / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def counts(output, file):
    [line] = [line for line in output.splitlines() if line.startswith(f"{file} ")]
    return dict(zip(("created", "updated", "unchanged", "missing", "kept"), map(int, line.split()[1:]), strict=True))


def test_a_second_load_changes_nothing(data):
    acts = Act.history.count()
    output = load(data)
    assert counts(output, "acts.csv") == {"created": 0, "updated": 0, "unchanged": 536, "missing": 0, "kept": 0}
    assert Act.history.count() == acts


def test_a_changed_row_is_updated_and_leaves_history(data):
    edit(data, "states.csv", "Republic of Poland", "Polish Republic")
    assert counts(load(data), "states.csv")["updated"] == 1
    poland = State.objects.get(iso3="POL")
    assert poland.official_name == "Polish Republic"
    assert poland.history.first().history_change_reason == "load_record"


def test_changed_sources_of_a_row_are_an_update(data):
    edit(data, "acts.csv", "dzu-2025-1514|aca-2026-01|derived-art20", "dzu-2025-1514")
    assert counts(load(data), "acts.csv")["updated"] == 1
    act = Act.objects.get(state__iso3="POL", kind="withdrawal")
    assert [source.key for source in act.sources.all()] == ["dzu-2025-1514"]


def test_a_row_that_vanished_is_reported_and_stays(data):
    edit(data, "aliases.csv", "TUR,Turkey\n", "")
    output = load(data)
    assert counts(output, "aliases.csv")["missing"] == 1
    assert "aliases.csv: missing from the file, still in the database: Turkey" in output


def test_a_dry_run_says_the_same_and_changes_nothing(data):
    edit(data, "states.csv", "Republic of Poland", "Polish Republic")
    output = load(data, dry_run=True)
    assert counts(output, "states.csv")["updated"] == 1
    assert State.objects.get(iso3="POL").official_name == "Republic of Poland"


def test_what_an_analyst_changed_is_kept_and_reported(data):
    act = Act.objects.get(state__iso3="TON", kind="accession")
    act.date = "2025-06-26"
    act._history_user = get_user_model().objects.create(username="analyst")
    act._change_reason = "Matangi Tonga"
    act.save()
    output = load(data)
    assert counts(output, "acts.csv")["kept"] == 1
    assert "Tonga: Accession, 26 Jun 2025" in output
    assert Act.objects.filter(state__iso3="TON", kind="accession").count() == 1


def test_an_analysts_row_that_agrees_with_the_file_needs_no_report(data):
    source = Source.objects.get(key="icbl-tonga-2025")
    source._change_reason = "looked again"
    source.save()
    assert counts(load(data), "sources.csv") == {"created": 0, "updated": 0, "unchanged": 808, "missing": 0, "kept": 0}


def test_what_an_analyst_deleted_is_not_made_again(data):
    Membership.objects.get(group__slug="nato", state__iso3="POL").delete()
    output = load(data)
    assert counts(output, "memberships.csv")["kept"] == 1
    assert "deleted by an analyst" in output
    assert not Membership.objects.filter(group__slug="nato", state__iso3="POL").exists()


@pytest.mark.parametrize(
    ("file", "facts", "name", "corrected"),
    [
        ("memberships.csv", {"group__slug": "nato", "state__iso3": "FIN"}, "since", "2023-04-05"),
        ("act_dates.csv", {"act__state__iso3": "FRA", "date": "1998-06-25"}, "date", "1998-06-26"),
        ("aliases.csv", {"name": "Turkey"}, "name", "Turkey until 2022"),
        ("borders.csv", {"state__iso3": "FIN"}, "state_id", "SWE"),
        ("sources.csv", {"key": "icbl-tonga-2025"}, "key", "icbl-tonga"),
        ("groups.csv", {"slug": "nato"}, "slug", "atlantic-alliance"),
        ("treaties.csv", {"position": 1}, "slug", "mine-ban-convention"),
        ("statements.csv", {"key": "jst_20250318"}, "key", "joint_20250318"),
    ],
)
def test_a_row_is_found_by_what_identified_it_before_an_analyst_corrected_that(data, file, facts, name, corrected):
    [model] = [form.model for form in ROWS if form.file == file]
    row = model.objects.get(**facts)
    corrected = State.objects.get(iso3=corrected).pk if name == "state_id" else corrected
    setattr(row, name, corrected)
    row._change_reason = "read again"
    row.save()
    before = {model: model.objects.count() for model in (model, Act, Membership)}
    created, updated, _, missing, kept = numbers(data)[file]
    assert (created, updated, missing, kept) == ("0", "0", "0", "1")
    assert {model: model.objects.count() for model in before} == before
    row.refresh_from_db()
    assert str(getattr(row, name)) == str(corrected)


def test_what_an_analyst_corrected_and_then_deleted_is_not_made_again(data):
    membership = Membership.objects.get(group__slug="nato", state__iso3="FIN")
    membership.since, membership._change_reason = "2023-04-05", "read again"
    membership.save()
    membership.delete()
    assert counts(load(data), "memberships.csv")["kept"] == 1
    assert not Membership.objects.filter(group__slug="nato", state__iso3="FIN").exists()


def test_a_correction_that_the_file_takes_over_needs_no_report(data):
    membership = Membership.objects.get(group__slug="nato", state__iso3="FIN")
    membership.since, membership._change_reason = "2023-04-05", "read again"
    membership.save()
    edit(data, "memberships.csv", "nato,FIN,2023-04-04", "nato,FIN,2023-04-05")
    assert counts(load(data), "memberships.csv") == {
        "created": 0, "updated": 0, "unchanged": 59, "missing": 0, "kept": 0
    }  # fmt: skip


def test_an_act_an_analyst_entered_first_is_not_doubled_by_the_file(data):
    act = Act.objects.get(state__iso3="TON", kind="accession")
    Act.objects.filter(pk=act.pk).update(file_key="")
    output = load(data)
    assert counts(output, "acts.csv")["updated"] == 1
    assert Act.objects.filter(state__iso3="TON", kind="accession").count() == 1


def test_what_names_a_row_that_an_analyst_deleted_is_left_out_as_well(data):
    Act.objects.get(state__iso3="TON", kind="accession").delete()
    output = load(data)
    assert counts(output, "acts.csv")["kept"] == 1
    assert "which it names" in output


def test_a_row_naming_what_does_not_exist_is_refused_and_nothing_is_kept(data):
    edit(data, "states.csv", "Republic of Poland", "Polish Republic")
    edit(data, "acts.csv", "dzu-2025-1514|", "dzu-2025-9999|")
    with pytest.raises(CommandError, match=r"acts\.csv, line \d+, column sources: There is no source 'dzu-2025-9999'"):
        load(data)
    assert State.objects.get(iso3="POL").official_name == "Republic of Poland"


def test_an_act_that_cannot_stand_is_refused_with_its_line(data):
    path = data / "acts.csv"
    path.write_text(path.read_text() + "ottawa-convention,RUS,withdrawal,2025-01-01,,,,,icbl-tonga-2025\n")
    with pytest.raises(CommandError, match=r"acts\.csv, line 538, column kind: Russia: Only a State Party"):
        load(data)
    assert not Act.objects.filter(state__iso3="RUS").exists()


@pytest.mark.parametrize(
    ("name", "old", "new", "refusal"),
    [
        (
            "acts.csv",
            ",The depositary's day is kept; both days give the same entry into force.,\"One of",
            ',,"One of',
            r"acts\.csv, line \d+, column preferred_because: France: Sources report other dates; say why the act’s own",
        ),
        (
            "act_dates.csv",
            "FRA,ratification,1998-07-23,1998-06-25",
            "FRA,ratification,1998-07-23,1998-07-23",
            r"act_dates\.csv, line 2, column reported_date: The act itself has this day, 23 July 1998\.",
        ),
    ],
)
def test_other_dates_of_an_act_are_refused_as_in_the_admin(data, name, old, new, refusal):
    edit(data, name, old, new)
    with pytest.raises(CommandError, match=refusal):
        load(data)


def test_what_the_database_alone_can_refuse_is_refused_with_its_line(data):
    path = data / "groups.csv"
    path.write_text(path.read_text() + "g7,Group of Seven,G7,,icbl-tonga-2025\n")
    edit(data, "memberships.csv", "nato,ALB,2009-04-01,", "nato,ALB,2009-04-01,2009-04-01")
    with pytest.raises(
        CommandError, match=r"memberships\.csv, line 2, column group: The membership must end after it begins"
    ):
        load(data)
    assert not Group.objects.filter(slug="g7").exists()
    connection.check_constraints()


def test_a_missing_file_and_a_broken_one_are_reported_together(data):
    (data / "borders.csv").unlink()
    edit(data, "acts.csv", "ottawa-convention,AFG,accession", "ottawa-convention,AFG,joining")
    with pytest.raises(CommandError) as raised:
        load(data)
    assert "borders.csv" in str(raised.value)
    assert "acts.csv, line 2, column kind" in str(raised.value)
    assert "Nothing was loaded: 2 errors." in str(raised.value)


def test_a_lead_alone_is_loaded_and_not_published():
    lead = Act.objects.get(state__iso3="ZAF", kind="provisional_application")
    assert lead not in Act.objects.published()

"""The files of what was said: everything of them loaded, and what is wrong refused with its place and reason."""

import csv
from pathlib import Path

import pytest
from django.core.management import CommandError
from django.urls import resolve

from statements.admissibility import WORD_LIMIT, count_words
from statements.loading import ROWS
from statements.models import Claim, Coding, Justification, Organisation, Statement
from tests.loading import load

pytestmark = pytest.mark.django_db
DATA = Path(__file__).resolve().parents[2] / "data"


def rows(name):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def edit(data, name, key, **changes):
    """Change cells of the row whose first cell is `key`, and give its line."""
    with (data / name).open(encoding="utf-8", newline="") as file:
        header, *lines = csv.reader(file)
    [place] = [place for place, cells in enumerate(lines) if cells[0] == key]
    for column, value in changes.items():
        lines[place][header.index(column)] = value
    with (data / name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *lines])
    return 2 + sum(1 + "".join(cells).count("\n") for cells in lines[:place])


def test_every_row_is_loaded_and_published():
    assert Statement.objects.published().count() == len(rows("statements.csv")) == 103
    assert Coding.objects.published().count() == len(rows("codings.csv"))
    assert Claim.objects.published().count() == len(rows("claims.csv")) == 32
    assert Justification.objects.count() == len(rows("justifications.csv")) == 14
    assert Organisation.objects.count() == len(rows("organisations.csv"))


def test_a_second_load_changes_nothing(data):
    before = Statement.history.count(), Coding.history.count(), Claim.history.count()
    output = load(data)
    for form in ROWS:
        [line] = [line.split() for line in output.splitlines() if line.startswith(f"{form.file} ")]
        assert line[1:] == ["0", "0", str(len(rows(form.file))), "0", "0"]
    assert (Statement.history.count(), Coding.history.count(), Claim.history.count()) == before


def test_quotations_keep_within_the_limit_and_codings_within_the_quotations():
    quotes = {row["key"]: row["quote"] for row in rows("statements.csv")}
    assert max(map(count_words, quotes.values())) <= WORD_LIMIT
    assert all(row["passage"] in quotes[row["statement"]] for row in rows("codings.csv"))


def test_the_page_that_shows_a_fact_exists(client):
    for page in Claim.objects.exclude(page="").values_list("page", flat=True):
        resolve(page.partition("?")[0])
        assert client.get(page).status_code == 200, page


@pytest.mark.parametrize(
    ("file", "key", "changes", "column", "reason"),
    [
        ("statements.csv", "tusk_20250307", {"states": ""}, "states", "Name at least one state or organisation"),
        ("statements.csv", "tusk_20250307", {"sources": ""}, "sources", "This field is required"),
        ("statements.csv", "tusk_20250307", {"quote": "word " * 46}, "quote", "has 46 words"),
        ("statements.csv", "tusk_20250307", {"kind": "rumour"}, "kind", "This is not known. Known are: joint_"),
        ("statements.csv", "tusk_20250307", {"stance": "against"}, "stance", "This is not known"),
        ("statements.csv", "tusk_20250307", {"date": "7.3.2025"}, "date", "as far as it is known"),
        ("statements.csv", "tusk_20250307", {"states": "POL|POL"}, "states", "named twice"),
        ("statements.csv", "tusk_20250307", {"states": "PLN"}, "states", "There is no state 'PLN'"),
        ("statements.csv", "tusk_20250307", {"treaty": "no-treaty"}, "treaty", "There is no treaty 'no-treaty'"),
        ("statements.csv", "tusk_20250307", {"answers": "nobody"}, "answers", "There is no statement 'nobody'"),
        ("statements.csv", "tusk_20250307", {"language": "Polish"}, "language", "Enter a valid value"),
        ("statements.csv", "jst_20250318", {"speaker": "Hanno Pevkur"}, "speaker", "credited to all its issuers"),
        ("statements.csv", "jst_20250318", {"states": "POL"}, "kind", "at least two issuers"),
        ("statements.csv", "dca_202503", {"organisations": "dca"}, "organisations", "There is no organisation 'dca'"),
        ("codings.csv", "tusk_20250307", {"justification": "spite"}, "justification", "There is no justification"),
        ("codings.csv", "tusk_20250307", {"statement": "nobody"}, "statement", "There is no statement 'nobody'"),
        ("codings.csv", "tusk_20250307", {"state": "LTU"}, "state", "Lithuania did not issue the statement"),
        ("codings.csv", "tusk_20250307", {"passage": "a good opinion"}, "passage", "does not contain these words"),
        ("codings.csv", "tusk_20250307", {"coded_on": "yesterday"}, "coded_on", "year-month-day"),
        ("claims.csv", "seed-01", {"verdict": "true"}, "verdict", "This is not known"),
        ("claims.csv", "seed-01", {"page": "https://example.org/"}, "page", "no such page"),
        ("claims.csv", "seed-01", {"page": "//example.org/"}, "page", "no such page"),
        ("claims.csv", "seed-01", {"page": "/\\example.org/a.csv"}, "page", "no such page"),
        ("claims.csv", "seed-01", {"page": "/no/such/page/"}, "page", "no such page"),
        ("claims.csv", "seed-01", {"position": "2"}, "key", "The database refuses it"),
        ("justifications.csv", "deterrence", {"kind": "excuse"}, "kind", "This is not known"),
        ("organisations.csv", "united-nations", {"slug": "United Nations"}, "slug", "Lower-case letters"),
        ("organisations.csv", "united-nations", {"also_known_as": "UN|un"}, "also_known_as", "A name is given twice."),
    ],
)
def test_what_is_wrong_is_refused_with_its_place_and_nothing_is_loaded(data, file, key, changes, column, reason):
    line = edit(data, file, key, **changes)
    edit(data, "justifications.csv", "border_fortification", label="Changed")
    with pytest.raises(CommandError) as refused:
        load(data)
    [told] = [told for told in str(refused.value).splitlines() if f"{file}, line {line}, column {column}: " in told]
    assert reason in told
    assert not Justification.objects.filter(label="Changed").exists()


def test_a_coding_is_checked_again_when_its_statement_changes(data):
    edit(data, "statements.csv", "bejda_20250319_c", quote="We have none.")
    with pytest.raises(CommandError, match=r"codings.csv, line \d+, column passage: The quotation does not contain"):
        load(data)


def test_what_an_analyst_changed_about_a_coding_is_kept(data):
    coding = Coding.objects.get(statement__key="tusk_20250307")
    coding.justification = Justification.objects.get(code="deterrence")
    coding._change_reason = "read again"
    coding.save()
    assert "(an analyst's justification_id)" in load(data)
    assert [coding.justification.code for coding in coding.statement.codings.all()] == ["deterrence"]


def test_a_joint_statement_is_one_statement_of_all_its_issuers():
    statement = Statement.objects.get(key="jst_20250318")
    assert {state.iso3 for state in statement.states.all()} == {"EST", "LVA", "LTU", "POL"}
    assert statement.speaker == ""

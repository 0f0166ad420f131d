"""Steps and tallies from their files: what is refused with line and column, and what a reload leaves alone."""

import pytest
from django.core.management import CommandError

from tests.loading import numbers
from treaties.models import Step, Tally

pytestmark = pytest.mark.django_db
VOTE = "lva-parliament-vote-2025-04-16"


def edit(data, name, old, new):
    path = data / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def line_of(data, name, start):
    lines = (data / name).read_text(encoding="utf-8").splitlines()
    return 1 + next(place for place, line in enumerate(lines) if line.startswith(start))


@pytest.mark.parametrize(
    ("name", "old", "new", "line", "refusal"),
    [
        ("tallies.csv", "66,14,2,3,100", "86,14,2,3,100", "lva", "column seats: 105 members are counted"),
        ("tallies.csv", "66,14,2,3,100", "-66,14,2,3,100", "lva", "column for: Ensure this value is greater"),
        ("tallies.csv", "66,14,2,3,100", "66,14,2,some,100", "lva", "column absent: Enter a whole number"),
        ("tallies.csv", "66,14,2,3,100", ",,2,3,100", "lva", "column for: Name at least the votes for"),
        ("tallies.csv", "66,14,2,3,100,", "66,14,2,3,100,101", "lva", "column majority_needed: More votes are needed"),
        ("tallies.csv", "107,0,3,,,85,true", "107,0,3,,,85,false", "ltu-p", "column preferred: Lithuania, 8 May 2025"),
        ("tallies.csv", "est-parliament-vote", "est-parliament-no", "est", "column step: There is no step"),
        ("tallies.csv", "est-parliament-vote", "est-promulgation", "est", "column step: There is no step"),
        ("tallies.csv", "est-parliament-vote-2025-06-04", "est-promulgation-2025-06-13", "est", "only a vote in"),
        ("tallies.csv", "68,14,,,100,,false", "68,14,,,100,,true", "lva", "column step: Another tally of this vote"),
        (
            "steps.csv",
            "UKR,,circulated",
            "UKR,,circled",
            "ukr-circ",
            "column kind: This is not known. Known are:",
        ),
        ("steps.csv", "UKR,,circulated,2025-07-21", "UKR,,circulated,21.7.2025", "ukr-circ", "column date: Write the"),
        ("steps.csv", "CHE,UKR,objection", "CHE,,objection", "che", "column concerns: An objection, and it alone"),
        ("steps.csv", "CHE,UKR,objection", "CHE,UKR,reaction", "che", "column concerns: An objection, and it alone"),
        ("steps.csv", "CHE,UKR,objection", "CHE,CHE,objection", "che", "column concerns: A state does not object"),
        ("steps.csv", "CHE,UKR,objection", ",UKR,objection", "che", "column state: A step of this kind names"),
        ("steps.csv", "CHE,UKR,objection", "[CHE],UKR,objection", "che", "column state: "),
        ("steps.csv", "CHE,UKR,objection", "CHX,UKR,objection", "che", "column state: There is no state 'CHX'"),
    ],
)
def test_a_row_that_cannot_stand_is_refused_with_its_line_and_column(data, name, old, new, line, refusal):
    edit(data, name, old, new)
    before = Step.history.count(), Tally.history.count()
    with pytest.raises(CommandError) as refused:
        numbers(data)
    assert f"{name}, line {line_of(data, name, line) + (new == '68,14,,,100,,true')}, " in str(refused.value)
    assert refusal in str(refused.value)
    assert (Step.history.count(), Tally.history.count()) == before


def test_several_tallies_need_a_reason_for_the_preferred_one(data):
    lines = (data / "tallies.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    place = line_of(data, "tallies.csv", VOTE) - 1
    lines[place] = f"{VOTE},66,14,2,3,100,,true,,leta_saeima_20250416\n"
    (data / "tallies.csv").write_text("".join(lines), encoding="utf-8")
    with pytest.raises(
        CommandError, match=f"tallies.csv, line {place + 1}, column reason: Latvia, 16 Apr 2025: .*differ"
    ):
        numbers(data)


def test_a_second_load_changes_nothing(data):
    tables = numbers(data)
    assert tables["steps.csv"] == ["0", "0", "120", "0", "0"]
    assert tables["tallies.csv"] == ["0", "0", "9", "0", "0"]


def test_a_corrected_number_is_an_update(data):
    edit(data, "tallies.csv", "81,1,7,,101", "82,1,6,12,101")
    assert numbers(data)["tallies.csv"] == ["0", "1", "8", "0", "0"]
    tally = Tally.objects.get(step__file_key="est-parliament-vote-2025-06-04")
    assert (tally.in_favour, tally.absent) == (82, 12)


def test_a_source_gives_one_result_of_a_vote(data):
    edit(data, "tallies.csv", "68,14,,,100,,false,,tass", "68,14,,,100,,false,,leta")
    with pytest.raises(CommandError, match="column step: The same row stands in line 4 already"):
        numbers(data)


def test_what_an_analyst_corrected_in_a_tally_is_neither_overwritten_nor_doubled(data, django_user_model):
    tally = Tally.objects.get(step__file_key=VOTE, preferred=True)
    tally.in_favour = 67
    tally._history_user = django_user_model.objects.create(username="analyst")
    tally.save()
    assert numbers(data)["tallies.csv"] == ["0", "0", "8", "0", "1"]
    assert sorted(Tally.objects.filter(step__file_key=VOTE).values_list("in_favour", flat=True)) == [67, 68]


def test_the_tally_that_an_analyst_prefers_stays_preferred_when_the_file_prefers_another(data):
    tally = Tally.objects.get(step__file_key=VOTE, preferred=True)
    tally.in_favour, tally._change_reason = 67, "read again"
    tally.save()
    lines = (data / "tallies.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    for place in [place for place, line in enumerate(lines) if line.startswith(VOTE)]:
        old, new = ("true", "false") if ",true," in lines[place] else ("false", "true")
        lines[place] = lines[place].replace(f",{old},", f",{new},")
    (data / "tallies.csv").write_text("".join(lines), encoding="utf-8")
    assert numbers(data)["tallies.csv"] == ["0", "0", "7", "0", "2"]
    assert Tally.objects.get(step__file_key=VOTE, preferred=True) == tally


def test_a_date_known_to_the_month_is_kept_as_such():
    step = Step.objects.get(file_key="pol-government-bill-2025-05")
    assert (step.date.isoformat(), step.date_precision, step.when.text) == ("2025-05-01", "month", "May 2025")

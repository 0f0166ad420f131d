"""The analysts' form of a treaty: rules under which the acts on record cannot stand are refused."""

import pytest
from django.core.management import CommandError
from django.forms import model_to_dict
from django.urls import reverse

from tests.loading import load
from treaties.models import Act, Treaty

pytestmark = pytest.mark.django_db


@pytest.fixture
def treaty():
    return Treaty.objects.get(position=1)


def post(analyst, treaty, **values):
    """The treaty's form, as the admin shows it, with some values typed over."""
    shown = {name: "" if value is None else value for name, value in model_to_dict(treaty).items()}
    typed = shown | {"sources": [source.pk for source in shown["sources"]], "change_reason": "test"} | values
    return analyst.post(reverse("admin:treaties_treaty_change", args=[treaty.pk]), typed)


def errors_of(response):
    assert response.status_code == 200, "the treaty was saved"
    return {field: " ".join(reasons) for field, reasons in response.context_data["adminform"].form.errors.items()}


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        (
            {"opened_on": "2000-12-03"},
            "Signature: The treaty was opened for signature on 3 December 2000; nothing was received before.",
        ),
        ({"signature_closed_on": "1997-12-04"}, "The treaty was closed for signature on 4 December 1997."),
        ({"in_force_on": ""}, "Only a State Party can withdraw; the treaty is not yet in force for the state"),
        ({"opened_on": "1997-12-04", "entry_months": "7"}, "opened for signature on 4 December 1997; nothing"),
    ],
)
def test_rules_under_which_an_act_cannot_stand_are_refused_beside_what_was_typed(analyst, treaty, values, reason):
    before = treaty.rules
    errors = errors_of(post(analyst, treaty, **values))
    assert set(errors) == set(values)
    assert all(told.startswith("Then an act could not stand. ") and reason in told for told in errors.values())
    treaty.refresh_from_db()
    assert treaty.rules == before


def test_of_many_acts_that_could_not_stand_the_first_is_told_and_the_others_are_counted(analyst, treaty):
    earlier = Act.objects.published().filter(treaty=treaty, date__lt="1997-12-04")
    reason = errors_of(post(analyst, treaty, opened_on="1997-12-04"))["opened_on"]
    assert reason.endswith(f" Nor could {earlier.count() - 1} others.")


def test_rules_under_which_every_act_stands_are_saved(analyst, treaty):
    assert post(analyst, treaty, opened_on="1997-12-01").status_code == 302
    treaty.refresh_from_db()
    assert treaty.rules.opened_on.isoformat() == "1997-12-01"


def test_rules_that_cannot_be_read_are_refused_for_that_alone(analyst, treaty):
    errors = errors_of(post(analyst, treaty, opened_on="2000-12-03", entry_months="five"))
    assert errors == {"entry_months": "Enter a whole number."}


def test_what_is_no_rule_is_corrected_whatever_the_acts_lack(analyst, treaty):
    Treaty.objects.filter(pk=treaty.pk).update(opened_on="2000-12-03")
    treaty.refresh_from_db()
    assert post(analyst, treaty, adopted_at="Oslo, Norway").status_code == 302
    assert post(analyst, treaty, opened_on="1997-12-03").status_code == 302


def test_a_new_treaty_has_no_acts_that_could_be_refused(analyst, treaty):
    shown = {name: "" if value is None else value for name, value in model_to_dict(treaty).items()}
    typed = shown | {"sources": [source.pk for source in shown["sources"]], "slug": "another", "position": 9}
    assert analyst.post(reverse("admin:treaties_treaty_add"), typed).status_code == 302


def test_a_file_whose_rules_leave_an_act_without_ground_is_refused(data):
    path = data / "treaties.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(",1997-12-03,", ",2000-12-03,", 1), encoding="utf-8")
    with pytest.raises(
        CommandError, match=r"acts.csv, line \d+, column date: .*opened for signature on 3 December 2000"
    ):
        load(data)

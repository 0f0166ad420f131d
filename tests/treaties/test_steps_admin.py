"""The analysts' forms of steps and votes."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from sources.models import Source
from states.models import State
from treaties.models import Step, Treaty

pytestmark = pytest.mark.django_db
ADD = "/admin/treaties/step/add/"
LIST = "/admin/treaties/step/"


def source():
    return Source.objects.get(key="icbl-tonga-2025").pk


def form(*tallies, initial=0, **values):
    """A filled form for a vote of Norway, with the tallies of its inline."""
    filled = {
        "treaty": Treaty.objects.get(position=1).pk,
        "state": "NOR",
        "kind": "parliament_vote",
        "when": "2026-03",
        "title": "typed by hand",
        "sources": [source()],
        "tallies-TOTAL_FORMS": len(tallies),
        "tallies-INITIAL_FORMS": initial,
    } | values
    for name in ("state", "concerns"):
        if filled.get(name):
            filled[name] = State.objects.get(iso3=filled[name]).pk
    for place, tally in enumerate(tallies):
        filled |= {f"tallies-{place}-{name}": value for name, value in ({"sources": [source()]} | tally).items()}
    return {name: value for name, value in filled.items() if value != ""}


def tally(in_favour=90, against=60, **values):
    return {"in_favour": in_favour, "against": against, "abstained": 0} | values


PREFERRED = {"preferred": "on"}


def errors_of(response):
    assert response.status_code == 200, "the step was saved"
    return response.context_data["adminform"].form.errors


def tally_errors_of(response):
    assert response.status_code == 200, "the step was saved"
    [formset] = response.context_data["inline_admin_formsets"]
    return formset.formset.errors, list(formset.formset.non_form_errors())


def address_of(step):
    return reverse("admin:treaties_step_change", args=[step.pk])


def test_a_vote_is_recorded_with_its_tally_date_and_history(analyst):
    assert analyst.post(ADD, form(tally(seats=169, **PREFERRED))).status_code == 302
    step = Step.objects.get(title="typed by hand")
    assert (str(step.when), step.tallies.get().seats, step.file_key) == ("2026-03", 169, "")
    assert step.history.first().history_user.username == "analyst"


@pytest.mark.parametrize(
    ("values", "field", "reason"),
    [
        ({"when": "March 2026"}, "when", "Write the date as far as it is known"),
        ({"when": ""}, "when", "required"),
        ({"sources": ""}, "sources", "Name at least one source"),
        ({"state": ""}, "state", "names the state that took it"),
        ({"kind": "objection"}, "concerns", "names the other state to whose act it objects"),
        ({"concerns": "UKR"}, "concerns", "An objection, and it alone"),
        ({"kind": "objection", "concerns": "NOR"}, "concerns", "does not object to its own act"),
        ({"retired_on": "2026-05-01"}, "retired_because", "Say why this step"),
        ({"retired_because": "twice"}, "retired_on", "Say since when this step"),
    ],
)
def test_a_step_that_cannot_stand_is_refused_beside_its_field_and_nothing_is_lost(analyst, values, field, reason):
    before = Step.objects.count()
    response = analyst.post(ADD, form(**values))
    errors = errors_of(response)
    assert (list(errors), reason in " ".join(errors[field])) == ([field], True)
    assert "typed by hand" in response.content.decode()
    assert Step.objects.count() == before


@pytest.mark.parametrize(
    ("values", "refused"),
    [
        ({"kind": "a vote", "concerns": "UKR"}, {"kind": 1}),
        ({"kind": "objection", "concerns": "UKR", "state": ""}, {"state": 1}),
    ],
)
def test_a_slip_in_a_step_is_refused_once_and_not_for_what_it_would_lead_to(analyst, values, refused):
    errors = errors_of(analyst.post(ADD, form(**values)))
    assert {field: len(reasons) for field, reasons in errors.items()} == refused


def test_a_state_that_does_not_exist_is_refused_for_that_alone(analyst):
    errors = errors_of(analyst.post(ADD, form(kind="objection") | {"concerns": 0}))
    assert {field: len(reasons) for field, reasons in errors.items()} == {"concerns": 1}


@pytest.mark.parametrize(
    ("values", "field", "reason"),
    [
        ({"seats": 149, **PREFERRED}, "seats", "150 members are counted: more than the 149 of the chamber."),
        ({"in_favour": "", "against": "", **PREFERRED}, "in_favour", "Name at least the votes for"),
        ({"in_favour": "10001", **PREFERRED}, "in_favour", "less than or equal to 10000"),
        ({"seats": 169, "majority_needed": 170, **PREFERRED}, "majority_needed", "More votes are needed"),
        ({"sources": [], **PREFERRED}, "sources", "Name at least one source"),
        ({}, "preferred", "One tally of each vote is preferred"),
    ],
)
def test_a_tally_that_cannot_stand_is_refused_beside_its_field(analyst, values, field, reason):
    [errors], _ = tally_errors_of(analyst.post(ADD, form(tally(**values))))
    assert (list(errors), reason in " ".join(errors[field])) == ([field], True)
    assert not Step.objects.filter(title="typed by hand").exists()


def test_of_several_tallies_one_is_preferred_with_a_reason(analyst):
    both = form(tally(**PREFERRED), tally(91, **PREFERRED))
    assert "not several" in str(tally_errors_of(analyst.post(ADD, both))[0])
    without_reason = form(tally(**PREFERRED), tally(91))
    assert "say why this one" in str(tally_errors_of(analyst.post(ADD, without_reason))[0])
    assert analyst.post(ADD, form(tally(reason="names them", **PREFERRED), tally(91))).status_code == 302


def test_only_a_vote_has_tallies(analyst):
    _, errors = tally_errors_of(analyst.post(ADD, form(tally(**PREFERRED), kind="promulgation")))
    assert errors == ["Only a vote in parliament has tallies."]


@pytest.mark.parametrize("preferred", [0, 1])
def test_the_preference_passes_from_one_tally_to_another_in_one_go(analyst, preferred):
    filled = [tally(reason="names them"), tally(91, reason="the record")]
    first = [filled[0] | (PREFERRED if preferred == 1 else {}), filled[1] | (PREFERRED if preferred == 0 else {})]
    assert analyst.post(ADD, form(*first)).status_code == 302
    step = Step.objects.get(title="typed by hand")
    keys = [{"id": kept.pk, "step": step.pk} for kept in step.tallies.order_by("pk")]
    then = [filled[0] | (PREFERRED if preferred == 0 else {}), filled[1] | (PREFERRED if preferred == 1 else {})]
    shown = sorted((one | key for one, key in zip(then, keys, strict=True)), key=lambda one: "preferred" in one)
    response = analyst.post(address_of(step), form(*reversed(shown), initial=2, change_reason="the record is out"))
    assert response.status_code == 302
    assert step.tallies.get(preferred=True).in_favour == filled[preferred]["in_favour"]


def test_a_correction_needs_a_reason_which_the_history_keeps(analyst):
    step = Step.objects.get(file_key="nor-objection-2025")
    typed = form(kind="objection", concerns="UKR", title="Norway objects", when="2025-09")
    assert "change_reason" in errors_of(analyst.post(address_of(step), typed))
    assert analyst.post(address_of(step), typed | {"change_reason": "the note was found"}).status_code == 302
    assert step.history.first().history_change_reason == "the note was found"
    step.refresh_from_db()
    assert (str(step.when), step.file_key) == ("2025-09", "nor-objection-2025")


def test_the_form_shows_the_date_as_far_as_it_is_known(analyst):
    step = Step.objects.get(file_key="pol-government-bill-2025-05")
    assert 'value="2025-05"' in analyst.get(address_of(step)).content.decode()


@pytest.mark.parametrize(
    ("term", "found"),
    [("NAUSĖDA signs", "ltu-promulgation-2025"), ("letonia", None), ("yle_vote", "fin-parliament-vote-2025-06-19"),
     ("Zambia", "zmb-presidency-2025"), ("…", None)],
)  # fmt: skip
def test_steps_are_found_by_state_words_and_source_whatever_the_accents(analyst, term, found):
    listed = analyst.get(LIST, {"q": term}).context_data["cl"].result_list
    assert {found} <= {step.file_key for step in listed} if found else not listed


@pytest.mark.parametrize(("choice", "count"), [("yes", 119), ("retired", 1), ("no", 0)])
def test_retired_steps_are_told_apart(analyst, choice, count):
    step = Step.objects.get(file_key="usa-blu-91-2026")
    step.retired_on, step.retired_because = "2026-11-01", "does not concern the treaty"
    step.save()
    assert analyst.get(LIST, {"counts": choice}).context_data["cl"].result_count == count


def test_an_analyst_adds_and_changes_steps_and_tallies_and_deletes_none(analyst):
    codes = Group.objects.get(name="Analysts").permissions.filter(content_type__model__in=["step", "tally"])
    assert set(codes.values_list("codename", flat=True)) == {
        f"{action}_{model}" for action in ("add", "change", "view") for model in ("step", "tally")
    }
    step = Step.objects.first()
    assert analyst.get(reverse("admin:treaties_step_delete", args=[step.pk])).status_code == 403


def test_the_list_of_steps_asks_the_database_a_fixed_number_of_times(analyst, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        analyst.get(LIST)

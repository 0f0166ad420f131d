"""What holds in the analysts' admin of every model of the record, whichever app registers it."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.urls import reverse

from config.management.commands.load_record import ROWS
from sources.models import Source
from statements.models import Coding
from states.models import Alias, Group, Membership, Region, State
from tests.loading import load
from treaties.models import ReportedDate, Retirable, Tally, Treaty

pytestmark = pytest.mark.django_db

#: What the loader finds a model's rows by, where that is one field that an analyst writes.
KEYS = [
    (form.model, form.identity[0])
    for form in ROWS
    if len(form.identity) == 1 and form.model._meta.get_field(form.identity[0]).editable
]
#: What addresses name a row by besides.
ADDRESSES = [(State, "slug")]
KEPT = [model for model in admin.site._registry if hasattr(model, "history")]
#: The values of the filter by what counts.
COUNTS = ["yes", "retired", "no"]
#: One change of a row in the form of its parent, for every inline of the record.
CORRECTIONS = {
    Alias: ("state", {"name": "Another name"}),
    Membership: ("state", {"until": "2030-01-01"}),
    ReportedDate: ("act", {"note": "read again"}),
    Tally: ("step", {"reason": "read again"}),
    Coding: ("statement", {"retired_because": "misread"}),
}


def address_of(row):
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def shown(analyst, row):
    """What a browser sends back of a row's form on which nothing was typed."""
    page = analyst.get(address_of(row)).context_data
    forms = [page["adminform"].form]
    for inline in page["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.initial_forms]
    values = {field.html_name: field.value() for form in forms for field in form}
    return {name: value for name, value in values.items() if value is not None and value is not False}


def errors_of(response):
    assert response.status_code == 200, "the row was saved"
    return response.context_data["adminform"].form.errors


@pytest.mark.parametrize(("model", "key"), KEYS + ADDRESSES)
def test_a_permanent_key_is_written_once(analyst, model, key):
    new = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add")
    assert key in analyst.get(new).context_data["adminform"].form.fields
    assert key not in analyst.get(address_of(model.objects.first())).context_data["adminform"].form.fields


def test_the_permanent_keys_are_those_of_the_reference_list_too():
    assert {(Treaty, "slug"), (Region, "slug"), (Group, "slug"), (State, "iso3")} <= set(KEYS)


def test_a_key_typed_over_parts_no_row_from_its_file(analyst, data):
    treaty = Treaty.objects.get(position=1)
    typed = shown(analyst, treaty) | {"slug": "another-address", "change_reason": "typed over"}
    assert analyst.post(address_of(treaty), typed).status_code == 302
    before = Treaty.objects.count()
    load(data)
    assert Treaty.objects.count() == before


@pytest.mark.parametrize("model", KEPT)
def test_a_correction_of_any_row_says_why(analyst, model):
    row = model.objects.first()
    typed = shown(analyst, row)
    assert set(errors_of(analyst.post(address_of(row), typed))) == {"change_reason"}
    assert analyst.post(address_of(row), typed | {"change_reason": "looked again"}).status_code == 302
    assert row.history.first().history_change_reason == "looked again"


def test_every_inline_of_the_record_has_its_correction_below():
    inlines = {inline.model for model in KEPT for inline in admin.site.get_model_admin(model).inlines}
    assert inlines == set(CORRECTIONS)


@pytest.mark.parametrize("model", CORRECTIONS)
def test_a_correction_in_the_form_of_another_row_says_why(analyst, model):
    parent, correction = CORRECTIONS[model]
    row = model.objects.first()
    typed = shown(analyst, getattr(row, parent)) | {"change_reason": "looked again"}
    # The key of the row stands hidden in its own part of the form.
    [prefix] = {name.removesuffix("-id") for name, value in typed.items() if name.endswith("-id") and value == row.pk}
    typed |= {f"{prefix}-{name}": value for name, value in correction.items()}
    assert analyst.post(address_of(getattr(row, parent)), typed).status_code == 302
    latest = row.history.first()
    assert (latest.history_change_reason, latest.history_user.username) == ("looked again", "analyst")


def test_a_row_that_is_taken_out_of_the_form_of_another_says_why(admin_client):
    alias = Alias.objects.first()
    typed = shown(admin_client, alias.state) | {"change_reason": "nobody says so"}
    [prefix] = {name.removesuffix("-id") for name, value in typed.items() if name.endswith("-id") and value == alias.pk}
    assert admin_client.post(address_of(alias.state), typed | {f"{prefix}-DELETE": "on"}).status_code == 302
    latest = Alias.history.filter(id=alias.pk).first()
    assert (latest.history_type, latest.history_change_reason) == ("-", "nobody says so")


@pytest.mark.parametrize("model", [model for model in KEPT if issubclass(model, Retirable)])
def test_a_list_tells_what_the_public_pages_count_from_what_they_do_not(analyst, model):
    retired, lead = model.objects.published()[:2]
    model.objects.filter(pk=retired.pk).update(retired_on="2026-03-02", retired_because="entered twice")
    lead.sources.set(Source.objects.filter(citable=False))
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    found = {value: set(analyst.get(f"{address}?counts={value}").context_data["cl"].queryset) for value in COUNTS}
    assert found["yes"] == set(model.objects.published())
    assert retired in found["retired"]
    assert lead in found["no"]
    assert sum(map(len, found.values())) == model.objects.count()


@pytest.mark.parametrize("model", KEPT)
def test_who_may_only_look_sees_every_row(client, django_user_model, model):
    reader = django_user_model.objects.create_user("reader", is_staff=True)
    looking = Permission.objects.filter(codename=f"view_{model._meta.model_name}")
    reader.user_permissions.set(looking.filter(content_type__app_label=model._meta.app_label))
    client.force_login(reader)
    assert client.get(address_of(model.objects.first())).status_code == 200


@pytest.mark.parametrize("model", KEPT)
def test_an_earlier_version_of_any_row_is_shown(analyst, model):
    row = model.objects.first()
    address = f"{address_of(row).removesuffix('change/')}history/{row.history.first().history_id}/"
    assert analyst.get(address).status_code == 200

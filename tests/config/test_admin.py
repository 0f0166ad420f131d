"""What holds in the analysts' admin of every model of the record, whichever app registers it."""

import pytest
from django.urls import reverse

from config.management.commands.load_record import ROWS
from states.models import Group, Region, State
from tests.loading import load
from treaties.models import Treaty

pytestmark = pytest.mark.django_db

#: What the loader finds a model's rows by, where that is one field that an analyst writes.
KEYS = [
    (form.model, form.identity[0])
    for form in ROWS
    if len(form.identity) == 1 and form.model._meta.get_field(form.identity[0]).editable
]
#: What addresses name a row by besides.
ADDRESSES = [(State, "slug")]


def address_of(row):
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def shown(analyst, row):
    """What a browser sends back of a row's form on which nothing was typed."""
    page = analyst.get(address_of(row)).context_data
    forms = [page["adminform"].form]
    for inline in page["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.initial_forms]
    values = {field.html_name: field.value() for form in forms for field in form}
    return {name: value for name, value in values.items() if value not in (None, False)}


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

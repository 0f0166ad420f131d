"""The analysts' admin: what cannot stand is refused beside its field, and every correction leaves history."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse

from sources.models import Source
from states.models import State
from treaties.models import Act, Treaty

pytestmark = pytest.mark.django_db
ADD = "/admin/treaties/act/add/"


def form(**values):
    """A filled form for an act of Norway under the first treaty."""
    filled = {
        "treaty": Treaty.objects.get(position=1).pk,
        "state": State.objects.get(iso3="NOR").pk,
        "kind": "withdrawal",
        "date": "2026-03-02",
        "sources": [Source.objects.get(key="icbl-tonga-2025").pk],
        "note": "typed by hand",
        "reported_dates-TOTAL_FORMS": 0,
        "reported_dates-INITIAL_FORMS": 0,
    }
    if "state" in values:
        values["state"] = State.objects.get(iso3=values["state"]).pk
    return {name: value for name, value in (filled | values).items() if value != ""}


def change_form(act, **values):
    """The form of an act on record, as the admin shows it, with some values typed over."""
    shown = {
        "treaty": act.treaty_id,
        "state": act.state.iso3,
        "kind": act.kind,
        "date": act.date.isoformat(),
        "sources": [source.pk for source in act.sources.all()],
        "note": act.note,
    }
    return form(**shown | values)


def errors_of(response):
    assert response.status_code == 200, "the act was saved"
    return response.context_data["adminform"].form.errors


def test_the_other_names_of_a_treaty_are_asked_for(analyst):
    treaty = Treaty.objects.get(position=1)
    html = analyst.get(f"/admin/treaties/treaty/{treaty.pk}/change/").content.decode()
    assert 'name="also_known_as"' in html


def test_an_act_is_recorded_with_its_history(analyst):
    response = analyst.post(ADD, form())
    act = Act.objects.get(state__iso3="NOR", kind="withdrawal")
    assert response.status_code == 302
    assert act.history.last().history_user.username == "analyst"


@pytest.mark.parametrize(
    ("values", "field", "reason"),
    [
        ({"state": "RUS"}, "kind", "Only a State Party can withdraw; no consent"),
        ({"state": "POL"}, "kind", "already withdrawn"),
        ({"kind": "signature", "date": "1998-01-05"}, "kind", "A second signature"),
        ({"state": "RUS", "kind": "signature", "date": "1999-03-01"}, "kind", "closed for signature"),
        ({"state": "RUS", "kind": "signature", "date": "1997-12-02"}, "date", "nothing was received before"),
        ({"state": "RUS", "kind": "accession", "date": "1997-12-02"}, "date", "nothing was received before"),
        ({"date": "2999-01-01"}, "date", "cannot be dated in the future"),
        ({"sources": ""}, "sources", "Name at least one source"),
        ({"effective_on": "2027-01-01"}, "effective_reason", "needs its reason"),
        ({"effective_on": "2026-05-01", "effective_reason": "x"}, "effective_on", "cannot take effect before"),
        ({"retired_on": "2026-05-01"}, "retired_because", "Say why"),
        ({"retired_because": "twice"}, "retired_on", "Say since when"),
    ],
)
def test_an_act_that_cannot_stand_is_refused_beside_its_field_and_nothing_is_lost(analyst, values, field, reason):
    before = Act.objects.count()
    response = analyst.post(ADD, form(**values))
    assert reason in " ".join(errors_of(response)[field])
    assert "typed by hand" in response.content.decode()
    assert Act.objects.count() == before


def test_a_correction_needs_a_reason_and_keeps_the_old_value_in_history(analyst):
    act = Act.objects.get(state__iso3="TON", kind="accession")
    address = reverse("admin:treaties_act_change", args=[act.pk])
    inline = {
        "reported_dates-TOTAL_FORMS": 0,
        "preferred_because": act.preferred_because,
    }
    typed = change_form(act, date="2025-06-26", **inline)
    assert "change_reason" in errors_of(analyst.post(address, typed))
    assert analyst.post(address, typed | {"change_reason": "Matangi Tonga"}).status_code == 302
    latest, *_ = act.history.all()
    assert (latest.date.isoformat(), latest.history_change_reason) == ("2025-06-26", "Matangi Tonga")
    assert "2025-06-25" in {record.date.isoformat() for record in act.history.all()}


def test_a_correction_that_would_orphan_another_act_is_refused(analyst):
    act = Act.objects.get(state__iso3="POL", kind="ratification", treaty__position=1)
    address = reverse("admin:treaties_act_change", args=[act.pk])
    typed = change_form(act, retired_on="2026-01-01", retired_because="test", change_reason="test")
    reasons = " ".join(errors_of(analyst.post(address, typed))["retired_on"])
    assert "Then another act could not stand. Notice of withdrawal: Only a State Party can withdraw" in reasons


def test_an_act_that_another_rests_on_keeps_a_source_that_can_be_cited(analyst):
    act = Act.objects.get(state__iso3="POL", kind="ratification", treaty__position=1)
    address = reverse("admin:treaties_act_change", args=[act.pk])
    lead = Source.objects.get(key="unverified")
    typed = change_form(act, sources=[lead.pk], change_reason="test")
    reasons = " ".join(errors_of(analyst.post(address, typed))["sources"])
    assert "Then another act could not stand. Notice of withdrawal: Only a State Party can withdraw" in reasons
    both = typed | {"sources": [lead.pk, *(source.pk for source in act.sources.all())]}
    assert analyst.post(address, both).status_code == 302


def test_an_act_that_no_other_rests_on_may_be_left_with_a_lead_alone(analyst):
    act = Act.objects.get(state__iso3="TON", kind="accession")
    address = reverse("admin:treaties_act_change", args=[act.pk])
    lead = Source.objects.get(key="unverified")
    kept = {"preferred_because": act.preferred_because, "change_reason": "test"}
    assert analyst.post(address, change_form(act, sources=[lead.pk], **kept)).status_code == 302
    assert act not in Act.objects.published()


def test_an_act_that_another_rests_on_is_not_given_to_another_state(analyst):
    act = Act.objects.get(state__iso3="POL", kind="ratification", treaty__position=1)
    address = reverse("admin:treaties_act_change", args=[act.pk])
    typed = change_form(act, state="RUS", kind="accession", change_reason="test")
    [reason] = errors_of(analyst.post(address, typed))["state"]
    assert "Then another act could not stand. Notice of withdrawal: Only a State Party can withdraw" in reason


def test_other_reported_dates_need_a_word_on_why_the_acts_own_is_kept(analyst):
    typed = form() | {
        "reported_dates-TOTAL_FORMS": 1,
        "reported_dates-0-date": "2026-03-03",
        "reported_dates-0-sources": [Source.objects.get(key="icbl-tonga-2025").pk],
    }
    assert "Why this date: Sources report other dates; say why" in analyst.post(ADD, typed).content.decode()
    assert analyst.post(ADD, typed | {"preferred_because": "The depositary's day."}).status_code == 302


def test_a_date_reported_beside_the_acts_own_is_another(analyst):
    typed = form(preferred_because="The depositary's day.") | {
        "reported_dates-TOTAL_FORMS": 1,
        "reported_dates-0-date": form()["date"],
        "reported_dates-0-sources": [Source.objects.get(key="icbl-tonga-2025").pk],
    }
    response = analyst.post(ADD, typed)
    [formset] = response.context_data["inline_admin_formsets"]
    assert formset.formset.errors == [{"date": ["The act itself has this day, 2 March 2026."]}]
    assert not Act.objects.filter(state__iso3="NOR", kind="withdrawal").exists()


def test_the_form_shows_the_computed_effect_and_why(analyst):
    act = Act.objects.get(state__iso3="POL", kind="withdrawal")
    html = analyst.get(reverse("admin:treaties_act_change", args=[act.pk])).content.decode()
    assert "20 February 2026: 6 months after the receipt (Article 20(3))" in html


def test_the_form_links_to_the_public_page(analyst):
    act = Act.objects.get(state__iso3="POL", kind="withdrawal")
    shortcut = reverse("admin:view_on_site", args=[analyst_type_id(), act.pk])
    assert shortcut in analyst.get(reverse("admin:treaties_act_change", args=[act.pk])).content.decode()


def analyst_type_id():
    from django.contrib.contenttypes.models import ContentType

    return ContentType.objects.get_for_model(Act).pk


def test_an_analyst_cannot_delete_an_act(analyst):
    act = Act.objects.first()
    assert analyst.get(reverse("admin:treaties_act_delete", args=[act.pk])).status_code == 403
    assert "delete" not in {permission.codename.split("_")[0] for permission in Group.objects.get().permissions.all()}


@pytest.mark.parametrize(
    "address",
    [
        "/admin/",
        "/admin/treaties/act/?q=türkiye",
        "/admin/treaties/act/?counts=no",
        "/admin/treaties/act/?counts=retired",
        "/admin/treaties/act/?counts=yes",
        "/admin/treaties/treaty/",
        "/admin/states/state/?q=ivory coast",
        "/admin/states/region/",
        "/admin/states/group/",
        "/admin/states/membership/?q=poland",
        "/admin/states/landborder/?q=poland",
        "/admin/sources/source/?q=monitor",
        "/admin/sources/source/add/",
        "/admin/states/state/add/",
        ADD,
        "/admin/autocomplete/?term=turkiye&app_label=treaties&model_name=act&field_name=state",
        "/admin/autocomplete/?term=tonga&app_label=treaties&model_name=act&field_name=sources",
    ],
)
def test_an_analysts_page_answers(analyst, address):
    assert analyst.get(address).status_code == 200


def test_an_unpublished_act_is_listed_for_analysts_alone(analyst):
    assert "South Africa" in analyst.get("/admin/treaties/act/?counts=no").content.decode()


def test_the_history_of_an_act_is_readable(analyst):
    act = Act.objects.get(state__iso3="POL", kind="withdrawal")
    assert analyst.get(reverse("admin:treaties_act_history", args=[act.pk])).status_code == 200


def test_the_admin_is_closed_to_readers(client):
    assert client.get("/admin/treaties/act/").status_code == 302


def test_the_demo_analyst_can_sign_in_with_the_printed_password(client, capsys):
    call_command("create_demo_analyst")
    password = capsys.readouterr().out.strip().rpartition(" ")[2]
    assert client.login(username="demo-analyst", password=password)
    assert client.get(ADD).status_code == 200
    call_command("create_demo_analyst")
    assert not client.login(username="demo-analyst", password=password)

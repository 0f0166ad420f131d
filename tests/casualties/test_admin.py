"""The analysts' pages of casualties: what cannot stand is refused beside its field."""

from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from casualties.models import Edition, Figure
from sources.models import Source
from states.models import State
from tests.pages import words_of

pytestmark = pytest.mark.django_db
IMPORT = "/admin/casualties/figure/import/"
ADD = "/admin/casualties/figure/add/"


@pytest.mark.parametrize(
    "address",
    [
        "/admin/casualties/figure/?q=myanmar",
        "/admin/casualties/figure/?q=monitor&published=no",
        "/admin/casualties/figure/?published=yes",
        "/admin/casualties/figure/?published=beside",
        "/admin/casualties/figure/checks/",
        "/admin/casualties/edition/",
        "/admin/casualties/edition/2025/change/",
        "/admin/casualties/edition/add/",
        "/admin/casualties/contamination/?q=cambodia&published=no",
        "/admin/casualties/contamination/add/",
        "/admin/casualties/stockpile/?q=poland",
        "/admin/casualties/stockpile/add/",
        IMPORT,
        ADD,
    ],
)
def test_an_analysts_page_answers(analyst, address):
    assert analyst.get(address).status_code == 200


def test_the_checks_page_lists_each_violation_with_row_and_reason(analyst):
    words = words_of(analyst.get("/admin/casualties/figure/checks/"))
    assert "KHM, 2017, edition 2018 lm2018_khm 48 of 58 killed: were killed and injured transposed? yes" in words


def test_the_import_and_the_checks_are_closed_to_readers(client):
    for address in (IMPORT, "/admin/casualties/figure/checks/", "/admin/casualties/figure/template.csv"):
        assert client.get(address).status_code == 302


def test_the_checks_are_closed_to_staff_that_may_not_see_the_figures(client, django_user_model):
    """They show withheld figures, which the public never sees."""
    clerk = django_user_model.objects.create_user("clerk", is_staff=True)
    client.force_login(clerk)
    assert client.get("/admin/casualties/figure/checks/").status_code == 403
    clerk.user_permissions.add(Permission.objects.get(codename="view_figure"))
    assert client.get("/admin/casualties/figure/checks/").status_code == 200


def test_an_analyst_deletes_no_figure(analyst):
    figure = Figure.objects.first()
    assert analyst.get(reverse("admin:casualties_figure_delete", args=[figure.pk])).status_code == 403


def form_of(**values):
    filled = {
        "data_year": 2020,
        "edition": 2021,
        "area": State.objects.get(iso3="POL").pk,
        "qualifier": "at_least",
        "total": 5,
        "preferred": "on",
        "source": Source.objects.get(key="hi_2025").pk,
    }
    return filled | values


@pytest.mark.parametrize(
    ("values", "field", "reason"),
    [
        ({"killed": 6}, "killed", "more than the total"),
        ({"killed": 3, "injured": 3}, "total", "add up to 6"),
        ({"data_year": 2021}, "edition", "an edition is later"),
        ({"total": ""}, "total", "states no number"),
        ({"total": -1}, "total", "greater than or equal to 0"),
    ],
)
def test_a_figure_that_cannot_stand_is_refused_beside_its_field(analyst, values, field, reason):
    response = analyst.post(ADD, form_of(**values))
    assert reason in " ".join(response.context_data["adminform"].form.errors[field])


def test_a_second_preferred_figure_is_refused_in_the_form(analyst):
    values = {"data_year": 2024, "edition": 2025, "area": State.objects.get(iso3="UKR").pk}
    response = analyst.post(ADD, form_of(**values))
    assert "already the preferred one" in str(response.context_data["adminform"].form.errors)


def test_a_figure_is_corrected_with_a_reason(analyst):
    assert analyst.post(ADD, form_of()).status_code == 302
    figure = Figure.objects.get(area__iso3="POL", data_year=2020)
    address = reverse("admin:casualties_figure_change", args=[figure.pk])
    refused = analyst.post(address, form_of(total=6))
    assert "Say why" in str(refused.context_data["adminform"].form.errors["change_reason"])
    assert analyst.post(address, form_of(total=6, change_reason="misread")).status_code == 302
    assert figure.history.first().history_change_reason == "misread"


def test_an_edition_is_entered_with_as_much_of_its_date_as_is_known(analyst):
    typed = {"year": 2026, "published": "2026-11", "sources": [Source.objects.first().pk]}
    assert analyst.post("/admin/casualties/edition/add/", typed).status_code == 302
    edition = Edition.objects.get(year=2026)
    assert (edition.date, str(edition.published), edition.data_year) == (date(2026, 11, 1), "2026-11", 2025)


@pytest.mark.parametrize(
    ("deadline", "sources", "refused"),
    [
        ("", ["hi_2025"], {"deadline_sources": "only a deadline does"}),
        ("2030-01-01", [], {"deadline_sources": "A deadline names its sources"}),
        ("1.1.30", ["hi_2025"], {"deadline": "Enter a valid date"}),
        ("2030-01-01", ["hi_2025"], {}),
        ("", [], {}),
    ],
)
def test_a_clearance_deadline_and_its_sources_come_together(analyst, deadline, sources, refused):
    source = Source.objects.get(key="hi_2025").pk
    typed = {"area": State.objects.get(iso3="NOR").pk, "extent": "small", "sources": [source], "deadline": deadline}
    response = analyst.post(
        "/admin/casualties/contamination/add/", typed | {"deadline_sources": [source for _ in sources]}
    )
    assert response.status_code == (200 if refused else 302)
    errors = response.context_data["adminform"].form.errors if refused else {}
    assert set(errors) == set(refused)
    assert all(reason in " ".join(errors[field]) for field, reason in refused.items())

"""The style sheet that readers get is one file."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command

from config.static import PART


@pytest.fixture
def collected(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    call_command("collectstatic", interactive=False, verbosity=0)
    return tmp_path


def test_every_part_of_the_style_sheet_is_in_the_collected_one(collected):
    (sheet,) = collected.glob("css/site.*.css")
    whole = sheet.read_text()
    assert "@import" not in whole
    parts = PART.findall(Path(finders.find("css/site.css")).read_text())
    assert len(parts) > 5
    for name, layer in parts:
        assert f"@layer {layer} {{" in whole
        assert Path(finders.find(f"css/{name}")).read_text() in whole


def test_no_style_sheet_is_forgotten():
    directory = finders.find("css")
    named = {name for name, _ in PART.findall(Path(directory, "site.css").read_text())}
    assert {path.name for path in Path(directory).glob("*.css")} == named | {"site.css"}


def test_only_what_a_page_asks_for_is_served(settings):
    templates = "".join(path.read_text(encoding="utf-8") for path in settings.TEMPLATES[0]["DIRS"][0].rglob("*.html"))
    (static,) = settings.STATICFILES_DIRS
    files = {path.relative_to(static).as_posix() for path in static.rglob("*") if path.is_file()}
    parts = {name for name in files if name.startswith("css/") and name != "css/site.css"}
    assert not [name for name in files - parts if f"{{% static '{name}' %}}" not in templates]


def test_a_page_asks_for_one_style_sheet(client, db):
    html = client.get("/states/poland/").content.decode()
    assert len(re.findall(r'rel="stylesheet"', html)) == 1

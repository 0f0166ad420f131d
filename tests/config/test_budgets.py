"""How many bytes a reader with a slow connection waits for, compressed as most servers do it."""

import gzip
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage

from config.static import STYLE_SHEET, WholeStyleSheet
from states.models import State
from tests.pages import PAGES

KILOBYTE = 1024
HOME, PAGE, STYLE, SCRIPTS = (kilobytes * KILOBYTE for kilobytes in (60, 30, 15, 15))


def weight(content: bytes) -> int:
    """Bytes when compressed by gzip as web servers do it; brotli's are fewer."""
    return len(gzip.compress(content, compresslevel=6))


@pytest.mark.django_db
@pytest.mark.parametrize("address", [page.address for page in PAGES])
def test_a_page_is_light(client, address):
    content = client.get(address).content
    assert weight(content) <= (HOME if address.partition("?")[0] == "/" else PAGE)


@pytest.mark.django_db
@pytest.mark.parametrize("treaty", ["ottawa-convention", "convention-on-cluster-munitions"])
@pytest.mark.parametrize("day", ["1990-01-01", "1999-03-01", "2008-12-03", "2010-08-01", "2025-12-26", "2026-11-23"])
def test_the_map_of_any_day_is_light(client, treaty, day):
    assert weight(client.get(f"/treaties/{treaty}/map/?on={day}").content) <= PAGE


@pytest.mark.django_db
def test_the_profile_of_every_state_is_light(client):
    heavy = {
        address: found
        for address in (state.get_absolute_url() for state in State.objects.all())
        if (found := weight(client.get(address).content)) > PAGE
    }
    assert heavy == {}


def test_the_style_sheet_is_light():
    sheet = Path(finders.find(STYLE_SHEET))
    whole = WholeStyleSheet(StaticFilesStorage(sheet.parent.parent)).open(STYLE_SHEET).read()
    assert b"@import" not in whole
    assert weight(whole) <= STYLE


def test_all_scripts_together_are_light():
    scripts = list(Path(finders.find("js")).rglob("*.js"))
    assert scripts
    assert sum(weight(script.read_bytes()) for script in scripts) <= SCRIPTS

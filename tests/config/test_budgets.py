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
WITH_MAP, PAGE, STYLE, SCRIPTS = (kilobytes * KILOBYTE for kilobytes in (60, 30, 15, 15))


def weight(content: bytes) -> int:
    """Bytes when compressed by gzip as web servers do it; brotli's are fewer."""
    return len(gzip.compress(content, compresslevel=6))


@pytest.mark.django_db
@pytest.mark.parametrize("address", [page.address for page in PAGES])
def test_a_page_is_light(client, address):
    content = client.get(address).content
    assert weight(content) <= (WITH_MAP if b'class="map-world"' in content else PAGE)


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

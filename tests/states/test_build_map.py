"""The command that draws the map anew."""

from io import StringIO
from shutil import copytree

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

#: Where `make map` has npm put the source; the tests go without where it was never fetched.
SOURCE = settings.BASE_DIR / "build/map/node_modules/world-atlas/countries-50m.json"
fetched = pytest.mark.skipif(not SOURCE.exists(), reason="the source of the map is fetched by `make map`")


@pytest.fixture
def data(tmp_path):
    copytree(settings.DATA_DIR / "map", tmp_path / "map")
    (tmp_path / "states.csv").write_bytes((settings.DATA_DIR / "states.csv").read_bytes())
    return tmp_path


@fetched
def test_the_committed_map_is_built_from_its_source_byte_by_byte(data):
    committed = (data / "map" / "geometry.json").read_bytes()
    (data / "map" / "geometry.json").unlink()
    call_command("build_map", SOURCE, data=data, stdout=StringIO())
    assert (data / "map" / "geometry.json").read_bytes() == committed


@fetched
def test_a_map_without_one_of_the_states_is_refused(data):
    with (data / "states.csv").open("a", encoding="utf-8") as file:
        file.write("ZZZ,ZZ,999,atlantis,Atlantis,,,state,polynesia,,,,\n")
    with pytest.raises(CommandError, match="Not on the map: ZZZ"):
        call_command("build_map", SOURCE, data=data)


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]"])
def test_a_file_that_is_no_map_is_refused(data, tmp_path, content):
    source = tmp_path / "source.json"
    source.write_bytes(content)
    with pytest.raises(CommandError, match="Nothing was written"):
        call_command("build_map", source, data=data)


def test_the_lock_file_of_the_source_has_a_checksum_and_no_address():
    lock = (settings.DATA_DIR / "map" / "package-lock.json").read_text(encoding="utf-8")
    assert '"integrity": "sha512-' in lock
    assert "://" not in lock

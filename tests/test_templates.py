"""Templates are used, complete and alike."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "templates"
NAMES = sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html"))
#: Called by Django itself.
BY_NAME = {"404.html", "500.html"}
BLOCKS = ["title", "description", "head", "breadcrumbs", "content", "scripts"]


def text_of(name):
    return (TEMPLATES / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_a_template_is_used(name):
    users = [path for path in ROOT.glob("*/**/*.py") if ".venv" not in path.parts] + list(TEMPLATES.rglob("*.html"))
    assert name in BY_NAME or any(f'"{name}"' in path.read_text(encoding="utf-8") for path in users)


@pytest.mark.parametrize("name", NAMES)
def test_an_include_passes_its_inputs_and_nothing_else(name):
    for include in re.findall(r"{% include .*? %}", text_of(name), flags=re.DOTALL):
        assert include.endswith("only %}"), include


@pytest.mark.parametrize("name", NAMES)
def test_blocks_stand_in_the_usual_order(name):
    found = [block for block in re.findall(r"{% block (\w+) %}", text_of(name)) if block in BLOCKS]
    assert found == sorted(found, key=BLOCKS.index)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_styled_or_scripted_in_the_page(name):
    assert not re.search(
        r"<style|<script(?![^>]*src=)|\sstyle=|\son(click|change|error|input|load|submit)=", text_of(name)
    )

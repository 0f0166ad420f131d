"""The lock files: every direct dependency is locked by hash, and no registry is named."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME = PROJECT["project"]["dependencies"]
DEVELOPMENT = PROJECT["dependency-groups"]["development"]


def locked(name):
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    return text, set(re.findall(r"^([a-z0-9-]+)==", text, flags=re.MULTILINE))


def names(requirements):
    return {re.match(r"[a-z0-9-]+", requirement)[0] for requirement in requirements}


def test_the_runtime_lock_has_every_direct_dependency():
    assert names(RUNTIME) <= locked("runtime.txt")[1]


def test_the_development_lock_has_every_direct_dependency():
    assert names(RUNTIME) | names(DEVELOPMENT) <= locked("development.txt")[1]


@pytest.mark.parametrize("file", ["runtime.txt", "development.txt"])
def test_every_locked_package_has_hashes_and_no_address(file):
    text, packages = locked(file)
    assert len(re.findall(r"==[^\\]*\\\n    --hash=sha256:", text)) == len(packages)
    assert "://" not in text


def test_every_direct_dependency_has_a_line_saying_why():
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    why = ""
    for line in lines:
        requirement = line.strip().strip('",')
        if requirement in RUNTIME + DEVELOPMENT:
            assert why, f"{requirement} has no reason"
        else:
            why = line.strip().removeprefix("#").strip() if line.strip().startswith("#") else ""

"""Who may import whom, in one table; and what a pure module may know."""

import ast
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

#: The house: sources and states know nothing; treaties and casualties know the ground floor; statements know
#: treaties; config knows all. Siblings never import each other.
MAY_IMPORT = {
    "sources": set(),
    "states": set(),
    "treaties": {"sources", "states"},
    "casualties": {"sources", "states"},
    "statements": {"sources", "states", "treaties"},
    "config": {"sources", "states", "treaties", "casualties", "statements"},
}

#: The modules that pyproject.toml has typed strictly know neither a database nor a clock nor the settings; and this is
#: what of the project each may import.
PURE = {
    "treaties/status.py": {"treaties.enums"},
    "treaties/spells.py": {"treaties.status"},
    "treaties/notices.py": {"treaties.enums", "treaties.status"},
    "treaties/admissibility.py": {"treaties.enums", "treaties.status", "sources.dates"},
    "treaties/mistakes.py": {"treaties.enums", "treaties.sentences", "treaties.status", "sources.dates"},
    "treaties/phases.py": {"sources.dates"},
    "treaties/headlines.py": {"treaties.status", "sources.dates"},
    "treaties/votes.py": set(),
    "statements/admissibility.py": set(),
    "statements/passages.py": set(),
    "statements/matrix.py": {"statements.enums"},
    "states/charts.py": set(),
    "states/scales.py": {"states.charts"},
    "treaties/charts/__init__.py": {
        f"treaties.charts.{name}" for name in ("latest", "parties", "stages", "standings", "votes")
    },
    "treaties/charts/latest.py": {"states.charts", "states.scales", "sources.dates", "treaties.charts.parties"},
    "treaties/charts/parties.py": {
        "states.charts",
        "states.scales",
        "sources.dates",
        "treaties.enums",
        "treaties.status",
    },
    "treaties/charts/standings.py": {
        "states.charts",
        "states.scales",
        "sources.dates",
        "treaties.enums",
        "treaties.status",
    },
    "treaties/charts/stages.py": {
        "states.charts",
        "states.scales",
        "sources.dates",
        "treaties.enums",
        "treaties.stages",
    },
    "treaties/charts/votes.py": {"states.charts", "sources.dates", "treaties.votes"},
    "statements/charts.py": {"states.charts", "states.scales"},
    "treaties/stages.py": {
        *("treaties.enums", "treaties.notices", "treaties.status", "treaties.votes"),
        "sources.dates",
    },
    "treaties/sentences.py": {
        "treaties.enums",
        "treaties.notices",
        "treaties.spells",
        "treaties.status",
        "sources.dates",
    },
}
PURE |= {
    f"states/cartography/{name}.py": {f"states.cartography.{other}" for other in knows}
    for name, knows in {
        "shapes": (),
        "projection": ("shapes",),
        "simplification": ("shapes",),
        "topology": ("shapes",),
        "drawing": ("shapes",),
        "overrides": ("shapes",),
        "rooms": ("drawing", "shapes"),
        "dots": ("drawing", "shapes"),
        "network": ("overrides", "shapes"),
        "atlas": ("dots", "rooms"),
        "build": (
            *("dots", "drawing", "network", "overrides", "projection"),
            *("rooms", "shapes", "simplification", "topology"),
        ),
    }.items()
}
#: `from states.cartography import overrides` imports the package first.
PURE["states/cartography/build.py"].add("states.cartography")
PURE |= {
    "treaties/map.py": {"treaties.enums", "treaties.status", "sources.dates"},
    "treaties/drawing.py": {"treaties.map", "states.cartography.atlas"},
    "treaties/map_sheet.py": {"treaties.drawing", "treaties.map", "states.cartography.atlas", "sources.dates"},
}
PURE |= {
    "casualties/admissibility.py": {"casualties.enums"},
    "casualties/sentences.py": {"casualties.enums"},
    "casualties/breakdowns.py": {"casualties.enums", "casualties.sentences"},
    "casualties/series.py": {"casualties.enums", "casualties.sentences"},
    "casualties/charts.py": {"casualties.sentences", "casualties.series", "states.charts", "states.scales"},
    "casualties/split.py": set(),
    "casualties/checks.py": {"casualties.admissibility", "casualties.enums"},
    "casualties/uploads.py": set(),
}
#: A few words that every app writes alike.
PURE["sources/wording.py"] = set()
for module in ("treaties/headlines", "treaties/mistakes", "treaties/sentences", "casualties/sentences"):
    PURE[f"{module}.py"].add("sources.wording")
PURE |= {
    "config/page_citation.py": {"sources.dates"},
    "config/structured.py": {"config.page_citation"},
    "config/design/tokens.py": set(),
    "config/compare/lines.py": {"sources.wording"},
    "config/marking.py": set(),
    "config/ranking.py": set(),
}
#: These alone use Django, for choices that a model's column or a form's field offers.
PURE |= {
    "sources/dates.py": {"django", "django.db"},
    "treaties/enums.py": {"django.db"},
    "casualties/enums.py": {"django.db"},
    "statements/enums.py": {"django.db", "django.conf.locale"},
}
CLOCK_READERS = {"views.py", "forms.py", "admin.py", "feeds.py"}


def python_files(*folders):
    return sorted(
        path for folder in folders for path in (ROOT / folder).rglob("*.py") if "migrations" not in path.parts
    )


def imported(path):
    """Every module a file imports, wherever the import stands; relative imports in full."""
    package = path.relative_to(ROOT).with_suffix("").parts[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            yield ".".join([*base, *filter(None, [node.module])])
        elif isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "import_module":
            yield from (arg.value for arg in node.args if isinstance(arg, ast.Constant))


@pytest.mark.parametrize("app", [app for app in MAY_IMPORT if (ROOT / app).is_dir()])
def test_an_app_imports_only_the_floors_below_it(app):
    for path in python_files(app):
        others = {module.split(".")[0] for module in imported(path)} & set(MAY_IMPORT) - {app}
        assert others <= MAY_IMPORT[app], f"{path.relative_to(ROOT)} imports {others - MAY_IMPORT[app]}"


def test_every_module_that_is_typed_strictly_has_its_imports_named_and_no_other():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert sorted(settings["tool"]["mypy"]["files"]) == sorted(PURE)


@pytest.mark.parametrize(("module", "allowed"), PURE.items())
def test_a_pure_module_imports_no_framework_and_no_model(module, allowed):
    found = {name for name in imported(ROOT / module) if name.split(".")[0] in {"django", *MAY_IMPORT}}
    assert found <= allowed


def test_only_views_and_commands_read_the_clock():
    for path in python_files(*(app for app in MAY_IMPORT if (ROOT / app).is_dir())):
        if path.name not in CLOCK_READERS and "commands" not in path.parts:
            text = path.read_text(encoding="utf-8")
            assert not any(
                clock in text for clock in ("localdate(", "date.today(", "datetime.now(", "timezone.now(")
            ), path


def test_settings_are_read_through_django_alone():
    for path in python_files(*MAY_IMPORT):
        assert "config.settings" not in list(imported(path)), path


def test_no_state_and_no_treaty_is_named_in_code():
    names = ("Poland", "Ukraine", "Lithuania", "Latvia", "Estonia", "Russia", "cluster-munitions", "ottawa-convention")
    for path in python_files(*(app for app in MAY_IMPORT if (ROOT / app).is_dir())):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        documentation = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node) is not None
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
                assert not any(name in node.value for name in names), f"{path}:{node.lineno} {node.value!r}"


def test_no_file_is_named_for_nothing():
    nameless = {"utils", "helpers", "services", "signals", "common", "misc"}
    assert not [path for path in python_files(*MAY_IMPORT) if path.stem in nameless]

"""The rules of accessibility that a machine can check: axe, on each kind of page, in every mode of colour."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.addresses import ADDRESSES, shortened

AXE = Axe()
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    # Part of WCAG 2.2, and off unless asked for.
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
MODES = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced colours": {"color_scheme": "dark", "forced_colors": "active"},
}
#: Chromium forces `color` and leaves what axe reads in its place, -webkit-text-fill-color, as the style sheet had it.
READ_FORCED_COLOURS = """
() => {
  const read = CSSStyleDeclaration.prototype.getPropertyValue;
  CSSStyleDeclaration.prototype.getPropertyValue = function (name) {
    return read.call(this, name === "-webkit-text-fill-color" ? "color" : name);
  };
}
"""


@pytest.mark.parametrize("address", ADDRESSES)
def test_axe_finds_no_violation_in_any_mode(page, address):
    page.goto(shortened(address))
    page.evaluate(READ_FORCED_COLOURS)
    found = []
    for mode, media in MODES.items():
        page.emulate_media(**media)
        found += [(mode, *violation) for violation in violations(page)]
    assert found == []


@pytest.mark.parametrize("address", ["/", "/states/poland/", "/treaties/ottawa-convention/status/"])
def test_axe_finds_no_violation_on_a_phone(page, address):
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(address)
    assert violations(page) == []


def test_the_statement_names_the_version_that_looks(page):
    page.goto("/about/accessibility/")
    violations(page)
    assert f"axe-core {page.evaluate('axe.version')}" in page.locator("main").inner_text()


def violations(page):
    """The broken rules: name, how many elements, and the first of them with what is wrong."""
    found = AXE.run(page, options=OPTIONS).response["violations"]
    return [
        (rule["id"], len(rule["nodes"]), rule["nodes"][0]["html"][:200], rule["nodes"][0]["failureSummary"])
        for rule in found
    ]

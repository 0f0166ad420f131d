"""Every chart on every page: named, described, with unit, source and table, and never by colour alone."""

import re
from html import unescape

import pytest

from tests.pages import Outline

pytestmark = pytest.mark.django_db
TREATY = "/treaties/ottawa-convention/"
#: How many charts a page has.
CHARTS = {
    TREATY: 2,
    f"{TREATY}?on=2001-01-01": 1,
    f"{TREATY}?on=1990-01-01": 0,
    f"{TREATY}withdrawals/": 2,
    f"{TREATY}withdrawals/?state=LVA": 2,
    f"{TREATY}withdrawals/?on=2020-01-01": 0,
    "/states/poland/": 1,
    "/states/ukraine/?on=2025-09-01": 3,
    "/states/lithuania/": 2,
    "/statements/": 1,
    "/statements/?state=POL&on=2025-04-01": 1,
    "/statements/?q=nothingofthiskind": 0,
    "/casualties/": 2,
    "/casualties/?area=UKR": 2,
}
FIGURE = re.compile(r'<figure class="chart.*?</figure>', re.DOTALL)


def charts_of(client, address):
    return FIGURE.findall(client.get(address).content.decode())


@pytest.mark.parametrize(("address", "number"), CHARTS.items())
def test_a_chart_is_named_described_sourced_and_has_a_table(client, address, number):
    html = client.get(address).content.decode()
    outline, charts = Outline(html), FIGURE.findall(html)
    assert len(charts) == number
    assert len(outline.ids) == len(set(outline.ids))
    for chart in charts:
        named = re.search(r'role="img" aria-labelledby="(\S+) (\S+)"', chart)
        assert all(re.search(rf'<(title|desc) id="{key}">[^<]{{5,}}</', chart) for key in named.groups())
        assert re.search(r'class="chart-title">[^<]+<', chart)
        assert re.search(r'class="chart-unit">[^<]+<', chart)
        assert re.search(r"Source: <a href=", chart)
        table_at = re.search(r'<a href="#(\w+)">The same numbers as a table', chart)
        assert "<caption>" in chart or table_at.group(1) in outline.ids


@pytest.mark.parametrize("address", CHARTS)
def test_every_path_of_a_chart_has_a_look_and_every_pattern_is_there(client, address):
    for chart in charts_of(client, address):
        drawn = re.sub(r"<pattern.*?</pattern>", "", chart, flags=re.DOTALL)
        for shape in re.findall(r"<(?:rect|line|path|circle|text)[^>]*>", drawn):
            assert 'class="mark-' in shape, shape
        for pattern in re.findall(r"url\(#([^)]+)\)", chart):
            assert f'<pattern id="{pattern}"' in chart


@pytest.mark.parametrize("address", CHARTS)
def test_every_look_of_a_chart_is_explained_by_words_in_it(client, address):
    response = client.get(address)
    for chart in [chart for chart in drawn_on(response) if chart]:
        told = {key.look for key in chart.keys}
        for mark in chart.marks:
            if mark.shape in ("box", "dot") and not mark.title:
                assert mark.look in told, (chart.key, mark)


@pytest.mark.parametrize("address", CHARTS)
def test_a_chart_is_drawn_and_its_table_has_the_same_numbers(client, address):
    response = client.get(address)
    words = unescape(response.content.decode())
    for chart in [chart for chart in drawn_on(response) if chart and not chart.table_at]:
        for row in chart.rows:
            assert f'<th scope="row">{row[0]}</th>' + "".join(f"<td>{cell}</td>" for cell in row[1:]) in words


def test_the_table_of_a_treatys_page_has_the_numbers_of_its_chart(client):
    response = client.get(f"{TREATY}?on=2026-11-23")
    chart, years = response.context_data["charts"][0], response.context_data["years"]
    assert [row[1:3] for row in chart.rows] == [
        (str(year.counters.in_force), str(year.counters.deposited)) for year in years
    ]


def test_statements_are_counted_as_the_list_lists_them(client):
    response = client.get("/statements/?state=POL")
    chart = response.context_data["chart"]()
    assert sum(int(number) for _, number in chart.rows) == response.context_data["count"]


@pytest.mark.parametrize(
    "address",
    ["/statements/?state=POL&justification=deterrence&q=poland", "/statements/?region=europe&q=poland", "/statements/"],
)
def test_a_list_with_a_chart_stays_within_eight_queries(client, django_assert_max_num_queries, address):
    with django_assert_max_num_queries(8):
        assert client.get(address).status_code == 200


def drawn_on(response):
    """The charts of a page, wherever its context holds them."""
    context = response.context_data
    yield from context.get("charts", [])
    yield from (context.get(name) for name in ("stages", "votes", "bars", "revised"))
    yield from (one.chart for one in context.get("treaties", []) if hasattr(one, "chart"))
    if "chart" in context:
        yield context["chart"]()

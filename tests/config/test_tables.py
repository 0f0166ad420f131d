"""The filters with which pages show days."""

import pytest

from config.templatetags.tables import whole_days


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("on 1 June 2006.", 'on <span class="whole">1 June</span> 2006.'),
        (
            "between 27 December 2025 and 20 February 2026",
            'between <span class="whole">27 December</span> 2025 and <span class="whole">20 February</span> 2026',
        ),
        ("in June 2006, of 112 Marchers", "in June 2006, of 112 Marchers"),
        ("<b>Côte d'Ivoire</b>", "&lt;b&gt;Côte d&#x27;Ivoire&lt;/b&gt;"),
    ],
)
def test_a_day_and_its_month_stay_on_one_line(text, html):
    assert whole_days(text) == html

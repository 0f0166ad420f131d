"""Coordinates of charts as SVG has them."""

from django import template

from states.charts import PATTERNS

register = template.Library()


@register.filter
def percent(value):
    """Hundredths of a percent as a percentage, alike in every language: 1250 is "12.5%"."""
    return f"{value / 100:g}%"


@register.filter
def plain(value):
    """A whole number as digits alone, alike in every language."""
    return f"{value:d}"


@register.filter
def pattern(name):
    """The lines of a chart's pattern, for a drawing that is no chart and yet shows the same."""
    return PATTERNS[name]

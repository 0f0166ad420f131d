"""A standing as pages show it."""

from django import template
from django.utils.safestring import mark_safe

from treaties.cells import badge as badge_html

register = template.Library()


@register.filter
def badge(standing):
    """The status in words, letter, colour and pattern."""
    return mark_safe(badge_html(standing))  # noqa: S308 -- made of the enumeration's own words

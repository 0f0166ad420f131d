"""Numbers of people as pages show them."""

from django import template
from django.utils.safestring import mark_safe

from casualties.cells import count as count_html
from casualties.cells import group_total as group_total_html

register = template.Library()


@register.filter
def count(value):
    """A number in the language of the page; "not stated" for what is not."""
    return mark_safe(count_html(value))  # noqa: S308 -- made of a number alone


@register.filter
def group_total(share):
    """What the states of one standing add up to; in words where that is no number."""
    return mark_safe(group_total_html(share))  # noqa: S308 -- made of a number alone


@register.filter
def across(year, editions):
    """A year's versions beside the editions of a table; None where an edition has none."""
    versions = {version.edition: version for version in year.versions}
    return [versions.get(edition) for edition in editions]

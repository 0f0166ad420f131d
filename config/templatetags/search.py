"""What was found, with what was searched for marked in it."""

from django import template
from django.utils.safestring import mark_safe

from config.marking import excerpt, marked
from config.search import Kind

register = template.Library()
#: Found within words, too.
INSIDE = {Kind.STATE, Kind.SOURCE}


@register.filter
def title_of(hit, wanted):
    """The title of a hit, marked."""
    return mark_safe(marked(hit.title, wanted, inside=hit.kind in INSIDE))  # noqa: S308 -- escaped in there


@register.filter
def text_of(hit, wanted):
    """The part of a hit's text around what was found, marked."""
    return mark_safe(excerpt(hit.text, wanted, inside=hit.kind in INSIDE))  # noqa: S308 -- escaped in there


@register.filter
def remark_of(hit, wanted):
    """The remark on a hit, such as the publisher of a source, marked."""
    return mark_safe(marked(hit.remark, wanted, inside=hit.kind in INSIDE))  # noqa: S308 -- escaped in there

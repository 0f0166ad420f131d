"""The HTML of links to sources. Everything from the record is escaped here."""

from html import escape

from django.urls import reverse


def publishers(sources):
    """Links to sources, (key, publisher) each: every source once."""
    links = (f'<a href="{reverse("source", args=[key])}">{escape(name)}</a>' for key, name in dict(sources).items())
    return "; ".join(links)

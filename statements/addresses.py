"""Which addresses are pages of this site."""

from django.core.exceptions import ValidationError
from django.urls import Resolver404, resolve


def is_page(address):
    """Refuse what browsers would take for another host's, and what leads to no page of this site."""
    path = address.partition("?")[0].partition("#")[0]
    # Browsers read a backslash as a slash and skip tabs and line breaks: each of these could begin with "//".
    elsewhere = path.startswith("//") or "\\" in address or not address.isprintable()
    if elsewhere or not _answers(path):
        raise ValidationError("There is no such page on this site.")


def _answers(path):
    """Whether the site has a page at a path. Downloads take any path: they count where the page behind them does."""
    try:
        match = resolve(path)
    except Resolver404:
        return False
    if match.app_name == "admin":
        return False
    behind = match.captured_kwargs.get("path")
    return behind is None or _answers(f"/{behind}/")

"""The page that shows what the site is made of, for whoever keeps it."""

from functools import lru_cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import QueryDict
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from config.design.examples import examples
from config.design.record import from_record
from config.design.tokens import tokens
from states.filters import DayOnlyFilter


@require_safe
def design(request):
    """Tokens and components with their states. Parameters change nothing: the page's forms are examples."""
    today = DayOnlyFilter(QueryDict(), today=timezone.localdate())
    context = {
        "title": "The design of this site",
        "tokens": tokens(_sheet()),
        "example": examples(request.path),
        "record": from_record(today),
    }
    return TemplateResponse(request, "pages/design.html", context)


@lru_cache(maxsize=1)
def _sheet():
    return Path(finders.find("css/tokens.css")).read_text(encoding="utf-8")

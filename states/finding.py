"""The names by which readers find a state: for the search, for the field in the header and for addresses mistyped."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from django.urls import reverse

from states.models import State, fold, in_running_text

FIELDS = ("pk", "iso3", "iso2", "slug", "name", "article", "official_name", "category", "search_text")
#: The names hardly change, and folding one takes longer than fetching it.
folded = lru_cache(maxsize=4096)(fold)


class Name(NamedTuple):
    """A name as it is written, and folded."""

    text: str
    folded: str


class Findable(NamedTuple):
    """A state or other area, and all that it is called: its name first, then its aliases, then its official name."""

    pk: int
    iso3: str
    name: str
    #: As running text has it: "the Netherlands".
    name_in_text: str
    category: str
    url: str
    names: list[Name]
    #: Its ISO codes, in small letters.
    codes: list[str]
    search_text: str

    def holds(self, wanted):
        """Whether `StateQuerySet.matching` finds it by this folded text, too."""
        return wanted in self.codes or wanted in self.search_text or any(wanted in name.folded for name in self.names)


def findable():
    """Every state and other area in alphabetical order; one query."""
    found = {}
    rows = State.objects.order_by("sort_key", "pk", "aliases__pk")
    for *values, alias, alias_folded in rows.values_list(*FIELDS, "aliases__name", "aliases__search_text"):
        pk = values[0]
        if pk not in found:
            found[pk] = _place(*values)
        if alias:
            found[pk].names.insert(-1, Name(alias, alias_folded))
    return list(found.values())


def _place(pk, iso3, iso2, slug, name, article, official_name, category, search_text):
    codes = [code.lower() for code in (iso3, iso2) if code]
    names = [Name(text, folded(text)) for text in (name, official_name)]
    in_text, url = in_running_text(article, name), f"{reverse('states:list')}{slug}/"
    return Findable(pk, iso3, name, in_text, category, url, names, codes, search_text)


def finder_rows(places):
    """What the field in the header needs of each place: its name, its address, and by what it is found.

    A browser cannot turn every script and letter into ASCII. So the names it searches are there both as the server
    folds them and as it does itself.
    """
    return [
        {
            "name": place.name,
            "url": place.url,
            "names": list(dict.fromkeys(form for name in place.names if name.text for form in _forms(name))),
            "codes": place.codes,
        }
        for place in places
    ]


def _forms(name):
    return name.folded, folded_by_browsers(name.text)


def folded_by_browsers(text):
    """What `fold` in static/js/finder.js makes of a text: without marks and punctuation, in small letters."""
    letters = [letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter)]
    kept = "".join(letter for letter in letters if letter.isalnum() or letter.isspace() or letter in "-_")
    return re.sub(r"[\s-]+", "-", kept).strip("-_").lower()

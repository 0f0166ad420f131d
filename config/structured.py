"""What a page is, for machines: schema.org's WebPage, and Dataset where the page is a list with downloads."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from config.page_citation import SITE, Citation, plain

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
CONTEXT = "https://schema.org"


def web_page(cited: Citation, home: str) -> dict[str, Any]:
    """A page of the site. `home` is the address of its first page."""
    site = {"@type": "WebSite", "name": SITE, "url": home}
    page = {"@context": CONTEXT, "@type": "WebPage", "name": cited.title, "url": cited.url, "isPartOf": site}
    return page | {"inLanguage": "en", "license": LICENCE} | _as_at(cited.on)


def dataset(
    cited: Citation, home: str, downloads: dict[str, str], columns: Iterable[tuple[str, str]]
) -> dict[str, Any]:
    """A list. `downloads` maps media types to addresses; `columns` are (name, meaning) pairs."""
    described = [{"@type": "PropertyValue", "name": name, "description": meaning} for name, meaning in columns]
    about = (
        f"{cited.title}: a list of the {SITE}, with the columns {', '.join(column['name'] for column in described)}."
    )
    files = [{"@type": "DataDownload", "encodingFormat": kind, "contentUrl": url} for kind, url in downloads.items()]
    found = {
        "@context": CONTEXT,
        "@type": "Dataset",
        "name": cited.title,
        "description": about,
        "url": cited.url,
        "license": LICENCE,
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": SITE, "url": home},
        "citation": plain(cited),
        "variableMeasured": described,
        "distribution": files,
    }
    return found | ({"version": cited.version} if cited.version else {}) | _as_at(cited.on)


def _as_at(day: date | None) -> dict[str, str]:
    return {"temporalCoverage": day.isoformat()} if day else {}

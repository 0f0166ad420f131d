"""What a page is, for machines: schema.org's WebPage, and Dataset where the page is a list with downloads."""

from collections.abc import Iterable
from typing import Any

from config.page_citation import SITE, Citation, plain

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
CONTEXT = "https://schema.org"


def web_page(cited: Citation, home: str, kind: str = "WebPage") -> dict[str, Any]:
    """A page of the site, of a kind that schema.org knows. `home` is the address of the first page."""
    site = {"@type": "WebSite", "name": SITE, "url": home}
    page = {"@context": CONTEXT, "@type": kind, "name": cited.title, "url": cited.url, "isPartOf": site}
    return page | {"inLanguage": "en", "license": LICENCE} | _issue(cited)


def dataset(
    cited: Citation, home: str, downloads: dict[str, str], columns: Iterable[tuple[str, str]], covers: str
) -> dict[str, Any]:
    """A list. `downloads` maps media types to addresses; `columns` are (name, meaning) pairs.

    `covers` is the time that the rows are about: a day, a year or "1999/2026"; empty where they are about none.
    """
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
    return found | ({"temporalCoverage": covers} if covers else {}) | _issue(cited)


def _issue(cited: Citation) -> dict[str, str]:
    return {"version": cited.version, "dateModified": cited.issued} if cited.version else {}

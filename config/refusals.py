"""Answers to what cannot be answered: pages of the site with the reason, and JSON where a file was asked for."""

from django.conf import settings
from django.core.exceptions import DisallowedHost, TooManyFieldsSent
from django.http import JsonResponse
from django.shortcuts import render

from config.search import alike

#: Endings of the addresses of files.
FILES = (".csv", ".json", ".bib", ".ris")
#: How much of an address that is not known is compared with the names of states.
LONGEST_COMPARED = 60


def bad_request(request, exception):
    """A 400 with its reason; downloads get JSON. Neither the query string nor the host's name can be asked again."""
    place, reason = _refusal(exception)
    if request.path.endswith(FILES):
        return JsonResponse({"errors": {place: [reason]}}, status=400)
    context = {"title": "Not understood", "reason": reason, "is_error": True}
    return render(request, "400.html", context, status=400)


def _refusal(exception):
    """Which part of a request cannot be read, and why."""
    if isinstance(exception, TooManyFieldsSent):
        most = settings.DATA_UPLOAD_MAX_NUMBER_FIELDS
        return "query", f"More than {most:,} values were sent at once; the site reads no more. Please send fewer."
    if isinstance(exception, DisallowedHost):
        return "host", "The site does not answer to the name in this address."
    return "request", "The request cannot be read."


def not_found(request, exception):
    """A 404 that helps: the states whose names resemble the address. Downloads get JSON."""
    reason = exception.args[0] if exception.args and isinstance(exception.args[0], str) else ""
    if request.path.endswith(FILES):
        return JsonResponse({"errors": {"address": [reason or "There is nothing at this address."]}}, status=404)
    last = request.path.rstrip("/").rpartition("/")[2][:LONGEST_COMPARED]
    # A list without so many pages has a known address, which resembles no state's.
    resembling = alike(last) if "page" not in request.GET else []
    context = {"title": "Not found", "reason": reason, "alike": resembling, "is_error": True}
    return render(request, "404.html", context, status=404)


def unverified(request, reason=""):
    """A 403 where a form was sent without its token: an analyst's from a page that is too old, or nobody's."""
    if request.path.endswith(FILES):
        return JsonResponse({"errors": {"request": ["This address can only be read."]}}, status=403)
    return render(request, "403_csrf.html", {"title": "Not accepted", "is_error": True}, status=403)

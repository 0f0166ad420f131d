"""Where readers report an error, if whoever runs the site says where."""

from django.conf import settings
from django.core.checks import Error, register

KINDS = ("https://", "http://", "mailto:")


def contact(request):
    """For every template: the address in the setting CONTACT; empty where there is none."""
    return {"contact": settings.CONTACT}


@register
def contact_is_an_address(app_configs, **kwargs):
    """A mail address without "mailto:" would be a link to a page of the site."""
    if settings.CONTACT and not settings.CONTACT.startswith(KINDS):
        return [Error(f"CONTACT must begin with one of {', '.join(KINDS)}.", id="config.E001")]
    return []

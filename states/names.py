"""Other names in one text, as a file and a form have them: "Mine Ban Treaty|APMBC"."""

from django.core.exceptions import ValidationError

from states.models import fold

BETWEEN = "|"


def names_in(text):
    """The names one by one, in their order."""
    return text.split(BETWEEN) if text else []


def are_names(text):
    """Refuse a text in which a name is missing or stands twice, whatever its case and accents."""
    names = names_in(text)
    if any(not fold(name) or name != name.strip() for name in names):
        raise ValidationError(f"Between two names stands one “{BETWEEN}” and no space.")
    if len({fold(name) for name in names}) < len(names):
        raise ValidationError("A name is given twice.")

"""Choices of a filter, written in Python: Django renders a template for each, and a list of states has two hundred."""

from html import escape

from django import forms
from django.utils.safestring import mark_safe


class ManyOf(forms.SelectMultiple):
    """A box of which several lines can be chosen."""

    def render(self, name, value, attrs=None, renderer=None):
        chosen = set(self.format_value(value))
        given = self.build_attrs(self.attrs, {**(attrs or {}), "name": name, "multiple": self.allow_multiple_selected})
        lines = (
            f'<option value="{escape(str(key))}"{" selected" * (str(key) in chosen)}>{escape(str(label))}</option>'
            for key, label in self.choices
        )
        return mark_safe(f"<select{_text(given)}>{''.join(lines)}</select>")  # noqa: S308 -- escaped above


class OneOf(ManyOf):
    """A box of which one line is chosen."""

    allow_multiple_selected = False

    def value_from_datadict(self, data, files, name):
        return data.get(name)


class OneEach(ManyOf):
    """A row of boxes, of each of which one line is chosen: a few of many, with the keyboard alone and on a phone.

    `labels` name the boxes; there are as many as labels.
    """

    use_fieldset = True

    def __init__(self, labels, attrs=None, choices=()):
        super().__init__(attrs, choices)
        self.labels = labels

    def render(self, name, value, attrs=None, renderer=None):
        chosen = [*self.format_value(value), *[""] * len(self.labels)]
        given = {**(attrs or {}), "name": name}
        base = given.pop("id", name)
        boxes = (
            f'<div><label for="{base}_{place}">{escape(label)}</label>'
            f"<select{_text({**given, 'id': f'{base}_{place}'})}>{self._lines(chosen[place])}</select></div>"
            for place, label in enumerate(self.labels)
        )
        return mark_safe(f'<div id="{base}" class="one-each">{"".join(boxes)}</div>')  # noqa: S308 -- escaped above

    def _lines(self, chosen):
        return '<option value="">–</option>' + "".join(
            f'<option value="{escape(str(key))}"{" selected" * (str(key) == chosen)}>{escape(str(label))}</option>'
            for key, label in self.choices
        )


class Boxes(forms.CheckboxSelectMultiple):
    """A few boxes to tick."""

    def render(self, name, value, attrs=None, renderer=None):
        chosen = set(self.format_value(value))
        given = {**(attrs or {}), "name": name, "type": "checkbox"}
        base = given.pop("id", name)
        lines = []
        for place, (key, label) in enumerate(self.choices):
            attributes = {**given, "id": f"{base}_{place}", "value": key, "checked": str(key) in chosen}
            lines.append(
                f'<div><input{_text(attributes)}> <label for="{base}_{place}">{escape(str(label))}</label></div>'
            )
        return mark_safe(f"<div>{''.join(lines)}</div>")  # noqa: S308 -- escaped above


def _text(attributes):
    """Attributes as HTML has them; a true one by its name alone, a false one not at all."""
    return "".join(
        f" {name}" if value is True else f' {name}="{escape(str(value))}"'
        for name, value in attributes.items()
        if value is not False and value is not None
    )

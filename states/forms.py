"""Forms of query strings: what is not understood is refused."""

import re

from django import forms

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class DayField(forms.DateField):
    """A day as year-month-day in the digits 0 to 9; without a pattern 2025-1-5 would do as well."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    input_formats = ["%Y-%m-%d"]
    default_error_messages = {"invalid": "Write the day as year-month-day, such as 2025-12-27."}

    def to_python(self, value):
        if value not in self.empty_values and not DAY.fullmatch(str(value).strip()):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(value)


class StrictForm(forms.Form):
    """Refuses a parameter given twice where one value is meant."""

    def clean(self):
        for name, field in self.fields.items():
            if not isinstance(field, ChoicesField) and len(self.data.getlist(name)) > 1:
                self.add_error(name, "Given more than once; one value is expected.")
        return super().clean()


class ChoicesField(forms.MultipleChoiceField):
    """Any of the known values; the error names the value without repeating all of a long one."""

    def to_python(self, value):
        # A form sends a blank for what nobody chose.
        return [one for one in super().to_python(value) if one]

    def validate(self, value):
        known = {str(key) for key, _ in self.choices}
        for one in value:
            if one not in known:
                wanted = ", ".join(sorted(known)) if len(known) < 20 else f"a known value, such as {min(known)}"
                raise forms.ValidationError(f"“{one[:40]}” is not known. Expected: {wanted}.")


class PeriodForm(StrictForm):
    """Refuses a period that ends before it begins."""

    def clean(self):
        values = super().clean()
        if values.get("from") and values.get("to") and values["from"] > values["to"]:
            self.add_error("to", "The period ends before it begins.")
        return values

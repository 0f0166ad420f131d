"""Forms of query strings: what is not understood is refused."""

from django import forms


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
                wanted = ", ".join(sorted(known)) if len(known) < 20 else "one of the values listed here"
                raise forms.ValidationError(f"“{one[:40]}” is not known. Expected: {wanted}.")


class PeriodForm(StrictForm):
    """Refuses a period that ends before it begins."""

    def clean(self):
        values = super().clean()
        if values.get("from") and values.get("to") and values["from"] > values["to"]:
            self.add_error("to", "The period ends before it begins.")
        return values

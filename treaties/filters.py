"""Query strings of the lists of standings, withdrawals and acts, and of the map. What is not about states is left
to the rows."""

import django_filters
from django import forms
from django.core.validators import MaxValueValidator

from states.filters import DayOnlyFilter, PlaceFilter
from states.forms import PeriodForm, StrictForm
from states.parameters import ChoicesFilter, DayFilter, SortFilter
from states.widgets import Boxes
from treaties.enums import ActKind, Status


class TreatyFilter(DayOnlyFilter):
    """The list of treaties, on a day."""

    sort = SortFilter("name", "opened", "in_force_on", "deposited", "in_force")


class StatusFilter(PlaceFilter):
    """Every state's standing on a day."""

    status = ChoicesFilter(label="Status", method="leave", choices=lambda: Status.choices, widget=Boxes)
    sort = SortFilter(
        *("state", "region", "status", "since", "signed", "consent", "in_force"),
        *("withdrawal_received", "withdrawal_effective", "next_change"),
    )


class PeriodFilter(PlaceFilter):
    """A list of dated rows within a period, both days included."""

    class Meta:
        form = PeriodForm

    @classmethod
    def get_filters(cls):
        # "from" is a word of the language and cannot be the name of an attribute.
        period = {"from": DayFilter(method="leave", label="From"), "to": DayFilter(method="leave", label="To")}
        return super().get_filters() | period

    def within(self, day):
        """Whether a row of this day belongs to the list."""
        begins, ends = self.cleaned.get("from"), self.cleaned.get("to")
        return (begins is None or day >= begins) and (ends is None or day <= ends)


class WithdrawalFilter(PeriodFilter):
    """The notices of withdrawal; the period is that of their receipt."""

    sort = SortFilter(
        *("state", "received", "effective", "days_left", "announced", "government_decision", "parliament_vote"),
        *("head_of_state", "days_announced_to_notice", "days_vote_to_notice", "vote_against_share"),
    )


class RecordFilter(PeriodFilter):
    """The acts of the record, up to a day."""

    kind = ChoicesFilter(label="Kind of act", method="leave", choices=lambda: ActKind.choices)
    sort = SortFilter("state", "kind", "date", "effective_on")


class DayOrChangeForm(StrictForm):
    """Refuses a day and the number of a change together: they may mean two days."""

    def clean(self):
        values = super().clean()
        if values.get("on") and values.get("change"):
            self.add_error("change", "Give a day or the number of a change, not both.")
        return values


class ChangeFilter(django_filters.Filter):
    """The number of a day on which something changed, from 1."""

    field_class = forms.IntegerField


class MapFilter(DayOnlyFilter):
    """The map on a day, or on one of the days on which something changed."""

    class Meta:
        form = DayOrChangeForm

    change = ChangeFilter(method="leave", label="Number of the change, from 1", min_value=1)

    def __init__(self, data, *, today, days):
        super().__init__(data, today=today)
        self.days = days
        message = f"There are {len(days)} days of change."
        self.form.fields["change"].validators.append(MaxValueValidator(len(days), message))

    @property
    def day_of_change(self):
        """The day that the number of a change stands for; None without a number."""
        number = self.cleaned.get("change") if self.is_valid() else None
        return self.days[number - 1] if number else None


class MapFileFilter(DayOnlyFilter):
    """The map as a file."""

    @classmethod
    def get_filters(cls):
        # "for" is a word of the language and cannot be the name of an attribute.
        errors = {"invalid_choice": "Expected: print."}
        choice = django_filters.ChoiceFilter(
            method="leave", label="Made for", choices=[("print", "print")], error_messages=errors
        )
        return super().get_filters() | {"for": choice}

"""Query strings of the lists of standings, withdrawals and acts. All choose states; the rest is read by the rows."""

from states.filters import ChoicesFilter, DayFilter, DayOnlyFilter, PlaceFilter, SortFilter
from states.forms import PeriodForm
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

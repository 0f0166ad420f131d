"""The query string of a comparison: from two to five states, a day and the treaties to compare them under."""

from django import forms

from states.filters import DayOnlyFilter
from states.forms import ChoicesField
from states.models import State
from states.parameters import ChoicesFilter
from states.widgets import Boxes, OneEach
from treaties.models import Treaty

FEWEST, MOST = 2, 5
BOXES = ("First state", "Second state", "Third state, if any", "Fourth state, if any", "Fifth state, if any")


class ComparedField(ChoicesField):
    """From two to five of the known states, in the order given, each once; or none, by who has yet to choose."""

    def to_python(self, value):
        return list(dict.fromkeys(super().to_python(value)))

    def validate(self, value):
        super().validate(value)
        if 0 < len(value) < FEWEST:
            raise forms.ValidationError("One state is no comparison: choose one to four more.")
        if len(value) > MOST:
            raise forms.ValidationError(f"{len(value)} states were given; two to five can be compared.")


class ComparedFilter(ChoicesFilter):
    field_class = ComparedField


class CompareFilter(DayOnlyFilter):
    """Which states to compare, on a day. Blanks and repetitions are dropped before anything is asked."""

    identifying = ("state",)
    state = ComparedFilter(method="leave", label="States, two to five", widget=OneEach(BOXES))
    treaty = ChoicesFilter(method="leave", label="Treaty (all, if none is ticked)", widget=Boxes)

    def __init__(self, data, *, today):
        tidy, given = data.copy(), [value for value in data.getlist("state") if value]
        self._repeated = {value for value in given if given.count(value) > 1}
        tidy.setlist("state", dict.fromkeys(given))
        if not given:
            del tidy["state"]
        super().__init__(tidy, today=today)
        self.known_places = list(State.objects.states().places())
        self.known_treaties = list(Treaty.objects.all())
        self.form.fields["state"].choices = [(place.iso3, place.name) for place in self.known_places]
        self.form.fields["treaty"].choices = [(treaty.slug, treaty.name) for treaty in self.known_treaties]

    @property
    def chosen(self):
        """The codes of the states to compare, in the order given; empty where the question was not understood."""
        return self.cleaned["state"] if self.is_valid() else []

    @property
    def treaties(self):
        """The treaties to compare them under: those asked for, else all."""
        wanted = self.cleaned["treaty"]
        return [treaty for treaty in self.known_treaties if not wanted or treaty.slug in wanted]

    @property
    def on_query(self):
        """The query string that asks another page for the same day; empty for today."""
        return "" if self.day == self.today else f"?on={self.day.isoformat()}"

    @property
    def repeated(self):
        """The names of the states that were given more than once, and count once."""
        return [place.name for place in self.known_places if place.iso3 in self._repeated]

    @property
    def is_incomplete(self):
        """Whether all that is wrong is that one state alone was chosen so far."""
        [alone] = given if len(given := self.data.getlist("state")) == 1 else [None]
        return list(self.form.errors) == ["state"] and any(place.iso3 == alone for place in self.known_places)

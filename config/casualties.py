"""How states stood under a treaty, for the lists of casualties, which know no treaty."""

from functools import cached_property

from casualties.split import StandingGroup
from treaties.enums import Status
from treaties.models import Treaty
from treaties.rows import timelines
from treaties.status import at


class TreatyStandings:
    """The standing of every state under the first treaty on record; two queries, and only when asked."""

    choices = Status.choices

    @cached_property
    def _treaty(self):
        return Treaty.objects.first()

    @cached_property
    def _timelines(self):
        return timelines(self._treaty) if self._treaty else {}

    @property
    def treaty(self):
        return self._treaty.name if self._treaty else ""

    def states_with(self, values, day, states):
        return frozenset(state for state, standing in self._on(day, states) if standing.status in values)

    def groups_on(self, day, states):
        standings = dict(self._on(day, states))
        parties = frozenset(state for state, standing in standings.items() if standing.bound)
        withdrawn = frozenset(state for state, one in standings.items() if one.status == Status.WITHDRAWN)
        return [
            StandingGroup("states_parties", "States Parties", parties),
            StandingGroup("withdrawn", "Withdrawn", withdrawn),
            StandingGroup("not_party", "Not parties", frozenset(standings) - parties - withdrawn),
        ]

    def _on(self, day, states):
        return [(state, at(self._timelines.get(state, ()), day)) for state in states]

"""Several states under several treaties on a day, from the functions that make a profile: eight queries for all."""

from collections import defaultdict
from typing import Any, NamedTuple

from config.answers import names_for
from statements.profile import justifications_of_states, statements_of_states
from states.models import State
from treaties.acts import ListedAct, listed_acts
from treaties.sentences import sentence
from treaties.status import Standing, at, timeline
from treaties.stories import Story, stories_of_states


class Compared(NamedTuple):
    """A state of a comparison, and the address of its profile on the day."""

    state: Any
    url: str

    @property
    def iso3(self):
        return self.state.iso3

    @property
    def name(self):
        return self.state.name


class Side(NamedTuple):
    """One state under one treaty: its side of the comparison."""

    one: Compared
    standing: Standing
    sentence: str
    acts: list[ListedAct]
    story: Story
    #: The justifications it stated, `statements.profile.Stated` each.
    stated: list[Any]

    @property
    def way(self):
        """The last strip of stages, or None."""
        return self.story.strips[-1] if self.story.strips else None


def compared_states(codes, on):
    """The states with these codes, in their order; one query. `on` is the query string of their profiles."""
    states = State.objects.in_bulk(codes, field_name="iso3")
    return [Compared(states[iso3], f"{states[iso3].get_absolute_url()}{on}") for iso3 in codes]


def sides(chosen, treaties, day):
    """Each treaty with the sides of the chosen states, in their order; seven queries."""
    states = [one.state for one in chosen]
    acts = {(treaty.pk, state.pk): [] for treaty in treaties for state in states}
    for act in listed_acts(state__in=states, treaty__in=treaties, date__lte=day):
        acts[act.treaty_id, act.state_id].append(act)
    histories = defaultdict(dict)
    rules = {treaty.pk: treaty.rules for treaty in treaties}
    for (treaty, state), done in acts.items():
        histories[treaty][state] = timeline(done, rules[treaty])
    stories = stories_of_states(states, histories, day)
    stated = justifications_of_states(states, statements_of_states(states, day))
    return [
        (
            treaty,
            [
                _side(one, treaty, acts[treaty.pk, one.state.pk], histories[treaty.pk][one.state.pk], day)._replace(
                    story=stories[treaty.pk][one.state.pk], stated=stated[one.state.pk][treaty.slug]
                )
                for one in chosen
            ],
        )
        for treaty in treaties
    ]


def _side(one, treaty, acts, changes, day):
    names = names_for(one.state.name_in_text, treaty)
    return Side(one, at(changes, day), sentence(names, acts, treaty.rules, day), acts, None, [])

"""What states are to every treaty on a day, in a badge and a sentence: the profile's answer in short."""

from collections import defaultdict
from typing import Any, NamedTuple

from treaties.acts import listed_acts
from treaties.sentences import Names, sentence
from treaties.status import Standing, at, timeline


class Answer(NamedTuple):
    """What one state is to one treaty on a day."""

    treaty: Any
    standing: Standing
    sentence: str


def answers_of(places, treaties, day):
    """The answers of several places, (pk, name_in_text) at least, by primary key, in the order of the treaties.

    Two queries for all.
    """
    acts = defaultdict(list)
    for act in listed_acts(state__in=[place.pk for place in places], date__lte=day):
        acts[act.state_id, act.treaty_id].append(act)
    return {
        place.pk: [_answer(place.name_in_text, treaty, acts[place.pk, treaty.pk], day) for treaty in treaties]
        for place in places
    }


def names_for(name_in_text, treaty):
    """How the sentence about a state under a treaty calls both."""
    return Names(name_in_text, treaty.name, treaty.noun)


def _answer(name_in_text, treaty, acts, day):
    words = sentence(names_for(name_in_text, treaty), acts, treaty.rules, day)
    return Answer(treaty, at(timeline(acts, treaty.rules), day), words)

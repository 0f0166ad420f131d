"""Everything the record says about one state on a day, for its page and its JSON."""

from typing import Any, NamedTuple

from config.answers import names_for
from sources.dates import Precision
from statements.enums import Regarding
from statements.profile import (
    justifications_as_json,
    justifications_of,
    statements_as_json,
    statements_of,
)
from states.charts import Chart
from treaties.acts import ListedAct, listed_acts
from treaties.charts import standing_over_time
from treaties.contested import ContestedFacts, contested_facts
from treaties.enums import Status
from treaties.mistakes import common_mistake
from treaties.models import Treaty
from treaties.notices import Notice, days_left, effect_of, effects_of_notices, notices
from treaties.rows import acts_of_record
from treaties.sentences import sentence
from treaties.spells import Spell, spells
from treaties.status import Standing, at, timeline, withdrawal_effect
from treaties.steps import json_steps
from treaties.stories import Story, stories_of
from treaties.tables import STATUS_COLUMNS

#: How many sources of its days the brief of a state names; the page names them all.
SOURCES_ON_PAPER = 3


class Clock(NamedTuple):
    """A pending withdrawal on a day: what it counts from and to."""

    notice: Notice
    #: The end of the months since the receipt, whether or not an armed conflict holds the effect.
    due: Any
    days_left: int | None
    conflict_bars: bool


class UnderTreaty(NamedTuple):
    """One state under one treaty on a day."""

    treaty: Treaty
    standing: Standing
    sentence: str
    mistake: str
    spells: list[Spell]
    clock: Clock | None
    #: Each act with the day it takes effect.
    acts: list[tuple[ListedAct, Any]]
    story: Story
    statements: list[Any]
    justifications: list[Any]
    contested: list[ContestedFacts]
    #: The standing over time as a chart; None for a state that never acted.
    chart: Chart | None

    @property
    def own_argument(self):
        """What the state said of the suspension it notified."""
        return [row for row in self.statements if row.statement.regarding == Regarding.SUSPENSION]

    @property
    def sources_of_days(self):
        """The publishers on whom the days rest, each once, the last act's first: as many as a page on paper names."""
        publishers = dict.fromkeys(name for act, _ in reversed(self.acts) for _, name in act.sources)
        return list(publishers)[:SOURCES_ON_PAPER]


class Place(NamedTuple):
    """The state as the columns of the list of standings read it."""

    iso3: str
    name: str
    region_name: str
    subregion_name: str


class StandingRow(NamedTuple):
    """A row for the columns of the list of standings."""

    place: Place
    standing: Standing


def under_treaties(state, day):
    """The state under every treaty on `day`, what is dated later left out: six queries."""
    treaties = list(Treaty.objects.all())
    acts = {treaty.pk: [] for treaty in treaties}
    for act in listed_acts(state=state, date__lte=day):
        acts[act.treaty_id].append(act)
    timelines = {treaty.pk: timeline(acts[treaty.pk], treaty.rules) for treaty in treaties}
    stories, said = stories_of(state, timelines, day), statements_of(state, day)
    stated = justifications_of(state, said)
    return [
        _under(treaty, state, acts[treaty.pk], timelines[treaty.pk], stories[treaty.pk], day)._replace(
            statements=said[treaty.slug], justifications=stated[treaty.slug]
        )
        for treaty in treaties
    ]


def _under(treaty, state, acts, changes, story, day):
    rules, effects, now = treaty.rules, effects_of_notices(changes, day), at(changes, day)
    names = names_for(state.name_in_text, treaty)
    return UnderTreaty(
        treaty=treaty,
        standing=now,
        sentence=sentence(names, acts, rules, day),
        mistake=common_mistake(names, now, _voted(story)) if day >= rules.opened_on else "",
        spells=spells(changes, day),
        clock=clock_of(now, notices(changes, day), rules, day),
        acts=[(act, effect_of(act, effects, rules)) for act in acts],
        story=story,
        statements=[],
        justifications=[],
        contested=contested_facts(treaty, day, {state.pk: story}, acts),
        chart=standing_over_time(
            state.name,
            treaty.name,
            changes,
            treaty.opened_on,
            day,
            source=acts_of_record(treaty, state.iso3),
            key=f"{treaty.slug}-standing",
        ),
    )


def _voted(story):
    """The day of the last vote on the way to the notice, where it is known to the day."""
    votes = [strip.parliament_vote for strip in story.strips if strip.notice and strip.parliament_vote]
    return votes[-1].day if votes and votes[-1].precision is Precision.DAY else None


def clock_of(standing, received, rules, day):
    """The clock of the pending withdrawal, or None; `received` are the notices up to the day, in order."""
    if standing.status is not Status.WITHDRAWING:
        return None
    notice = received[-1]
    return Clock(
        notice,
        withdrawal_effect(notice.received, rules),
        days_left(notice.effective, day),
        rules.conflict_bars_withdrawal,
    )


def as_json(state, found, facts, day):
    """The profile as JSON has it: per treaty the columns of the list of standings and what they rest on."""
    place = Place(state.iso3, state.name, state.subregion.parent.name, state.subregion.name)
    return {
        "iso3": state.iso3,
        "name": state.name,
        "official_name": state.official_name or None,
        "region": state.subregion.parent.name,
        "subregion": state.subregion.name,
        "groups": sorted(group.slug for group in facts.groups),
        "borders": sorted(border.iso3 for border in facts.borders),
        "treaties": {one.treaty.slug: _treaty_as_json(one, place, day) for one in found},
    }


def _treaty_as_json(one, place, day):
    row = StandingRow(place, one.standing)
    return {
        **{column.key: column.value(row) for column in STATUS_COLUMNS if column.exported},
        "sentence": one.sentence,
        "common_mistake": one.mistake,
        "spells": [spell._asdict() for spell in one.spells],
        "acts": [_act_as_json(act, effect) for act, effect in one.acts],
        "steps": json_steps(one.story.steps, one.story.notices, day),
        "justifications": justifications_as_json(one.justifications),
        "statements": statements_as_json(one.statements),
    }


def _act_as_json(act, effect):
    return {
        "kind": act.kind,
        "date": act.date,
        "effective_on": effect,
        "effective_reason": act.effective_reason or None,
        "note": act.note or None,
        "sources": [key for key, _ in act.sources],
        "reported_dates": [
            {"date": other.date, "note": other.note or None, "sources": [key for key, _ in other.sources]}
            for other in act.reported
        ],
    }

"""How states came to leave a treaty: strips, votes and steps, for a page of all and for one profile."""

from collections import defaultdict
from typing import Any, NamedTuple

from django.db.models import Q
from django.urls import reverse

from states.charts import Link
from treaties.charts import stages_in_days, votes_in_parliament
from treaties.enums import Status, StepKind
from treaties.models import Step
from treaties.phases import by_phase
from treaties.stages import Strip, strips
from treaties.status import Standing, at
from treaties.steps import ListedStep, listed_steps

SAID = (StepKind.PRODUCTION, StepKind.DEPLOYMENT)
VERIFIED = (StepKind.VERIFIED_PRODUCTION, StepKind.VERIFIED_USE)


class Story(NamedTuple):
    """What is on record of one state on its way, as known on a day."""

    standing: Standing
    strips: list[Strip]
    steps: list[ListedStep]
    #: What other states objected to in an act of this one.
    objections: list[ListedStep]

    @property
    def votes(self):
        return [step for step in self.steps if step.kind is StepKind.PARLIAMENT_VOTE]

    @property
    def notices(self):
        return [strip.notice for strip in self.strips if strip.notice]

    @property
    def under_way(self):
        """The strip of steps that led to no notice so far, or None."""
        return next((strip for strip in self.strips if not strip.notice and not strip.suspended), None)


class Way(NamedTuple):
    """A state with a notice of withdrawal, or with steps towards one, and its story."""

    row: Any
    story: Story


class Departed(NamedTuple):
    """A state that left, and what is said of production and use by it, before it left and since."""

    row: Any
    said: list[ListedStep]

    @property
    def phases(self):
        """What is said, told apart by whether the state was still bound."""
        return by_phase(self.said, self.row.standing.in_force, self.row.standing.since)


class SinceLeaving(NamedTuple):
    """Whether states that left have produced or used what the treaty prohibits."""

    departed: list[Departed]
    #: What a source verifies of the time since they left.
    verified: list[ListedStep]

    @property
    def rows(self):
        """The rows of the states that left, by the day they did."""
        return [one.row for one in self.departed]

    @property
    def said(self):
        """How many announcements, plans and orders there are."""
        return sum(len(one.said) for one in self.departed)


def stories_on(treaty, day, histories):
    """The story of every state with a step or a notice under a treaty; one query.

    `histories` maps states to their timelines. The key None has the steps of international events.
    """
    return _told(listed_steps(treaty.steps.by_day(day)), histories, day)


def stories_of(state, timelines, day):
    """One state's story under each treaty, by the treaty's primary key, as its timelines are; one query for all."""
    histories = {treaty: {state.pk: changes} for treaty, changes in timelines.items()}
    return {treaty: stories[state.pk] for treaty, stories in stories_of_states([state], histories, day).items()}


def stories_of_states(states, histories, day):
    """The stories of some states under each treaty; one query for all.

    `histories` maps treaties to states to their timelines, all by primary key; so does the answer with stories.
    """
    steps, chosen = defaultdict(list), {state.pk for state in states}
    for step in listed_steps(Step.objects.by_day(day).filter(Q(state__in=chosen) | Q(concerns__in=chosen))):
        steps[step.treaty_id].append(step)
    return {treaty: _told(steps[treaty], timelines, day) for treaty, timelines in histories.items()}


def ways(rows, stories, notices, *, under_way):
    """The ways of the states that gave these notices, by receipt; then, if wanted, of those with steps only."""
    by_state = {row.place.pk: row for row in rows}
    gave = dict.fromkeys(notice.place.pk for notice in notices)
    others = [state for state in by_state if under_way and state in stories and stories[state].under_way]
    return [Way(by_state[state], stories[state]) for state in dict.fromkeys([*gave, *others])]


def since_leaving(rows, stories):
    """What is on record of production and use by those states of the rows that had left, by the day they did."""
    gone = sorted((row for row in rows if row.standing.status is Status.WITHDRAWN), key=lambda row: row.standing.since)
    told = [(row, stories[row.place.pk].steps) for row in gone]
    return SinceLeaving(
        [Departed(row, [step for step in steps if step.kind in SAID]) for row, steps in told],
        [
            step
            for row, steps in told
            for step in steps
            if step.kind in VERIFIED and step.when.last_day >= row.standing.since
        ],
    )


def stages_chart(treaty, notices, day, *, page=""):
    """The chart of how long these withdrawals took; None without one. `page` is where the steps stand, if elsewhere."""
    strips = [(row.place.name, row.strip) for row in notices]
    address = reverse("treaties:record", args=[treaty.slug])
    source = [Link("the depositary acts on record", address), Link("the steps, each with its sources", f"{page}#ways")]
    return stages_in_days(treaty.name, strips, day, source=source, key=f"{treaty.slug}-stages")


def votes_chart(treaty, ways):
    """The chart of how parliaments voted on the way to leaving; None without a vote."""
    votes = [(way.row.place.name, vote) for way in ways for vote in way.story.votes]
    sources = {
        source: None
        for _, vote in votes
        for source in (*(source for result in vote.results for source in result.sources), *vote.sources)
    }
    links = [Link(publisher, reverse("source", args=[key])) for key, publisher in sources]
    return votes_in_parliament(treaty.name, votes, source=links, key=f"{treaty.slug}-votes")


def latest_steps(stories, day, limit):
    """The newest steps of all states, newest first; those of unknown day by the first that they may have had.

    Left out is what may not have happened by `day`: a step of some day in 2025, asked about in February 2025.
    """
    told = (step for story in stories.values() for step in story.steps)
    steps = {step.pk: step for step in told if step.when.last_day <= day}
    return sorted(steps.values(), key=lambda step: (step.when.day, step.pk), reverse=True)[:limit]


def _told(steps, histories, day):
    """The stories of all states that have a history or a step."""
    own, against = defaultdict(list), defaultdict(list)
    for step in steps:
        own[step.state_id].append(step)
        against[step.concerns_id].append(step)
    return {
        state_id: Story(
            at(changes, day), strips(own[state_id], changes, day), own[state_id], against[state_id] if state_id else []
        )
        for state_id in {*own, *histories}
        for changes in [histories.get(state_id, ())]
    }

"""Notified suspensions as three dated facts: what was notified, who objected, what a meeting decided."""

from typing import NamedTuple

from treaties.acts import ListedAct, Place, listed_acts
from treaties.enums import ActKind, StepKind
from treaties.steps import ListedStep
from treaties.stories import Story


class ContestedFacts(NamedTuple):
    """A notified suspension that stands on the record."""

    place: Place
    #: The act that notified it, with its sources and other reported dates.
    notification: ListedAct
    #: Steps that tell more of the notification.
    reports: list[ListedStep]
    #: Its circulation by the depositary.
    circulated: list[ListedStep]
    #: By the state's name; the count of those who objected is the length of this list.
    objections: list[ListedStep]
    #: Whether one of them may be later than the day asked about: its date is known only to a year that is not over.
    perhaps_later: bool
    decisions: list[ListedStep]
    story: Story


def contested_facts(treaty, day, stories, acts=None):
    """The suspensions that stand on the record on `day`, in the order of the states' names.

    `stories` maps states to their stories. `acts` are the listed acts of the treaty to choose the notifications from;
    without them one query fetches those, if there are any.
    """
    notified = {state_id: story.standing.suspended for state_id, story in stories.items() if story.standing.contested}
    if notified and acts is None:
        acts = listed_acts(treaty=treaty, state__in=notified, kind=ActKind.SUSPENSION_NOTIFICATION)
    found = [
        act
        for act in acts or ()
        if act.kind is ActKind.SUSPENSION_NOTIFICATION and act.date == notified.get(act.state_id)
    ]
    found.sort(key=lambda act: act.place.sort_key)
    return [_facts(act, stories[act.state_id], day) for act in found]


def _facts(notification, story, day):
    later = [step for step in story.steps if step.when.last_day >= notification.date]
    # An objection known only to the year may be dated, by its first day, before what it answers.
    objections = [step for step in story.objections if step.when.last_day >= notification.date]
    return ContestedFacts(
        place=notification.place,
        notification=notification,
        reports=_of_kind(later, StepKind.SUSPENSION_NOTIFIED),
        circulated=_of_kind(later, StepKind.CIRCULATED),
        objections=sorted(objections, key=lambda step: step.place.sort_key),
        perhaps_later=any(step.when.last_day > day for step in objections),
        decisions=_of_kind(later, StepKind.MEETING_DECISION),
        story=story,
    )


def _of_kind(steps, kind):
    return [step for step in steps if step.kind is kind]

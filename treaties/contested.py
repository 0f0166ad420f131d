"""Notified suspensions as three dated facts: what was notified, who objected, what a meeting decided."""

from datetime import date
from typing import NamedTuple

from django.urls import reverse

from treaties.enums import ActKind, StepKind
from treaties.models import Act, ReportedDate
from treaties.stages import last_day
from treaties.steps import ListedStep, Place
from treaties.stories import Story, stories_on


class Notification(NamedTuple):
    """The act that notified a suspension, its citable sources, and other dates that sources report for it."""

    act_id: int
    date: date
    preferred_because: str
    sources: list[tuple[str, str]]
    #: (date, note, sources) each.
    reported: list[tuple[date, str, list[tuple[str, str]]]]


class ContestedFacts(NamedTuple):
    """A notified suspension that stands on the record."""

    place: Place
    notification: Notification
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


def contested_facts(treaty, day, stories=None):
    """The suspensions that stand on the record on `day`, in the order of the states' names; two queries if any.

    `stories` maps states to their stories; without it those of the whole treaty are told, by four queries more.
    """
    if stories is None:
        stories = stories_on(treaty, day, treaty.acts.published().timelines(treaty.rules))
    notified = {
        state_id: [strip.suspended for strip in story.strips if strip.suspended][-1]
        for state_id, story in stories.items()
        if story.standing.contested
    }
    found = _notifications(treaty, notified) if notified else {}
    return [_facts(place, notification, stories[state_id], day) for state_id, (place, notification) in found.items()]


def _facts(place, notification, story, day):
    later = [step for step in story.steps if last_day(step.when) >= notification.date]
    # An objection known only to the year may be dated, by its first day, before what it answers.
    objections = [step for step in story.objections if last_day(step.when) >= notification.date]
    return ContestedFacts(
        place=place,
        notification=notification,
        reports=_of_kind(later, StepKind.SUSPENSION_NOTIFIED),
        circulated=_of_kind(later, StepKind.CIRCULATED),
        objections=sorted(objections, key=lambda step: step.place.sort_key),
        perhaps_later=any(last_day(step.when) > day for step in objections),
        decisions=_of_kind(later, StepKind.MEETING_DECISION),
        story=story,
    )


def _of_kind(steps, kind):
    return [step for step in steps if step.kind is kind]


def _notifications(treaty, notified):
    """The acts that notified suspensions on these days, with their states; two queries."""
    found, profiles = {}, reverse("states:list")
    links = Act.sources.through.objects.filter(source__citable=True, act__treaty=treaty, act__retired_on=None)
    suspensions = links.filter(act__kind=ActKind.SUSPENSION_NOTIFICATION, act__state__in=notified)
    columns = ("act", "act__date", "act__preferred_because", "source__key", "source__publisher")
    place = ("act__state", "act__state__iso3", "act__state__name", "act__state__sort_key", "act__state__slug")
    for act, day, because, key, publisher, state, *names, slug in suspensions.order_by(
        "act__state__sort_key", "pk"
    ).values_list(*columns, *place):
        if day == notified[state]:
            new = Place(*names, f"{profiles}{slug}/"), Notification(act, day, because, [], [])
            found.setdefault(state, new)[1].sources.append((key, publisher))
    _add_reported([notification for _, notification in found.values()])
    return found


def _add_reported(notifications):
    """Put in the other dates that sources report; one query."""
    by_act = {notification.act_id: notification for notification in notifications}
    reported = {}
    links = ReportedDate.sources.through.objects.filter(reporteddate__act__in=by_act, source__citable=True)
    columns = ("reporteddate__act", "reporteddate__date", "reporteddate__note", "source__key", "source__publisher")
    for act, day, note, *source in links.order_by("reporteddate__date", "pk").values_list(*columns):
        if (act, day) not in reported:
            reported[act, day] = []
            by_act[act].reported.append((day, note, reported[act, day]))
        reported[act, day].append(tuple(source))

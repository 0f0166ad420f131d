"""The rows of the lists: what a treaty's acts come to, state by state, on a day."""

from collections import defaultdict
from datetime import date
from typing import Any, NamedTuple

from django.urls import reverse

from states.charts import Link
from states.models import State
from treaties.charts import last_changes, parties_over_time
from treaties.charts.parties import changes_of, ends_of_years
from treaties.enums import ActKind, Status
from treaties.models import Act
from treaties.notices import Notice, days_left, effect_of, effects_of_notices
from treaties.stages import Strip
from treaties.status import Counters, Standing, at, count
from treaties.steps import JsonSteps, json_steps


class TreatyRow(NamedTuple):
    """A treaty and its two counters on a day."""

    treaty: Any
    counters: Counters
    url: str


class StatusRow(NamedTuple):
    """A state, as a plain row, and its standing on a day."""

    place: Any
    standing: Standing
    url: str
    acts_url: str


class ActRow(NamedTuple):
    """An act with the day it takes effect; its sources, (key, publisher) each, come with `with_sources`."""

    treaty: Any
    place: Any
    act: Any
    effect: Any
    url: str
    sources: list[tuple[str, str]] = []


class WithdrawalRow(NamedTuple):
    """A notice of withdrawal as it stands on a day, the way to it, and all of the state's steps."""

    place: Any
    notice: Notice
    days_left: int | None
    steps: JsonSteps
    strip: Strip
    url: str
    acts_url: str


class YearRow(NamedTuple):
    """The two counters at the end of a year, or on the last day asked about, and what changed in it."""

    day: Any
    counters: Counters
    entered: int
    left: int


def treaty_rows(treaties, day):
    """The treaties with their counters; one query for each."""
    return [TreatyRow(treaty, counters_on(treaty, day), treaty.get_absolute_url()) for treaty in treaties]


def counters_on(treaty, day):
    """A treaty's two counters on a day."""
    return count(at(changes, day) for changes in timelines(treaty).values())


def timelines(treaty):
    """The timelines under a treaty of every state that acted, from the published acts."""
    return treaty.acts.published().timelines(treaty.rules)


def standing_rows(treaty, places, histories, found):
    """The standings of these states, plain rows as `State.objects.places` gives them, on the day of a filter."""
    day = found.day
    profiles, acts = reverse("states:list"), reverse("treaties:record", args=[treaty.slug])
    # An address for today names no day, so that it stays the address of the current answer.
    on = "" if day == found.today else f"?on={day.isoformat()}"
    return [
        StatusRow(
            place,
            at(histories.get(place.pk, ()), day),
            f"{profiles}{place.slug}/{on}",
            f"{acts}?state={place.iso3}",
        )
        for place in places
    ]


def status_rows(treaty, found, histories):
    """The standings that a filter chooses."""
    wanted = set(found.cleaned["status"]) or set(Status.values)
    rows = standing_rows(treaty, found.chosen_places, histories, found)
    return [row for row in rows if row.standing.status in wanted]


def act_rows(treaty, found):
    """The acts that a filter chooses, oldest first; without their sources, which `with_sources` adds."""
    places = {place.pk: place for place in found.chosen_places}
    profiles = reverse("states:list")
    effects = {state: effects_of_notices(changes, found.day) for state, changes in timelines(treaty).items()}
    kinds, rules = set(found.cleaned["kind"]) or set(ActKind.values), treaty.rules
    acts = treaty.acts.published().filter(state__in=found.qs, kind__in=kinds, date__lte=found.day).chronological()
    for act in acts.values_list("pk", "state_id", "kind", "date", "effective_on", "note", named=True):
        if found.within(act.date):
            place = places[act.state_id]
            effect = effect_of(act, effects[act.state_id], rules)
            yield ActRow(treaty, place, act, effect, f"{profiles}{place.slug}/#act-{act.pk}")


def with_sources(rows):
    """The same acts with their citable sources; one query."""
    sources = defaultdict(list)
    links = Act.sources.through.objects.filter(act__in=[row.act.pk for row in rows], source__citable=True)
    for act, key, publisher in links.order_by("pk").values_list("act", "source__key", "source__publisher"):
        sources[act].append((key, publisher))
    return [row._replace(sources=sources[row.act.pk]) for row in rows]


def withdrawal_rows(standings, stories, found):
    """The notices of withdrawal by the states of these rows that a filter chooses, by the day of their receipt."""
    rows = [
        WithdrawalRow(
            row.place,
            strip.notice,
            days_left(strip.notice.effective, found.day),
            json_steps(story.steps, story.notices, found.day),
            strip,
            row.url,
            row.acts_url,
        )
        for row in standings
        if (story := stories.get(row.place.pk))
        for strip in story.strips
        if strip.notice and found.within(strip.notice.received)
    ]
    return sorted(rows, key=lambda row: row.notice.received)


def year_rows(treaty, histories, day):
    """Parties over time: a row for the end of each year since the treaty was opened, the last for `day` itself."""
    rows, before = [], set()
    for last in ends_of_years(treaty.opened_on, day):
        standings = {state: at(changes, last) for state, changes in histories.items()}
        bound = {state for state, standing in standings.items() if standing.bound}
        rows.append(YearRow(last, count(standings.values()), len(bound - before), len(before - bound)))
        before = bound
    return rows


def parties_chart(treaty, histories, day, *, table_at=""):
    """The chart of parties over time; None before the treaty opened. `table_at` leads to the page's own table."""
    return parties_over_time(
        treaty.name,
        histories,
        treaty.opened_on,
        day,
        source=acts_of_record(treaty),
        key=f"{treaty.slug}-parties",
        table_at=table_at,
    )


def last_changes_chart(treaty, histories, day):
    """The chart of who joined and who left in this year and the last; None where nobody left. One query."""
    if day < treaty.opened_on:
        return None
    first = max(treaty.opened_on, date(day.year - 1, 1, 1))
    changes = [change for change in changes_of(histories, day) if change.day > first]
    if not any(change.left for change in changes):
        return None
    states = {state for change in changes for state in (*change.entered, *change.left)}
    names = dict(State.objects.filter(pk__in=states).values_list("pk", "name"))
    key, source = f"{treaty.slug}-last-changes", acts_of_record(treaty)
    return last_changes(treaty.name, histories, names, first, day, source=source, key=key)


def acts_of_record(treaty, iso3=""):
    """The line of sources of a chart made of acts: they lead to their own sources, one by one."""
    address = reverse("treaties:record", args=[treaty.slug])
    return [Link("the depositary acts on record, each with its sources", address + (f"?state={iso3}" if iso3 else ""))]

"""Everything the record says about one state on a day, for its page and its JSON."""

from typing import Any, NamedTuple

from django.db.models import Prefetch

from sources.models import Source
from states.models import LandBorder, Membership
from treaties.models import Act, ReportedDate, Treaty
from treaties.notices import Notice, effect_of, notices
from treaties.sentences import Names, sentence
from treaties.spells import Spell, spells
from treaties.status import Standing, at, timeline, withdrawal_effect
from treaties.tables import STATUS_COLUMNS


class ProfileAct(NamedTuple):
    """An act with the day it takes effect."""

    act: Act
    effect: Any


class ProfileTreaty(NamedTuple):
    """One state under one treaty on a day."""

    treaty: Treaty
    standing: Standing
    sentence: str
    spells: list[Spell]
    notices: list[Notice]
    acts: list[ProfileAct]

    @property
    def pending(self):
        """The notice whose effect is still to come, or None."""
        return next((n for n in self.notices if self.standing.withdrawal_received == n.received), None)


class Place(NamedTuple):
    """The state as the columns of the list of standings read it."""

    iso3: str
    name: str
    sort_key: str
    region_name: str
    subregion_name: str


class StandingRow(NamedTuple):
    """A row for the columns of the list of standings."""

    place: Place
    standing: Standing


def treaties_of(state, day):
    """The state under every treaty on `day`, acts dated later left out: five queries."""
    citable = Source.objects.citable()
    dates = ReportedDate.objects.prefetch_related(Prefetch("sources", citable))
    acts = (
        Act.objects.published()
        .filter(state=state, date__lte=day)
        .chronological()
        .prefetch_related(Prefetch("sources", citable), Prefetch("reported_dates", dates))
    )
    by_treaty: dict[int, list[Act]] = {}
    for act in acts:
        by_treaty.setdefault(act.treaty_id, []).append(act)
    return [_under(treaty, state, by_treaty.get(treaty.pk, []), day) for treaty in Treaty.objects.all()]


def _under(treaty, state, acts, day):
    rules = treaty.rules
    changes = timeline(acts, rules)
    return ProfileTreaty(
        treaty=treaty,
        standing=at(changes, day),
        sentence=sentence(Names(state.name_in_text, treaty.name, treaty.noun), acts, rules, day),
        spells=spells(changes, day),
        notices=notices(changes, day),
        acts=[ProfileAct(act, effect_of(act, changes, rules, day)) for act in acts],
    )


def clock(found, day):
    """The clock of a pending withdrawal, or None: days left, the day it counts to, and what that depends on."""
    notice = found.pending
    if notice is None or found.standing.status != "withdrawing":
        return None
    due = withdrawal_effect(notice.received, found.treaty.rules)
    return {
        "received": notice.received,
        "due": due,
        "effective": notice.effective,
        "days_left": (notice.effective - day).days if notice.effective else None,
        "hold": notice.hold,
        "conflict_bars": found.treaty.rules.conflict_bars_withdrawal,
    }


def groups_of(state, day):
    """The memberships that hold on `day`, with their sources: two queries."""
    return Membership.objects.on(day).filter(state=state).select_related("group").prefetch_related("sources")


def borders_of(state):
    """The states with which a land border is recorded, by name; one query."""
    borders = LandBorder.objects.filter(state=state) | LandBorder.objects.filter(neighbour=state)
    pairs = [(border.state, border.neighbour) for border in borders.select_related("state", "neighbour")]
    return sorted((b if a == state else a for a, b in pairs), key=lambda other: other.sort_key)


def as_json(state, found, groups, borders, address):
    """The profile as JSON has it: per treaty the columns of the list of standings and what they rest on."""
    place = Place(state.iso3, state.name, state.sort_key, state.subregion.parent.name, state.subregion.name)
    return {
        "iso3": state.iso3,
        "name": state.name,
        "official_name": state.official_name or None,
        "region": state.subregion.parent.name,
        "subregion": state.subregion.name,
        "groups": [membership.group.slug for membership in groups],
        "borders": sorted(border.iso3 for border in borders),
        "url": address,
        "treaties": {one.treaty.slug: _treaty_as_json(one, place) for one in found},
    }


def _treaty_as_json(one, place):
    row = StandingRow(place, one.standing)
    return {
        **{column.key: column.value(row) for column in STATUS_COLUMNS if column.exported},
        "sentence": one.sentence,
        "spells": [spell._asdict() for spell in one.spells],
        "acts": [_act_as_json(listed) for listed in one.acts],
    }


def _act_as_json(listed):
    act = listed.act
    return {
        "kind": act.kind,
        "date": act.date,
        "effective_on": listed.effect,
        "effective_reason": act.effective_reason or None,
        "note": act.note or None,
        "sources": [source.key for source in act.sources.all()],
        "reported_dates": [
            {"date": other.date, "note": other.note or None, "sources": [source.key for source in other.sources.all()]}
            for other in act.reported_dates.all()
        ],
    }

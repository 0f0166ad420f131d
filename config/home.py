"""What the first page tells of a day: the first treaty in full, the others in short, and the human cost."""

from datetime import date
from typing import Any, NamedTuple

from django.urls import reverse

from casualties.charts import casualties_by_year
from casualties.enums import WORLD, WORLD_PLACE
from casualties.rows import WORLD_NAME, highest, monitor, series_of
from casualties.sentences import sentence as sentence_of_figure
from statements.rows import matrix_on, quoted_for
from states.models import State, in_running_text
from treaties.enums import Status
from treaties.headlines import Change, headline, who_is_contested, who_is_leaving, who_left
from treaties.map_page import map_of_day, map_title, table_body
from treaties.models import Treaty
from treaties.notices import days_left
from treaties.rows import last_changes_chart, parties_chart, standing_rows, timelines, withdrawal_rows
from treaties.status import Counters, count
from treaties.stories import latest_steps, stages_chart, stories_on, votes_chart, ways

LATEST = 7
QUOTED = 2
STATED = 7
HIGHEST = 7


class Answer(NamedTuple):
    """One treaty's standings on a day, as rows of its list, by what a reader asks for."""

    treaty: Treaty
    counters: Counters
    rows: list[Any]
    histories: dict[int, Any]
    day: date

    @property
    def left(self):
        """The states that had withdrawn, by the day they did."""
        gone = [row for row in self.rows if row.standing.status == Status.WITHDRAWN]
        return sorted(gone, key=lambda row: row.standing.since)

    @property
    def leaving(self):
        """The states whose notice was received and that were still bound, by the day on which that ends."""
        going = [row for row in self.rows if row.standing.status == Status.WITHDRAWING]
        # Those held by an armed conflict have no such day, and come last.
        return sorted(going, key=lambda row: (row.standing.withdrawal_effective is None, row.standing.since))

    @property
    def clocks(self):
        """Those who are leaving, each with the days left; None where an armed conflict holds the effect."""
        return [(row, days_left(row.standing.withdrawal_effective, self.day)) for row in self.leaving]

    @property
    def joining(self):
        """The states that consented and were not yet bound."""
        return [row for row in self.rows if row.standing.status == Status.CONSENTED]

    @property
    def contested(self):
        """The states with a notified suspension."""
        return [row for row in self.rows if row.standing.contested]

    @property
    def headline(self):
        return headline(self.treaty.name, self.counters, len(self.left), len(self.leaving))

    @property
    def sentences(self):
        """Who left, who is leaving and who is contested, a sentence each."""
        left = [Change(_name(row), row.standing.since) for row in self.left]
        leaving = [Change(_name(row), row.standing.withdrawal_effective) for row in self.leaving]
        contested = [_name(row) for row in self.contested]
        told = (who_left(left), who_is_leaving(leaving), who_is_contested(contested, self.treaty.noun))
        return " ".join(sentence for sentence in told if sentence)


def home_of(found):
    """The first page's content for the day of a filter: the answers of all treaties, and the first one's evidence."""
    places = list(State.objects.states().places())
    answers = [_answer(treaty, places, found) for treaty in Treaty.objects.all()]
    told = {"answers": answers, "casualties": _casualties()}
    return told | _evidence(answers[0], found) if answers else told


def _name(row):
    return in_running_text(row.place.article, row.place.name)


def _answer(treaty, places, found):
    histories = timelines(treaty)
    rows = standing_rows(treaty, places, histories, found)
    return Answer(treaty, count(row.standing for row in rows), rows, histories, found.day)


def _evidence(answer, found):
    """How states left the treaty, why, and what happened last: from its acts, steps and statements up to the day."""
    treaty, day, histories = answer.treaty, found.day, answer.histories
    stories = stories_on(treaty, day, histories)
    notices = withdrawal_rows(answer.rows, stories, found)
    under_way = ways(answer.rows, stories, notices, under_way=True)
    stated = matrix_on(treaty, day)
    shared = [line for line in stated.shared if line in stated.reasons]
    most = sorted(stated.lines, key=lambda line: (-len(line.states), -sum(cell.number for cell in line.cells)))
    return {
        "map": map_of_day(answer.rows, map_title(treaty, day)),
        "map_table": table_body(answer.rows),
        "parties": parties_chart(treaty, histories, day),
        "close_up": last_changes_chart(treaty, histories, day),
        "stages": stages_chart(treaty, notices, day, page=reverse("treaties:withdrawals", args=[treaty.slug])),
        "votes": votes_chart(treaty, under_way),
        "latest": latest_steps(stories, day, LATEST),
        "stated": stated._replace(lines=most[:STATED]),
        "shared": shared,
        "quoted": quoted_for(shared[0].justification, treaty, day, QUOTED) if shared else [],
    }


def _casualties():
    """The newest year for which a total of the world is published, in words, and all years; None without one."""
    years = series_of(WORLD_PLACE)
    newest = next((year for year in reversed(years) if year.total is not None), None)
    if newest is None:
        return None
    return {
        "year": newest.year,
        "sentence": sentence_of_figure(newest.counted),
        "chart": casualties_by_year(years, WORLD_NAME, source=[monitor(WORLD)]),
        "highest": list(highest(newest.year, HIGHEST)),
    }

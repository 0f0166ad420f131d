"""The charts of treaties: standings, steps and votes in, geometry out. Pure: no database, clock or settings."""

from treaties.charts.latest import last_changes
from treaties.charts.parties import parties_over_time
from treaties.charts.stages import stages_in_days
from treaties.charts.standings import standing_over_time
from treaties.charts.votes import votes_in_parliament

__all__ = ["last_changes", "parties_over_time", "stages_in_days", "standing_over_time", "votes_in_parliament"]

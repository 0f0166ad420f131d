"""What was done: treaties, the acts of states under them, and the steps that led to the acts.

Acts are the record. They are corrected by an edit that leaves history, retired when they should not count, and
never deleted. Standing is derived from them (`treaties.status`) and stored nowhere. Steps and votes say how it came
to an act; they change no standing.
"""

from treaties.models.acts import Act, ReportedDate
from treaties.models.retiring import Retirable
from treaties.models.steps import Step, Tally
from treaties.models.treaties import Treaty

__all__ = ["Act", "ReportedDate", "Retirable", "Step", "Tally", "Treaty"]

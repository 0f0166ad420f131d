"""The mistake each sentence avoids."""

import pytest

from tests.treaties.acts import OTTAWA, day, history
from treaties.mistakes import common_mistake
from treaties.sentences import Names
from treaties.status import standing_on

LEFT = "signature 1997-12-04, ratification 2012-12-27, withdrawal 2025-08-20"


@pytest.mark.parametrize(
    ("acts", "on", "voted", "mistake"),
    [
        (LEFT, "2026-02-20", "2025-06-25", "Giving 25 June 2025 as the day of leaving: that was a vote in parliament"),
        (LEFT, "2026-02-20", None, "Giving 20 August 2025 as the day of leaving: that was the receipt of the notice"),
        (LEFT, "2026-02-19", "2025-06-25", "“The Netherlands has left”: it has not."),
        (LEFT, "2025-08-19", None, "Calling it a signatory: signature alone does not bind"),
        (LEFT, "2013-01-01", None, "Counting it among the States Parties already"),
        (LEFT, "2000-01-01", None, "Counting it among the States Parties: the Netherlands signed"),
        ("accession 2005-07-01", "2020-01-01", None, "Calling it a signatory: the Netherlands never signed"),
        (
            "succession 2006-10-23 2007-04-01", "2007-04-01", None,
            "Calling it a signatory: the Netherlands never signed, it deposited a notification of succession.",
        ),
        (
            "", "2020-01-01", None,
            "Taking it to be bound by the Ottawa Convention: the Convention binds only its States Parties, and the "
            "Netherlands never was one.",
        ),
        (
            "accession 2005-07-01, suspension_notification 2025-07-18", "2025-07-18", None,
            "“The Netherlands withdrew”: it did not. It notified a suspension",
        ),
    ],
)  # fmt: skip
def test_the_mistake_is_the_one_made_about_such_a_standing(acts, on, voted, mistake):
    now = standing_on(history(acts) if acts else [], OTTAWA, day(on))
    names = Names("the Netherlands", "Ottawa Convention", "Convention")
    assert common_mistake(names, now, day(voted) if voted else None).startswith(mistake)

"""The answer in a sentence that is legally right on its day."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.treaties import acts as shared
from tests.treaties.acts import CLUSTER, NOT_IN_FORCE, OTTAWA, POLAND, UKRAINE, WITHOUT_CLAUSE, day, history
from treaties.enums import Status
from treaties.models import Act
from treaties.sentences import Names, sentence
from treaties.status import standing_on

CONFLICT = history("armed_conflict_began 2022-02-24")
RELEASED = history("armed_conflict_began 2022-02-24, armed_conflict_ended 2026-05-09")
CAME_BACK = [*POLAND, *history("accession 2030-03-15, withdrawal 2034-01-31")]

RECEIVED = (
    "Poland is withdrawing but still a State Party: the depositary received its notice of withdrawal from the Ottawa "
    "Convention on 20 August 2025, "
)
WITHDREW = (
    "Poland withdrew: it ceased to be a State Party on 20 February 2026, six months after the depositary received its "
    "notice on 20 August 2025. The Ottawa Convention had been in force for it since 1 June 2013."
)
BEFORE = "It was a State Party before, from 1 June 2013 until its withdrawal took effect on 20 February 2026."
UKRAINE_IS_PARTY = (
    "Ukraine is a State Party: it ratified the Ottawa Convention on 27 December 2005, and the Convention has been in "
    "force for it since 1 June 2006."
)
SUSPENSION = (
    "On 18 July 2025 it notified a suspension, for which the Convention does not provide: the notification is "
    "contested, and Ukraine remains bound."
)
#: How the sentence goes on after the name of the state.
OPENINGS = {
    Status.NON_PARTY: "is not a State Party: it has neither signed the ",
    Status.SIGNATORY: "is a signatory, not a State Party: it signed the ",
    Status.CONSENTED: "is not yet a State Party",
    Status.PARTY: "is a State Party: it ",
    Status.WITHDRAWING: "is withdrawing but still a State Party: the depositary received ",
    Status.WITHDRAWN: "withdrew: it ceased to be a State Party on ",
}


def said(state, acts, on, rules=OTTAWA):
    treaty = "Convention on Cluster Munitions" if rules is CLUSTER else "Ottawa Convention"
    return sentence(Names(state, treaty, "Convention"), acts, rules, day(on))


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("1997-12-02", "No state was party: the Ottawa Convention was not opened for signature until 3 December 1997."),
        (
            "1997-12-03",
            "Poland is not a State Party: it has neither signed the Ottawa Convention nor consented to be bound by it.",
        ),
        (
            "1997-12-04",
            "Poland is a signatory, not a State Party: it signed the Ottawa Convention on 4 December 1997 and has not "
            "consented to be bound by it.",
        ),
        (
            "2012-12-27",
            "Poland is not yet a State Party: it ratified the Ottawa Convention on 27 December 2012, and the "
            "Convention enters into force for it on 1 June 2013.",
        ),
        (
            "2013-06-01",
            "Poland is a State Party: it ratified the Ottawa Convention on 27 December 2012, and the Convention has "
            "been in force for it since 1 June 2013.",
        ),
        ("2025-08-20", f"{RECEIVED}and the withdrawal takes effect on 20 February 2026."),
        ("2026-02-19", f"{RECEIVED}and the withdrawal takes effect on 20 February 2026."),
        ("2026-02-20", WITHDREW),
        (
            "2030-03-15",
            "Poland is not yet a State Party again: it acceded to the Ottawa Convention on 15 March 2030, and the "
            f"Convention enters into force for it on 1 September 2030. {BEFORE}",
        ),
        (
            "2030-09-01",
            "Poland is a State Party: it acceded to the Ottawa Convention on 15 March 2030, and the Convention has "
            f"been in force for it since 1 September 2030. {BEFORE}",
        ),
        (
            "2034-07-31",
            "Poland withdrew: it ceased to be a State Party on 31 July 2034, six months after the depositary received "
            "its notice on 31 January 2034. The Ottawa Convention had been in force for it since 1 September 2030. "
            + BEFORE.replace("was", "had been", 1),
        ),
    ],
)
def test_sentence_for_every_status_of_a_state_that_left_joined_again_and_left_again(on, expected):
    assert said("Poland", CAME_BACK, on) == expected


@pytest.mark.parametrize(
    ("state", "acts", "expected"),
    [
        (
            "the Netherlands",
            "signature 1997-12-03, acceptance 1999-04-12",
            "The Netherlands is a State Party: it accepted the Ottawa Convention on 12 April 1999, and the Convention "
            "has been in force for it since 1 October 1999.",
        ),
        (
            "Slovakia",
            "signature 1997-12-03, approval 1999-02-25",
            "Slovakia is a State Party: it approved the Ottawa Convention on 25 February 1999, and the Convention has "
            "been in force for it since 1 August 1999.",
        ),
        (
            "South Sudan",
            "succession 2011-11-11 2011-07-09",
            "South Sudan is a State Party: it deposited its notification of succession to the Ottawa "
            "Convention on 11 November 2011, and the "
            "Convention has been in force for it since 9 July 2011.",
        ),
        (
            "Finland",
            "accession 2012-01-09, withdrawal 2025-07-10",
            "Finland withdrew: it ceased to be a State Party on 10 January 2026, six months after the depositary "
            "received its notice on 10 July 2025. The Ottawa Convention had been in force for it since 1 July 2012.",
        ),
    ],
)
def test_sentence_takes_its_verb_from_the_act_and_a_capital_for_the_article(state, acts, expected):
    assert said(state, history(acts), "2026-11-23") == expected


def test_sentence_under_another_treaty_has_its_name():
    acts = history("signature 2008-12-03, ratification 2011-03-24, withdrawal 2024-09-06")
    assert said("Lithuania", acts, "2025-03-06", CLUSTER) == (
        "Lithuania withdrew: it ceased to be a State Party on 6 March 2025, six months after the depositary received "
        "its notice on 6 September 2024. The Convention on Cluster Munitions had been in force for it since "
        "1 September 2011."
    )


def test_sentence_under_a_treaty_that_is_not_in_force():
    acts = history("signature 1997-12-03, ratification 1997-12-03")
    assert said("Canada", acts, "1998-01-01", NOT_IN_FORCE) == (
        "Canada is not yet a State Party: it ratified the Ottawa Convention on 3 December 1997, and the Convention "
        "itself is not yet in force."
    )


@pytest.mark.parametrize(
    ("acts", "on", "expected"),
    [
        (UKRAINE, "2025-07-17", UKRAINE_IS_PARTY),
        (UKRAINE, "2025-07-18", f"{UKRAINE_IS_PARTY} {SUSPENSION}"),
        ([*UKRAINE, *history("suspension_revocation 2026-03-01")], "2026-03-01", UKRAINE_IS_PARTY),
        (
            [*UKRAINE, *CONFLICT, *history("withdrawal 2026-06-30")],
            "2026-12-30",
            "Ukraine is withdrawing but still a State Party: the depositary received its notice of withdrawal from the "
            "Ottawa Convention on 30 June 2026, but the withdrawal cannot take effect before the end of the armed "
            f"conflict in which Ukraine is engaged. {SUSPENSION}",
        ),
    ],
    ids=["before", "contested", "taken back", "withdrawing"],
)
def test_sentence_names_a_contested_suspension_and_that_the_state_is_bound(acts, on, expected):
    assert said("Ukraine", acts, on) == expected


@pytest.mark.parametrize(
    ("conflict", "rules", "on", "expected"),
    [
        pytest.param(
            CONFLICT, OTTAWA, "2026-02-19",
            f"{RECEIVED}and the withdrawal takes effect on 20 February 2026, unless Poland is then still "
            "engaged in the armed conflict: in that case not before the conflict ends.",
            id="conditional",
        ),
        pytest.param(
            CONFLICT, OTTAWA, "2026-02-20",
            f"{RECEIVED}but the withdrawal cannot take effect before the end of the armed conflict in which "
            "Poland is engaged.",
            id="held",
        ),
        pytest.param(
            RELEASED, OTTAWA, "2026-05-09",
            "Poland withdrew: it ceased to be a State Party on 9 May 2026, when the armed conflict that had "
            "held its withdrawal ended; the depositary had received its notice on 20 August 2025. The Ottawa "
            "Convention had been in force for it since 1 June 2013.",
            id="released",
        ),
        pytest.param(
            CONFLICT, WITHOUT_CLAUSE, "2026-02-19", f"{RECEIVED}and the withdrawal takes effect on 20 February 2026.",
            id="pending, no clause",
        ),
        pytest.param(CONFLICT, WITHOUT_CLAUSE, "2026-02-20", WITHDREW, id="effect, no clause"),
    ],
)  # fmt: skip
def test_sentence_names_an_armed_conflict_that_holds_the_withdrawal(conflict, rules, on, expected):
    assert said("Poland", [*POLAND, *conflict], on, rules) == expected


def test_sentence_says_that_a_notice_was_taken_back():
    acts = [*POLAND, *history("withdrawal_revocation 2026-02-19")]
    assert said("Poland", acts, "2026-11-23") == (
        "Poland is a State Party: it ratified the Ottawa Convention on 27 December 2012, and the Convention has been "
        "in force for it since 1 June 2013. On 19 February 2026 it took back a notice of withdrawal received on "
        "20 August 2025."
    )


def test_sentence_says_nothing_of_a_notice_taken_back_in_an_earlier_spell():
    acts = [*POLAND[:2], *history("withdrawal 2020-01-01, withdrawal_revocation 2020-02-01"), *CAME_BACK[2:4]]
    assert "took back" in said("Poland", acts, "2026-02-20")
    assert "took back" not in said("Poland", acts, "2030-09-01")


def test_sentence_says_nothing_of_a_notice_taken_back_after_its_effect():
    acts = [*POLAND, *history("withdrawal_revocation 2026-06-01")]
    assert said("Poland", acts, "2026-11-23") == WITHDREW


@pytest.mark.parametrize(("months", "words"), [(1, "one month"), (3, "three months"), (12, "twelve months")])
def test_sentence_counts_the_months_of_the_treaty(months, words):
    text = said("Poland", POLAND, "2026-11-23", replace(OTTAWA, withdrawal_months=months))
    assert f", {words} after the depositary received its notice" in text


def test_sentence_reads_unsaved_acts_of_the_model():
    acts = [Act(kind=act.kind, date=act.date) for act in POLAND]
    assert said("Poland", acts, "2026-11-23") == WITHDREW


@given(shared.histories, shared.any_rules, shared.days, st.sampled_from(["Poland", "the Netherlands", "Côte d'Ivoire"]))
def test_sentence_agrees_with_the_standing(acts, rules, on, state):
    standing = standing_on(acts, rules, on)
    text = said(state, acts, on.isoformat(), rules)
    opening = "No state was party: " if on < rules.opened_on else f"{state} {OPENINGS[standing.status]}"
    assert text.startswith(opening[0].upper() + opening[1:])
    assert text.endswith(".")
    assert ("withdrew" in text) == (standing.status is Status.WITHDRAWN and on >= rules.opened_on)
    assert ("contested" in text) == (standing.contested and on >= rules.opened_on)
    assert "None" not in text
    assert "unknown day" not in text

"""The mistake that is commonly made about a state's standing, and that its sentence avoids."""

from collections.abc import Callable
from datetime import date

from sources.dates import in_text
from sources.wording import with_capital
from treaties.enums import ActKind, Status
from treaties.sentences import Names
from treaties.status import Standing


def common_mistake(names: Names, now: Standing, voted: date | None) -> str:
    """What to beware of when writing about the state as it stands; `voted` is the day of its parliament's last vote.

    A sentence or two for every standing; a notified suspension goes before what the status alone suggests.
    """
    text = _contested(names) if now.contested else _MISTAKE[now.status](names, now, voted)
    return with_capital(text)


def _contested(names: Names) -> str:
    return (
        f"“{with_capital(names.state)} withdrew”: it did not. It notified a suspension, which is no notice of "
        "withdrawal and starts no clock."
    )


def _left(names: Names, now: Standing, voted: date | None) -> str:
    if voted:
        return f"Giving {in_text(voted)} as the day of leaving: that was a vote in parliament, which ended nothing."
    return (
        f"Giving {in_text(now.withdrawal_received)} as the day of leaving: that was the receipt of the notice, after "
        "which the state was still bound."
    )


def _leaving(names: Names, now: Standing, voted: date | None) -> str:
    return f"“{with_capital(names.state)} has left”: it has not. Until the withdrawal takes effect it is a State Party."


def _party(names: Names, now: Standing, voted: date | None) -> str:
    if now.signed is None and now.consent_kind in _WITHOUT_SIGNING:
        return f"Calling it a signatory: {names.state} never signed, it {_WITHOUT_SIGNING[now.consent_kind]}."
    return "Calling it a signatory: signature alone does not bind, and a State Party is bound."


def _consented(names: Names, now: Standing, voted: date | None) -> str:
    return f"Counting it among the States Parties already: the deposit binds {names.state} only from entry into force."


def _signatory(names: Names, now: Standing, voted: date | None) -> str:
    return f"Counting it among the States Parties: {names.state} signed, and that alone does not bind it."


def _non_party(names: Names, now: Standing, voted: date | None) -> str:
    return (
        f"Taking it to be bound by the {names.treaty}: the {names.noun} binds only its States Parties, and "
        f"{names.state} never was one."
    )


_WITHOUT_SIGNING = {ActKind.ACCESSION: "acceded", ActKind.SUCCESSION: "deposited a notification of succession"}
_MISTAKE: dict[Status, Callable[[Names, Standing, date | None], str]] = {
    Status.PARTY: _party,
    Status.WITHDRAWING: _leaving,
    Status.WITHDRAWN: _left,
    Status.CONSENTED: _consented,
    Status.SIGNATORY: _signatory,
    Status.NON_PARTY: _non_party,
}

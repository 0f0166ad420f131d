"""Two analysts who record acts of one state at the same time."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import OperationalError, connection, transaction

from states.models import State
from treaties.forms import ActForm
from treaties.models import Act, Treaty

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time"),
]


def is_valid(iso3):
    """Whether a notice of a state would be saved."""
    treaty, state = Treaty.objects.get(position=1), State.objects.get(iso3=iso3)
    source = Act.objects.published().first().sources.first()
    typed = {"treaty": treaty.pk, "state": state.pk, "kind": "withdrawal", "date": "2026-03-02"}
    return ActForm(typed | {"sources": [source.pk]}).is_valid()


def of_a_colleague(check, iso3):
    """The same on a connection of its own, which does not wait long."""

    def ask():
        try:
            with connection.cursor() as cursor:
                cursor.execute("SET lock_timeout = '200ms'")
            return check(iso3)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as colleague:
        return colleague.submit(ask).result()


def test_an_act_waits_for_another_of_its_state_alone():
    assert is_valid("NOR")
    with pytest.raises(OperationalError, match="lock timeout"):
        of_a_colleague(transaction.atomic(is_valid), "NOR")
    assert of_a_colleague(transaction.atomic(is_valid), "SWE")


def test_an_act_that_moves_waits_for_the_state_it_leaves():
    act = Act.objects.get(state__iso3="TON", kind="accession")
    moved = {"treaty": act.treaty_id, "state": State.objects.get(iso3="NOR").pk, "kind": act.kind, "date": act.date}
    assert not ActForm(moved, instance=act).is_valid()
    with pytest.raises(OperationalError, match="lock timeout"):
        of_a_colleague(transaction.atomic(is_valid), "TON")


def test_a_form_outside_a_transaction_is_checked_without_waiting():
    assert is_valid("NOR")
    assert of_a_colleague(is_valid, "NOR")

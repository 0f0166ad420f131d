"""The data dictionary: no list without an entry, no column without a meaning."""

import pytest

from config.dictionary import tables
from tests.pages import LISTS, body_of

pytestmark = pytest.mark.django_db


def test_every_column_has_a_meaning_of_its_own():
    for table in tables():
        assert all(column.meaning.endswith(".") for column in table.columns), table.slug
        keys = [column.key for column in table.columns]
        assert len(keys) == len(set(keys)), table.slug


def test_every_address_has_the_columns_the_dictionary_explains(client):
    for table in tables():
        for address in table.addresses:
            header = body_of(client.get(f"{address}.csv")).decode().splitlines()[0]
            assert header.split(",") == [column.key for column in table.columns]


def test_every_list_is_in_the_dictionary():
    listed = {f"{address}/" for table in tables() for address in table.addresses}
    assert set(LISTS) - {"/casualties/2023/"} <= listed

"""The pages that need several apps."""

import pytest
from django.db import connection

pytestmark = pytest.mark.django_db


def test_home_names_the_counts(client):
    assert b"161" in client.get("/?on=2026-11-23").content


def test_postgresql_is_reached_through_psycopg2():
    if connection.vendor == "postgresql":
        assert connection.Database.__name__ == "psycopg2"

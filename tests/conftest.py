"""What every test can rely on: the real record in the database, and rows of its own that are rolled back."""

from io import StringIO

import pytest
from django.core.management import call_command


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Load the record once for the whole run; each test's own changes are rolled back."""
    with django_db_blocker.unblock():
        call_command("load_record", stdout=StringIO())

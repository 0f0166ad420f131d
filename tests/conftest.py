"""What every test can rely on: the real record in the database, and rows of its own that are rolled back."""

from io import StringIO
from shutil import copytree

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command
from hypothesis import settings

# How long one example takes depends on what else the machine does; `make bench` measures speed.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Load the record once for the whole run; each test's own changes are rolled back."""
    with django_db_blocker.unblock():
        call_command("load_record", stdout=StringIO())


@pytest.fixture
def data(tmp_path, settings):
    """A copy of the record's files, for a test to change."""
    return copytree(settings.DATA_DIR, tmp_path / "data")


@pytest.fixture
def analyst(client):
    """A client signed in as a member of the group of analysts."""
    user = get_user_model().objects.create_user("analyst", password=None, is_staff=True)
    user.groups.add(Group.objects.get(name="Analysts"))
    client.force_login(user)
    return client

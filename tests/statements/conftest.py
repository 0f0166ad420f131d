"""What the tests of the admin share."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group


@pytest.fixture
def analyst(client):
    """A client signed in as a member of the group of analysts."""
    user = get_user_model().objects.create_user("analyst", password=None, is_staff=True)
    user.groups.add(Group.objects.get(name="Analysts"))
    client.force_login(user)
    return client

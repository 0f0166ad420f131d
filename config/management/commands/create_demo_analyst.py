"""An analyst to try the admin with, under a new random password each time."""

import secrets

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand
from django.db import transaction

NAME = "demo-analyst"


class Command(BaseCommand):
    help = f"Create the user {NAME}, or give it a new password, and print it. For trying the site, not for a server."

    @transaction.atomic
    def handle(self, *args, **options):
        password = secrets.token_urlsafe(12)
        user, _ = get_user_model().objects.get_or_create(username=NAME, defaults={"is_staff": True})
        user.set_password(password)
        user.save()
        user.groups.add(Group.objects.get(name="Analysts"))
        self.stdout.write(f"Demo analyst: {NAME}, password: {password}")

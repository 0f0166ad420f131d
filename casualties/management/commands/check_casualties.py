"""What the checks find in the casualty figures on record."""

from collections import Counter

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from casualties.checks import violations
from casualties.enums import WORLD
from casualties.records import all_rows
from states.models import State


class Command(BaseCommand):
    help = "List every figure that breaks a rule, with the reason. Fails where one cannot stand."

    def add_arguments(self, parser):
        parser.add_argument("--unexplained", action="store_true", help="leave out what a note tells readers already")

    def handle(self, *args, unexplained, **options):
        areas = frozenset(State.objects.values_list("iso3", flat=True)) | {WORLD}
        found = violations(list(all_rows()), timezone.localdate().year, areas)
        shown = [one for one in found if not (unexplained and one.is_explained)]
        for one in shown:
            row = one.row
            level = "error" if one.rule.is_error else "warning"
            where = f"{row['area']} {row['year']}, edition {row['edition']}, {row['source']}"
            self.stdout.write(f"{level}: {one.rule.label}: {where}: {one.reason}")
        counts = Counter(one.rule.is_error for one in found)
        summary = f"{counts[True]} errors, {counts[False]} warnings, {len(shown)} shown"
        if counts[True]:
            raise CommandError(summary)
        self.stdout.write(summary)

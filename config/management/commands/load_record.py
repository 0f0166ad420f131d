"""Load the record: every file of data/, in one transaction."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

import casualties.loading
import sources.loading
import statements.loading
import states.loading
import treaties.loading
from config.loading import load
from config.reading import RecordError, RecordErrors, parse

#: In the order of their references: a row may name rows of the files before its own.
ROWS = [
    *sources.loading.ROWS,
    *states.loading.ROWS,
    *treaties.loading.ROWS,
    *statements.loading.ROWS,
    *casualties.loading.ROWS,
]


class Command(BaseCommand):
    help = "Load data/*.csv. Idempotent; nothing is kept of a load with errors, and no analyst's change is undone."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
        parser.add_argument("--data", type=Path, default=settings.DATA_DIR, help="another folder of files")

    def handle(self, *args, data, dry_run, **options):
        try:
            tables = self.parse(data)
            with transaction.atomic():
                counts = load(tables, timezone.localdate(), self.progress)
                transaction.set_rollback(dry_run)
        except RecordErrors as refused:
            found = len(refused.errors)
            raise CommandError(f"{refused}\nNothing was loaded: {found} error{'s'[: found > 1]}.") from None
        self.report(counts, dry_run)

    def parse(self, data):
        """Every file's rows, or every file's errors in one round."""
        tables, errors = {}, []
        for form in ROWS:
            try:
                tables[form] = parse((data / form.file).read_bytes(), form)
            except FileNotFoundError:
                errors.append(RecordError(form.file, 0, "", f"There is no such file in {data}."))
            except RecordErrors as refused:
                errors += refused.errors
        if errors:
            raise RecordErrors(errors)
        return tables

    def progress(self, file, done, total):
        if self.stderr.isatty() and (done % 50 == 0 or done == total - 1):
            ending = "\n" if done == total - 1 else "\r"
            self.stderr.write(f"{file} {done + 1}/{total}", ending=ending)

    def report(self, counts, dry_run):
        line = "{:<18}{:>9}{:>9}{:>11}{:>9}{:>6}"
        self.stdout.write(line.format("", "created", "updated", "unchanged", "missing", "kept"))
        for table in counts:
            numbers = (table.created, table.updated, table.unchanged, len(table.missing), len(table.kept))
            self.stdout.write(line.format(table.file, *numbers))
        for table in counts:
            for row in table.missing:
                self.stdout.write(f"{table.file}: missing from the file, still in the database: {row}")
            for row in table.kept:
                self.stdout.write(f"{table.file}, {row}: kept as the analyst left it")
        if dry_run:
            self.stdout.write("Dry run: nothing was changed.")

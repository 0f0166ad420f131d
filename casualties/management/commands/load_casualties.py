"""Import an edition from a file, by the same code as the analysts' admin."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from casualties.resources import NUMBER, FigureResource, dataset_of
from casualties.uploads import Unreadable


class Command(BaseCommand):
    help = "Import casualty figures of an edition from a CSV or XLSX file: all rows or none."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="a file with the columns of the analysts' template")
        parser.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")

    def handle(self, *args, file, dry_run, **options):
        try:
            dataset = dataset_of(file.read_bytes())
        except (OSError, Unreadable) as refused:
            raise CommandError(f"{file.name}: {refused}") from None
        resource = FigureResource(this_year=timezone.localdate().year)
        result = resource.import_data(
            dataset, dry_run=dry_run, file_name=file.name, use_transactions=True, rollback_on_validation_errors=True
        )
        if errors := list(self.errors(result)):
            raise CommandError("\n".join([*errors, "Nothing was saved."]))
        for one in result.warnings:
            self.stdout.write(f"{file.name}, row {one.row[NUMBER]}: {one.rule.label}: {one.reason}")
        counts = (result.totals[kind] for kind in ("new", "update", "skip"))
        self.stdout.write("{} created, {} updated, {} unchanged".format(*counts))
        if dry_run:
            self.stdout.write("Dry run: nothing was changed.")

    def errors(self, result):
        """Every wrong cell, as row, column and reason."""
        yield from (str(error.error) for error in result.base_errors)
        for _number, errors in result.row_errors():
            yield from (f"row {error.row[NUMBER]}: {error.error}" for error in errors)
        for row in result.invalid_rows:
            for column, reasons in row.field_specific_errors.items():
                yield from (f"row {row.values[0]}, column {column}: {reason}" for reason in reasons)

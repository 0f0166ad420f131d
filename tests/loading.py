"""Loads of the record's files, or of a copy that a test has changed."""

from io import StringIO

from django.core.management import call_command


def load(data, **options):
    """What `load_record` prints. Raises CommandError where it refuses the files."""
    output = StringIO()
    call_command("load_record", data=data, stdout=output, **options)
    return output.getvalue()


def numbers(data):
    """The numbers a load prints of each file: created, updated, unchanged, missing, kept; as text."""
    return {line.split()[0]: line.split()[1:] for line in load(data).splitlines() if ".csv " in line}

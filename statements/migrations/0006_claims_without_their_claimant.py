"""Claims are found by what is claimed and what is found, no longer by the title of the publication that claims it.

A load writes only rows that differ from their file, and so would leave this column of an existing record as it was.
"""

import re

from anyascii import anyascii
from django.db import migrations
from django.utils.text import slugify


def search_again(apps, schema_editor):
    claims = list(apps.get_model("statements", "Claim").objects.all())
    for claim in claims:
        words = re.findall(r"[a-z0-9]+", slugify(anyascii(f"{claim.claim} {claim.finding}")))
        claim.search_text = "".join(f" {word}" for word in words)
    apps.get_model("statements", "Claim").objects.bulk_update(claims, ["search_text"], batch_size=500)


class Migration(migrations.Migration):
    dependencies = [("statements", "0005_pages_of_this_site")]

    # Backwards there is nothing to do: the column stays readable, and the next change of a claim fills it.
    operations = [migrations.RunPython(search_again, migrations.RunPython.noop)]

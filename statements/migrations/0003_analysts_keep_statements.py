"""Analysts add and change statements, codings and claims, and delete nothing."""

from django.db import migrations

MODELS = ["organisation", "statement", "justification", "coding", "claim"]


def permissions(apps):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    for model in MODELS:
        content_type, _ = ContentType.objects.get_or_create(app_label="statements", model=model)
        name = apps.get_model("statements", model)._meta.verbose_name
        for action in ("add", "change", "view"):
            permission, _ = Permission.objects.get_or_create(
                content_type=content_type,
                codename=f"{action}_{model}",
                # The name Django itself would give it after the migration.
                defaults={"name": f"Can {action} {name}"},
            )
            yield permission


def allow(apps, schema_editor):
    apps.get_model("auth", "Group").objects.get(name="Analysts").permissions.add(*permissions(apps))


def disallow(apps, schema_editor):
    apps.get_model("auth", "Group").objects.get(name="Analysts").permissions.remove(*permissions(apps))


class Migration(migrations.Migration):
    dependencies = [("statements", "0002_words"), ("treaties", "0002_analysts_group")]

    operations = [migrations.RunPython(allow, disallow)]

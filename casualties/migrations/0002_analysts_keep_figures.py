"""The analysts add and change editions, figures, contamination and stockpiles too, and delete none."""

from django.db import migrations

MODELS = ("edition", "figure", "contamination", "stockpile")
ACTIONS = ("add", "change", "view")


def allow(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    analysts, _ = apps.get_model("auth", "Group").objects.get_or_create(name="Analysts")
    for model in MODELS:
        content_type, _ = ContentType.objects.get_or_create(app_label="casualties", model=model)
        for action in ACTIONS:
            name = apps.get_model("casualties", model)._meta.verbose_name
            permission, _ = Permission.objects.get_or_create(
                content_type=content_type,
                codename=f"{action}_{model}",
                # The name Django itself would give it after the migration.
                defaults={"name": f"Can {action} {name}"},
            )
            analysts.permissions.add(permission)


def forbid(apps, schema_editor):
    for group in apps.get_model("auth", "Group").objects.filter(name="Analysts"):
        theirs = group.permissions.filter(content_type__app_label="casualties", content_type__model__in=MODELS)
        group.permissions.remove(*theirs)


class Migration(migrations.Migration):
    dependencies = [
        ("casualties", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(allow, forbid)]

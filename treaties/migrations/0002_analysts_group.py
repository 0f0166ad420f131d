"""The group of analysts: they add and change everything on the record, and delete nothing."""

from django.db import migrations

MODELS = {
    "sources": ["source"],
    "states": ["region", "state", "alias", "group", "membership", "landborder"],
    "treaties": ["treaty", "act", "reporteddate"],
}


def make_group(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    analysts, _ = apps.get_model("auth", "Group").objects.get_or_create(name="Analysts")
    for app_label, models in MODELS.items():
        for model in models:
            content_type, _ = ContentType.objects.get_or_create(app_label=app_label, model=model)
            for action in ("add", "change", "view"):
                name = apps.get_model(app_label, model)._meta.verbose_name
                permission, _ = Permission.objects.get_or_create(
                    content_type=content_type,
                    codename=f"{action}_{model}",
                    # The name Django itself would give it after the migration.
                    defaults={"name": f"Can {action} {name}"},
                )
                analysts.permissions.add(permission)


def remove_group(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name="Analysts").delete()


class Migration(migrations.Migration):
    dependencies = [
        ("treaties", "0001_initial"),
        ("states", "0001_initial"),
        ("sources", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_group, remove_group)]

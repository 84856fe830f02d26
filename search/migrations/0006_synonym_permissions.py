"""Who keeps synonyms: the same people as other lists that need no translation."""

from typing import Any

from django.db import migrations

GROUPS = {
    "Editors": ("add", "change", "view"),
    "Publishers": ("add", "change", "delete", "view"),
    "Moderators": ("view",),
}


def grant(apps: Any, schema_editor: Any) -> None:
    """Give the permissions, which Django itself creates only after all migrations."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    content_type, _created = ContentType.objects.get_or_create(app_label="search", model="synonym")
    for name, actions in GROUPS.items():
        group, _created = Group.objects.get_or_create(name=name)
        for action in actions:
            permission, _created = Permission.objects.get_or_create(
                content_type=content_type,
                codename=f"{action}_synonym",
                defaults={"name": f"Can {action} search synonym"},
            )
            group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0005_synonym"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]

"""Who keeps the lists of signatories. Translators do not: the lists hold e-mail addresses."""

from typing import Any

from django.db import migrations

ACTIONS = {"Editors": ("view", "add", "change"), "Publishers": ("view", "add", "change", "delete")}
"""Group -> what its members may do with signatories. Withdrawing counts as a change."""


def grant(apps: Any, schema_editor: Any) -> None:
    """Give the permissions, which Django itself creates only after all migrations."""
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    ContentType = apps.get_model("contenttypes", "ContentType")

    signatory, _created = ContentType.objects.get_or_create(app_label="articles", model="signatory")
    for name, actions in ACTIONS.items():
        group, _created = Group.objects.get_or_create(name=name)
        for action in actions:
            permission, _created = Permission.objects.get_or_create(
                content_type=signatory,
                codename=f"{action}_signatory",
                defaults={"name": f"Can {action} signatory"},
            )
            group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]

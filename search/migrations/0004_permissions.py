"""Who sees what readers did not find, and who puts results on top: those who can do something about it."""

from typing import Any

from django.db import migrations

PROMOTIONS = ("wagtailsearchpromotions", "searchpromotion", ("add", "change", "delete"))
GROUPS = {"Editors": False, "Publishers": True}
"""Group -> whether its members promote results; that is public at once."""


def grant(apps: Any, schema_editor: Any) -> None:
    """Give the permissions, which Django itself creates only after all migrations."""
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    ContentType = apps.get_model("contenttypes", "ContentType")

    def permission(app_label: str, model: str, codename: str, name: str) -> Any:
        content_type, _created = ContentType.objects.get_or_create(app_label=app_label, model=model)
        return Permission.objects.get_or_create(content_type=content_type, codename=codename, defaults={"name": name})[
            0
        ]

    sees = permission(
        "search", "emptysearch", "view_emptysearches", "Can see what readers searched for and did not find"
    )
    app_label, model, actions = PROMOTIONS
    promotes = [
        permission(app_label, model, f"{action}_{model}", f"Can {action} search promotion") for action in actions
    ]
    for name, may_promote in GROUPS.items():
        group, _created = Group.objects.get_or_create(name=name)
        group.permissions.add(sees, *(promotes if may_promote else ()))


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0003_suggestions_and_empty_searches"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]

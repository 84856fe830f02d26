from typing import Any

from django.db import migrations

from cms.translation.roles import create_roles


def create(apps: Any, schema_editor: Any) -> None:
    create_roles(apps)


class Migration(migrations.Migration):
    """Who decides whether translations follow their originals, in sites that have had the roles before."""

    dependencies = [("translation", "0007_follow_questions")]

    operations = [migrations.RunPython(create, migrations.RunPython.noop)]

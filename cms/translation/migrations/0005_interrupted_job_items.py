from typing import Any

from django.db import migrations, models

from cms.translation.roles import grant_overseeing


def grant(apps: Any, schema_editor: Any) -> None:
    grant_overseeing(apps)


class Migration(migrations.Migration):
    dependencies = [
        ("translation", "0004_releases"),
    ]

    operations = [
        migrations.AddField(
            model_name="jobitem",
            name="interruptions",
            field=models.PositiveSmallIntegerField(default=0, verbose_name="interruptions"),
        ),
        migrations.RunPython(grant, migrations.RunPython.noop),
    ]

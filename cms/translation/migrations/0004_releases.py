import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("translation", "0003_workbench"),
    ]

    operations = [
        migrations.AddField(
            model_name="releasemember",
            name="ready_revision",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="wagtailcore.revision",
                verbose_name="ready draft",
            ),
        ),
        migrations.AddField(
            model_name="translationbasis",
            name="draft_text",
            field=models.JSONField(blank=True, default=list, verbose_name="text of the draft's source"),
        ),
    ]

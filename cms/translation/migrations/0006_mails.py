import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("translation", "0005_interrupted_job_items")]

    operations = [
        migrations.RemoveIndex(model_name="notification", name="notification_not_sent"),
        migrations.AddField(model_name="notification", name="claim", field=models.UUIDField(editable=False, null=True)),
        migrations.AddField(
            model_name="notification",
            name="due_at",
            field=models.DateTimeField(default=django.utils.timezone.now, null=True, verbose_name="due"),
        ),
        migrations.AddIndex(
            model_name="notification",
            index=models.Index(condition=models.Q(("sent_at", None)), fields=["due_at"], name="notification_not_sent"),
        ),
    ]

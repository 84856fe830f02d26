import uuid
from collections import defaultdict

from django.db import migrations, models
from django.db.models import OuterRef, Q, Subquery

from cms.publishing.locales import content_locales
from cms.publishing.models.nulls_last import NullsLastIndex

OF_EDITION = ("type", "key", "locale", "restricted", "locales", "earliest", "sort_title")
BATCH = 500


def say_locales(apps, schema_editor):
    """What the projection stores from now on; see `cms.publishing.work_locales`."""
    editions = apps.get_model("publishing", "Edition").objects
    published = defaultdict(set)
    public = editions.filter(restricted=False, locale__in=content_locales())
    for *work, locale in public.values_list("type", "key", "locale").iterator():
        published[tuple(work)].add(locale)
    works = defaultdict(list)
    for (kind, key), locales in published.items():
        works[kind, tuple(sorted(locales))].append(key)
    for (kind, locales), keys in works.items():
        for locale in locales:
            for start in range(0, len(keys), BATCH):
                some = editions.filter(type=kind, locale=locale, restricted=False, key__in=keys[start : start + BATCH])
                some.update(locales=f"{locale} of {' '.join(locales)}")


def say_again_of_terms(apps, schema_editor):
    """Terms have what lists choose and order by; see `cms.publishing.terms`."""
    edition = apps.get_model("publishing", "Edition").objects.filter(pk=OuterRef("edition"))
    apps.get_model("publishing", "EditionTerm").objects.update(
        **{column: Subquery(edition.values(column)) for column in OF_EDITION}
    )


def nothing(apps, schema_editor):
    """Columns go with what they say."""


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0007_words_to_search_by"),
    ]

    operations = [
        migrations.AddField("edition", "locales", models.CharField(blank=True, default="", max_length=255), False),
        migrations.RunPython(say_locales, nothing),
        migrations.AddField("editionterm", "type", models.CharField(default="", max_length=40), False),
        migrations.AddField("editionterm", "key", models.UUIDField(default=uuid.UUID(int=0)), False),
        migrations.AddField("editionterm", "locale", models.CharField(default="", max_length=20), False),
        migrations.AddField("editionterm", "restricted", models.BooleanField(default=False)),
        migrations.AddField("editionterm", "locales", models.CharField(blank=True, default="", max_length=255), False),
        migrations.AddField("editionterm", "earliest", models.DateField(blank=True, null=True)),
        migrations.AddField("editionterm", "sort_title", models.CharField(default="", max_length=400), False),
        migrations.RunPython(say_again_of_terms, nothing),
        # So far it was made by hand, and on one of the databases only.
        migrations.RunSQL("DROP INDEX IF EXISTS edition_newest", migrations.RunSQL.noop),
        migrations.AddIndex(
            "edition",
            NullsLastIndex(
                fields=["type", "locale", "-earliest", "sort_title", "key", "restricted"], name="edition_newest"
            ),
        ),
        migrations.AddIndex(
            "edition",
            NullsLastIndex(
                fields=["type", "locales", "-earliest", "sort_title", "key"],
                name="edition_alike_by_date",
                condition=Q(restricted=False),
            ),
        ),
        migrations.AddIndex(
            "edition",
            models.Index(
                fields=["type", "locales", "sort_title", "key"],
                name="edition_alike_by_title",
                condition=Q(restricted=False),
            ),
        ),
        migrations.AddIndex(
            "editionterm",
            NullsLastIndex(
                fields=[
                    "name",
                    "value",
                    "type",
                    "locale",
                    "-earliest",
                    "sort_title",
                    "key",
                    "locales",
                    "edition",
                ],  # fmt: skip
                name="term_by_date",
                condition=Q(restricted=False),
            ),
        ),
        migrations.AddIndex(
            "editionterm",
            models.Index(
                fields=["name", "value", "type", "locale", "sort_title", "key", "locales", "edition"],
                name="term_by_title",
                condition=Q(restricted=False),
            ),
        ),
    ]

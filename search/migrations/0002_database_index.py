from typing import Any

import django.contrib.postgres.search
import django.db.models.deletion
from django.contrib.postgres.operations import TrigramExtension
from django.core.management.base import CommandError
from django.db import Error, migrations, models

import search.models.text_list


class Trigrams(TrigramExtension):
    """Says what to do where the database's user may not add it."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        try:
            super().database_forwards(app_label, schema_editor, from_state, to_state)
        except Error as error:
            raise CommandError(
                "The search needs PostgreSQL's extension pg_trgm. Install PostgreSQL's contrib package, and have the "
                "database's owner or an administrator run CREATE EXTENSION pg_trgm in this database; then migrate "
                f"again. ({error})"
            ) from error

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Leaves it: somebody else may use it."""


ON_POSTGRESQL = (
    "CREATE INDEX search_entry_words ON search_searchentry USING gin (words)",
    # What is searched again and again is read without what is ranked for few: long vectors are kept apart.
    "ALTER TABLE search_searchentry SET (toast_tuple_target = 1024)",
    "CREATE INDEX search_word_trigrams ON search_searchword USING gin (word gin_trgm_ops)",
    # Editions that were public a moment ago: so few that each search can leave them out.
    "CREATE INDEX search_withheld ON publishing_edition (id) WHERE restricted",
)
OFF_POSTGRESQL = ("DROP INDEX search_withheld",)

ON_SQLITE = (
    # Stems that our own analysis made, so that nothing is left to do but to keep them apart.
    "CREATE VIRTUAL TABLE search_text USING fts5(title, names, lead, body, tokenize='unicode61 remove_diacritics 0')",
    (
        "CREATE TRIGGER search_text_follows AFTER DELETE ON search_searchentry BEGIN"
        " DELETE FROM search_text WHERE rowid = old.edition_id; END"
    ),
    (
        "CREATE VIRTUAL TABLE search_word_trigrams USING fts5("
        "word, content='search_searchword', content_rowid='id', tokenize='trigram')"
    ),
    (
        "CREATE TRIGGER search_word_added AFTER INSERT ON search_searchword BEGIN"
        " INSERT INTO search_word_trigrams (rowid, word) VALUES (new.id, new.word); END"
    ),
    (
        "CREATE TRIGGER search_word_removed AFTER DELETE ON search_searchword BEGIN"
        " INSERT INTO search_word_trigrams (search_word_trigrams, rowid, word) VALUES ('delete', old.id, old.word); END"
    ),
)
OFF_SQLITE = ("DROP TABLE search_text", "DROP TABLE search_word_trigrams")


def forwards(apps: Any, schema_editor: Any) -> None:
    for statement in {"postgresql": ON_POSTGRESQL, "sqlite": ON_SQLITE}.get(schema_editor.connection.vendor, ()):
        schema_editor.execute(statement, None)


def backwards(apps: Any, schema_editor: Any) -> None:
    for statement in {"postgresql": OFF_POSTGRESQL, "sqlite": OFF_SQLITE}.get(schema_editor.connection.vendor, ()):
        schema_editor.execute(statement, None)


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0007_words_to_search_by"),
        ("search", "0001_initial"),
    ]

    operations = [
        Trigrams(),
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                (
                    "edition",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="publishing.edition",
                    ),
                ),
                ("version", models.BigIntegerField()),
                ("rules", models.PositiveSmallIntegerField()),
                ("type", models.CharField(max_length=40)),
                ("key", models.UUIDField()),
                ("locale", models.CharField(max_length=20)),
                ("locales", models.CharField(max_length=255)),
                ("day", models.DateField(blank=True, null=True)),
                ("facets", search.models.text_list.TextListField()),
                ("called", search.models.text_list.TextListField()),
                ("words", django.contrib.postgres.search.SearchVectorField(null=True)),
                ("heading", django.contrib.postgres.search.SearchVectorField(null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["locale", "type", "key"], name="search_entry_by_work")],
            },
        ),
        migrations.CreateModel(
            name="SearchWord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("locale", models.CharField(max_length=20)),
                ("word", models.CharField(max_length=40)),
                ("editions", models.PositiveIntegerField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("locale", "word"), name="search_word_once_per_locale")],
            },
        ),
        migrations.RunPython(forwards, backwards),
    ]

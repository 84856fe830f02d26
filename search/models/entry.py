from typing import ClassVar

from django.contrib.postgres.search import SearchVectorField
from django.db import models

from cms.publishing.models import Edition

from .text_list import TextListField


class SearchEntry(models.Model):
    """What the database knows of a public edition to find it by. Gone in the moment in which the edition is.

    Written by `search.engines.database`, with SQL of its own. On SQLite the words are in the table `search_text`, whose
    rows follow these by triggers; see the migrations.
    """

    edition = models.OneToOneField(Edition, on_delete=models.CASCADE, primary_key=True, related_name="+")
    version = models.BigIntegerField()
    """The number of the change that it was made of."""
    rules = models.PositiveSmallIntegerField()
    """By which version of the code it was made: see `search.engines.database.rows.RULES`."""
    type = models.CharField(max_length=40)
    key = models.UUIDField()
    locale = models.CharField(max_length=20)
    locales = models.CharField(max_length=255)
    """In which the work is published, each between commas: what `scope=all` chooses by."""
    day = models.DateField(null=True, blank=True)
    facets = TextListField()
    """What it can be narrowed by: `place:<id>`, `year:2026` ..."""
    called = TextListField()
    """Its title and its other names, each as words without inflection marks, for those who type the whole of one."""
    words = SearchVectorField(null=True)
    """PostgreSQL: all words. Title A, names B, lead and what it is about C, body D."""
    heading = SearchVectorField(null=True)
    """PostgreSQL: those of title, names and what it is about alone: short enough to be ranked by the thousand."""

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["locale", "type", "key"], name="search_entry_by_work"),
        ]

    def __str__(self) -> str:
        return f"{self.type} {self.key} ({self.locale}) at {self.version}"

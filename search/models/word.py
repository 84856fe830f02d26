from typing import ClassVar

from django.db import models


class SearchWord(models.Model):
    """A word as editions of a locale write it, in small letters: what a misspelt one may have been meant to be.

    Words of editions that are gone stay until the next rebuild. They harm nobody: what finds nothing is not proposed.
    """

    locale = models.CharField(max_length=20)
    word = models.CharField(max_length=40)
    editions = models.PositiveIntegerField()
    """How many editions had it when they were first indexed; exact after a rebuild."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["locale", "word"], name="search_word_once_per_locale"),
        ]

    def __str__(self) -> str:
        return f"{self.word} ({self.locale})"

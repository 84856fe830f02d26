from typing import ClassVar

from django.db import models

from cms.publishing.models import Edition


class Suggestion(models.Model):
    """A title or name as somebody may begin to type it, from its first word or from a later one.

    Written by `search.suggestions`. What it says is shown nowhere: readers see the edition's title.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="+")
    type = models.CharField(max_length=40)
    key = models.UUIDField()
    locale = models.CharField(max_length=20, blank=True)
    """Whom it is for: readers of this locale, or of any where it is empty."""
    head = models.CharField(max_length=2)
    """Its first two letters."""
    text = models.CharField(max_length=60)
    """Folded: see `search.suggestions.folded`."""
    rank = models.PositiveSmallIntegerField()
    """The lower, the sooner."""

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["locale", "head", "rank", "text"], name="suggestion_by_beginning"),
        ]

    def __str__(self) -> str:
        return self.text

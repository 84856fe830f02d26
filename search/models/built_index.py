from typing import ClassVar

from django.db import models


class BuiltIndex(models.Model):
    """The server's index that a locale is searched in.

    A server that has another one, or none, does not have what the follower's cursor says: it must be built anew.
    """

    engine = models.CharField(max_length=20)
    locale = models.CharField(max_length=20)
    name = models.CharField(max_length=150)
    """Never used twice, on any server."""
    fingerprint = models.CharField(max_length=64)
    """Of the mapping and the analysis that it was built with."""
    built_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["engine", "locale"], name="one_built_index_per_locale"),
        ]

    def __str__(self) -> str:
        return self.name


class Rebuild(models.Model):
    """Somebody rebuilds an engine's index, and nobody else may meanwhile."""

    engine = models.CharField(max_length=20, primary_key=True)
    token = models.UUIDField()
    started_at = models.DateTimeField()
    leased_until = models.DateTimeField()
    """Moved on while it goes on; one that died is over then."""

    def __str__(self) -> str:
        return f"{self.engine} since {self.started_at}"

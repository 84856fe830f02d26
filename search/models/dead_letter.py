from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from django.db import models
from django.db.models import Q

from cms.publishing.types import Ref


class DeadLetterQuerySet(models.QuerySet["DeadLetter"]):
    """Ways to choose among dead letters."""

    def named(self, engine: str, refs: Iterable[Ref]) -> DeadLetterQuerySet:
        """Those of these editions."""
        wanted = Q(pk__in=[])
        for ref in refs:
            wanted |= Q(type=ref.type, key=ref.key, locale=ref.locale)
        return self.filter(wanted, engine=engine)


class DeadLetter(models.Model):
    """An edition that an engine refused to take. It cannot be found there until it changes or is taken after all."""

    engine = models.CharField(max_length=20)
    type = models.CharField(max_length=40)
    key = models.UUIDField()
    locale = models.CharField(max_length=20)
    version = models.BigIntegerField()
    """The number of the change that was refused."""
    reason = models.TextField()
    attempts = models.PositiveIntegerField(default=1)
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()

    objects = DeadLetterQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["engine", "type", "key", "locale"], name="dead_letter_once_per_edition"),
        ]
        ordering: ClassVar = ["engine", "-last_at", "pk"]

    def __str__(self) -> str:
        return f"{self.engine}: {self.type} {self.key} ({self.locale}), {self.reason}"

    @property
    def ref(self) -> Ref:
        """The edition."""
        return Ref(self.type, str(self.key), self.locale)

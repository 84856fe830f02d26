from typing import ClassVar

from django.db import models


class HeldBack(models.Model):
    """A published work whose embargo has not ended.

    It has no edition; the worker projects it again when it is due.
    """

    type = models.CharField(max_length=40)
    key = models.UUIDField()
    locale = models.CharField(max_length=20)
    until = models.DateTimeField(db_index=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["type", "key", "locale"], name="held_back_once_per_work_and_locale"),
        ]

    def __str__(self) -> str:
        return f"{self.type} {self.key} ({self.locale}) until {self.until}"

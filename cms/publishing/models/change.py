from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class Change(models.Model):
    """One row of the append-only log: what became of an edition. Its id is the sequence number readers resume from."""

    class Action(models.TextChoices):
        PUBLISHED = "published", _("published")
        CHANGED = "changed", _("changed")
        MOVED = "moved", _("moved")
        UNPUBLISHED = "unpublished", _("unpublished")
        DELETED = "deleted", _("deleted")

    REMOVALS: ClassVar = (Action.UNPUBLISHED, Action.DELETED)

    id = models.BigAutoField(primary_key=True)
    action = models.CharField(max_length=12, choices=Action.choices)
    type = models.CharField(max_length=40)
    kind = models.CharField(max_length=40, blank=True)
    key = models.UUIDField()
    locale = models.CharField(max_length=20)
    at = models.DateTimeField()
    former_path = models.CharField(max_length=2000, blank=True, default="")
    """The address on the site that it had until then, where it has none or another one now."""

    class Meta:
        ordering: ClassVar = ["id"]
        indexes: ClassVar = [
            models.Index(fields=["type", "locale", "id"], name="change_by_type"),
            models.Index(fields=["type", "id"], name="change_of_type"),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.action} {self.type} {self.key} ({self.locale})"

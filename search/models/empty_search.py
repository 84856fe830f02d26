from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST = 100


class EmptySearch(models.Model):
    """What readers looked for in a locale and did not find. Nothing is kept of who they were."""

    query = models.CharField(_("query"), max_length=LONGEST)
    """In small letters, with single spaces."""
    locale = models.CharField(_("language"), max_length=20)
    count = models.PositiveIntegerField(_("searches"), default=1)
    first_at = models.DateTimeField(_("first searched for"))
    last_at = models.DateTimeField(_("last searched for"), db_index=True)

    class Meta:
        verbose_name = _("search without results")
        verbose_name_plural = _("searches without results")
        default_permissions = ()
        permissions: ClassVar = [("view_emptysearches", _("Can see what readers searched for and did not find"))]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["locale", "query"], name="empty_search_once_per_locale"),
        ]
        indexes: ClassVar = [models.Index(fields=["first_at"], name="empty_search_by_first")]

    def __str__(self) -> str:
        return self.query

"""Series of conferences."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cms.core.fields import LocalizedTextField, text_in
from cms.publishing.projection import publication


class ConferenceSeries(models.Model):
    """Conferences that are counted together, for example the town twinning conferences or the youth forums."""

    code = models.SlugField(
        _("code"),
        primary_key=True,
        max_length=50,
        help_text=_("Short name used in addresses. It cannot be changed later."),
    )
    name = LocalizedTextField(_("name"), help_text=_("The series' name in each language."))

    class Meta:
        verbose_name = _("conference series")
        verbose_name_plural = _("conference series")
        ordering = ("code",)

    def __str__(self) -> str:
        return self.name_in(get_language() or "") or next(iter(self.name.values()), self.code)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store it, and re-project the conferences that show its name."""
        with publication() as batch:
            super().save(*args, **kwargs)
            for conference in self.conferences.filter(live=True):
                batch.touch(conference)

    def name_in(self, locale: str) -> str:
        """The name in the language ``locale``, "" where nobody has entered it."""
        return text_in(self.name, locale)

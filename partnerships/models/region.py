"""Regions: federal states, oblasts and the like."""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from cms.core.fields import LocalizedTextField, text_in
from cms.publishing.folding import fold
from cms.publishing.projection import publication

from ..countries import country_choices

CODE = re.compile(r"^[A-Z]{2}-[A-Z0-9]{1,3}$")


class Region(index.Indexed, models.Model):
    """A region with its ISO 3166-2 code and its name in every language."""

    code = models.CharField(
        _("code"),
        primary_key=True,
        max_length=6,
        help_text=_("ISO 3166-2, for example DE-NW or RU-NIZ. It cannot be changed later."),
    )
    country = models.CharField(_("country"), max_length=2, choices=country_choices)
    name = LocalizedTextField(_("name"), help_text=_("The region's name in each language."))

    search_fields = [index.SearchField("code"), index.AutocompleteField("code"), index.FilterField("country")]

    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regions")
        ordering = ("code",)

    def __str__(self) -> str:
        return f"{self.name_in(get_language() or '') or next(iter(self.name.values()), '')} ({self.code})"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store it, and re-project the municipalities that show its name."""
        with publication() as batch:
            super().save(*args, **kwargs)
            for municipality in self.municipalities.filter(live=True):
                batch.touch(municipality)

    def name_in(self, locale: str) -> str:
        """The name in the language ``locale``, "" where nobody has entered it."""
        return text_in(self.name, locale)

    def clean(self) -> None:
        super().clean()
        self.code = self.code.strip().upper()
        if not CODE.match(self.code):
            raise ValidationError(
                {"code": _("A region's code looks like DE-NW: the country, a hyphen, 1 to 3 characters.")}
            )
        if self.country and not self.code.startswith(f"{self.country}-"):
            raise ValidationError({"country": _("The code says that the region lies in another country.")})


def region_choices() -> list[tuple[str, str]]:
    """Codes and names of all regions, by name in the active language."""
    return sorted(((region.code, str(region)) for region in Region.objects.all()), key=lambda region: fold(region[1]))

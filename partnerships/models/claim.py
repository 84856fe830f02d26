"""Claims: what different sources say where they disagree."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from .partnership import Partnership


class ClaimField(models.TextChoices):
    """What sources may disagree about."""

    SINCE = "since", pgettext_lazy("subject of a claim", "beginning")
    STATUS = "status", pgettext_lazy("subject of a claim", "status")
    NAME = "name", pgettext_lazy("subject of a claim", "name")
    KIND = "kind", pgettext_lazy("subject of a claim", "kind")
    OTHER = "other", pgettext_lazy("subject of a claim", "other")


class Claim(Orderable):
    """One value that one source gives. The value that we hold to be right stands in the partnership itself."""

    partnership = ParentalKey(Partnership, on_delete=models.CASCADE, related_name="claims")
    field = models.CharField(_("about"), max_length=20, choices=ClaimField.choices, default=ClaimField.SINCE)
    value = models.CharField(_("what the source says"), max_length=500, help_text=_("As it is written there."))
    source = models.CharField(_("source"), max_length=500, help_text=_("An address or a document."))

    class Meta(Orderable.Meta):
        verbose_name = _("conflicting claim")
        verbose_name_plural = _("conflicting claims")

    def __str__(self) -> str:
        return f"{self.get_field_display()}: {self.value}"

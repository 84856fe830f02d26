"""Sides of a partnership, each with its own status."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from cms.core.fields import EDTFField

from .municipality import Municipality
from .partnership import Partnership


class SideStatus(models.TextChoices):
    """How things stand on one side."""

    ACTIVE = "active", pgettext_lazy("status of a side", "active")
    DORMANT = "dormant", pgettext_lazy("status of a side", "dormant")
    SUSPENDED = "suspended", pgettext_lazy("status of a side", "suspended")
    ENDED = "ended", pgettext_lazy("status of a side", "ended")
    UNKNOWN = "unknown", pgettext_lazy("status of a side", "unknown")


class Side(Orderable):
    """One municipality's side: how things stand there may differ from the other side."""

    partnership = ParentalKey(Partnership, on_delete=models.CASCADE, related_name="sides")
    municipality = models.ForeignKey(
        Municipality,
        verbose_name=_("municipality"),
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Type any name of the town, in any language."),
    )
    status = models.CharField(_("status"), max_length=20, choices=SideStatus.choices, default=SideStatus.UNKNOWN)
    status_since = EDTFField(_("status since"), blank=True)
    decided_by = models.CharField(
        _("decided by"), max_length=255, blank=True, help_text=_("For example “City council”.")
    )
    source = models.CharField(
        _("source"), max_length=500, blank=True, help_text=_("Where that is written: an address or a document.")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("side")
        verbose_name_plural = _("sides")

    def __str__(self) -> str:
        return str(self.municipality)

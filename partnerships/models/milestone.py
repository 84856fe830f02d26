"""Milestones of a partnership."""

from __future__ import annotations

import datetime
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable, TranslatableMixin

from cms.core.dates import PRECISIONS, stored_date
from cms.core.facts import Facts
from cms.core.fields import EDTFField

from .municipality import Municipality
from .partnership import Partnership, PartnershipKind


class MilestoneType(models.TextChoices):
    """What can happen to a partnership."""

    CONTACT = "contact", pgettext_lazy("milestone", "first contact")
    INTENT = "intent", pgettext_lazy("milestone", "declaration of intent")
    FRIENDSHIP = "friendship", pgettext_lazy("milestone", "friendship agreement")
    SIGNED = "signed", pgettext_lazy("milestone", "partnership agreement signed")
    RATIFIED = "ratified", pgettext_lazy("milestone", "ratified")
    REAFFIRMED = "reaffirmed", pgettext_lazy("milestone", "reaffirmed")
    RENEWED = "renewed", pgettext_lazy("milestone", "renewed")
    SUSPENDED = "suspended", pgettext_lazy("milestone", "suspended")
    RESUMED = "resumed", pgettext_lazy("milestone", "resumed")
    ENDED = "ended", pgettext_lazy("milestone", "ended")


_AGREEMENTS = frozenset({MilestoneType.FRIENDSHIP, MilestoneType.SIGNED, MilestoneType.RATIFIED})
_LOOSE = _AGREEMENTS | {MilestoneType.CONTACT, MilestoneType.INTENT}

FOUNDING: dict[str, frozenset[str]] = {
    PartnershipKind.PARTNERSHIP: _AGREEMENTS,
    PartnershipKind.FRIENDSHIP: _AGREEMENTS,
    PartnershipKind.CONTACT: frozenset(_LOOSE),
    PartnershipKind.PROJECT: frozenset(_LOOSE),
}
"""Milestones that found a partnership, by its kind: loose contacts and projects begin without an agreement."""


class Milestone(Facts, TranslatableMixin, Orderable):
    """Something that happened to a partnership. Its wording is translated, everything else is a fact."""

    facts: ClassVar[tuple[str, ...]] = ("type", "date", "place", "source")

    partnership = ParentalKey(Partnership, on_delete=models.CASCADE, related_name="milestones")
    type = models.CharField(_("what happened"), max_length=20, choices=MilestoneType.choices)
    date = EDTFField(_("date"))
    place = models.ForeignKey(
        Municipality,
        verbose_name=_("place"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The town where it happened, if that is known."),
    )
    wording = models.TextField(
        _("wording"), blank=True, help_text=_("One or two sentences for readers: who, where, what was agreed.")
    )
    source = models.CharField(
        _("source"), max_length=500, blank=True, help_text=_("Where that is written: an address or a document.")
    )

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        abstract = False
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")

    def __str__(self) -> str:
        return f"{self.get_type_display()}: {self.date}"

    def founds(self, partnership_kind: str) -> bool:
        """Whether a partnership of that kind begins with it. A draft may lack the date, or the kind."""
        return self.type in FOUNDING.get(partnership_kind, ()) and stored_date(self.date) is not None

    def order(self) -> tuple[datetime.date, int, int]:
        """Sorts milestones by time; of two that may be the same day, the one known more exactly comes first."""
        value = stored_date(self.date)
        if value is None:
            return datetime.date.max, 0, self.sort_order or 0
        return value.earliest or datetime.date.min, PRECISIONS.index(value.precision), self.sort_order or 0

"""Conferences."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.core.dates import PartialDate, is_before, stored_date
from cms.core.fields import EDTFField

from .conference_series import ConferenceSeries
from .named_entry import NamedEntry


class ConferenceMode(models.TextChoices):
    """Where one can take part."""

    ON_SITE = "on_site", pgettext_lazy("conference", "on site")
    HYBRID = "hybrid", pgettext_lazy("conference", "hybrid")
    ONLINE = "online", pgettext_lazy("conference", "online")


class ConferenceStatus(models.TextChoices):
    """How far it has come."""

    PLANNED = "planned", pgettext_lazy("conference", "planned")
    SCHEDULED = "scheduled", pgettext_lazy("conference", "scheduled")
    POSTPONED = "postponed", pgettext_lazy("conference", "postponed")
    CANCELLED = "cancelled", pgettext_lazy("conference", "cancelled")
    HELD = "held", pgettext_lazy("conference", "held")


class RegistrationState(models.TextChoices):
    """Whether one can register; "" where nothing is said about it."""

    NONE = "none", pgettext_lazy("registration", "not needed")
    NOT_OPEN = "not_open", pgettext_lazy("registration", "not open yet")
    OPEN = "open", pgettext_lazy("registration", "open")
    FULL = "full", pgettext_lazy("registration", "fully booked")
    CLOSED = "closed", pgettext_lazy("registration", "closed")


class Conference(NamedEntry):
    """A conference. Title, motto, notes and the texts of its rows are translated, the rest are facts."""

    facts: ClassVar[tuple[str, ...]] = (
        "slug",
        "series",
        "number",
        "start",
        "end",
        "places",
        "mode",
        "status",
        "organisations",
        "programme",
        "working_groups",
        "registration_state",
        "registration_opens",
        "registration_closes",
        "attendance",
        "sub_events",
        "documents",
        "predecessor",
    )

    title = models.CharField(pgettext_lazy("what something is called", "title"), max_length=255)
    motto = models.CharField(_("motto"), max_length=500, blank=True)
    series = models.ForeignKey(
        ConferenceSeries,
        verbose_name=_("series"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="conferences",
    )
    number = models.CharField(
        _("number"),
        max_length=20,
        blank=True,
        help_text=_("Its number in the series as it is written, for example XVI."),
    )
    start = EDTFField(_("start"), help_text=_("First day: 28.06.2017; if it is not known, 06/2017 or 2017."))
    end = EDTFField(_("end"), blank=True, help_text=_("Last day. Empty for a conference of one day."))
    mode = models.CharField(_("mode"), max_length=20, choices=ConferenceMode.choices, default=ConferenceMode.ON_SITE)
    status = models.CharField(
        _("status"), max_length=20, choices=ConferenceStatus.choices, default=ConferenceStatus.PLANNED
    )
    registration_state = models.CharField(
        _("registration"), max_length=20, choices=RegistrationState.choices, blank=True, default=""
    )
    registration_opens = models.DateField(_("registration opens"), null=True, blank=True)
    registration_closes = models.DateField(_("registration closes"), null=True, blank=True)
    registration_note = models.TextField(
        _("note on registration"), blank=True, help_text=_("How to register, what it costs.")
    )
    disclaimers = models.TextField(
        _("disclaimers"), blank=True, help_text=_("For example “Programme subject to change”. One a line.")
    )
    predecessor = models.ForeignKey(
        "self",
        verbose_name=_("previous conference"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta(NamedEntry.Meta):
        abstract = False
        verbose_name = _("conference")
        verbose_name_plural = _("conferences")
        ordering = ("-start", "title")

    def display_name(self) -> str:
        return self.title

    def own_names(self) -> Iterable[str]:
        return [self.title, self.number, self.motto]

    def slug_text(self) -> str:
        return self.title

    def period(self) -> PartialDate | None:
        """From its first to its last day; None while a draft has no start."""
        start = stored_date(self.start)
        return PartialDate.between(start, stored_date(self.end)) if start else None

    def clean(self) -> None:
        super().clean()
        errors: dict[str, object] = {}
        if is_before(self.end, self.start):
            errors["end"] = _("The conference ends before it starts.")
        if self.registration_opens and self.registration_closes and self.registration_closes < self.registration_opens:
            errors["registration_closes"] = _("Registration closes before it opens.")
        if self.predecessor_id and self.predecessor and self.predecessor.translation_key == self.translation_key:
            errors["predecessor"] = _("A conference cannot come before itself.")
        if errors:
            raise ValidationError(errors)

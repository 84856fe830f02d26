"""What belongs to a conference and has no text of its own."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from .conference import Conference
from .municipality import Municipality
from .organisation import Organisation


class ConferencePlace(Orderable):
    """Where it takes place."""

    conference = ParentalKey(Conference, on_delete=models.CASCADE, related_name="places")
    municipality = models.ForeignKey(
        Municipality,
        verbose_name=_("municipality"),
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Type any name of the town, in any language."),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("place")
        verbose_name_plural = _("places")

    def __str__(self) -> str:
        return str(self.municipality)


class OrganisationRole(models.TextChoices):
    """What an organisation does for a conference."""

    HOST = "host", pgettext_lazy("role at a conference", "host")
    ORGANISER = "organiser", pgettext_lazy("role at a conference", "organiser")
    FUNDER = "funder", pgettext_lazy("role at a conference", "funder")
    PARTNER = "partner", pgettext_lazy("role at a conference", "partner")


class ConferenceOrganisation(Orderable):
    """An organisation and what it does for the conference."""

    conference = ParentalKey(Conference, on_delete=models.CASCADE, related_name="organisations")
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisation"), on_delete=models.CASCADE, related_name="+"
    )
    role = models.CharField(
        _("role"), max_length=20, choices=OrganisationRole.choices, default=OrganisationRole.ORGANISER
    )

    class Meta(Orderable.Meta):
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    def __str__(self) -> str:
        return f"{self.organisation} ({self.get_role_display()})"


class AttendanceKind(models.TextChoices):
    """Whether a number was hoped for or counted."""

    EXPECTED = "expected", pgettext_lazy("attendance", "expected")
    REPORTED = "reported", pgettext_lazy("attendance", "reported")


class Attendance(Orderable):
    """How many people came, according to one source; sources may disagree."""

    conference = ParentalKey(Conference, on_delete=models.CASCADE, related_name="attendance")
    minimum = models.PositiveIntegerField(_("from"), help_text=_("The number, or the lower one of “350 to 400”."))
    maximum = models.PositiveIntegerField(_("to"), null=True, blank=True, help_text=_("Empty for an exact number."))
    kind = models.CharField(_("kind"), max_length=20, choices=AttendanceKind.choices, default=AttendanceKind.REPORTED)
    source = models.CharField(_("source"), max_length=500, blank=True, help_text=_("Who says so."))

    class Meta(Orderable.Meta):
        verbose_name = _("attendance")
        verbose_name_plural = _("attendance")

    def __str__(self) -> str:
        return f"{self.minimum}–{self.maximum}" if self.maximum else str(self.minimum)

    def clean(self) -> None:
        super().clean()
        if self.minimum is not None and self.maximum is not None and self.maximum < self.minimum:
            raise ValidationError({"maximum": _("The upper number is smaller than the lower one.")})


class SubEvent(Orderable):
    """Another event that belongs to the conference, for example a youth forum."""

    conference = ParentalKey(Conference, on_delete=models.CASCADE, related_name="sub_events")
    event = models.ForeignKey(Conference, verbose_name=_("event"), on_delete=models.CASCADE, related_name="+")

    class Meta(Orderable.Meta):
        verbose_name = _("side event")
        verbose_name_plural = _("side events")

    def __str__(self) -> str:
        return str(self.event)

    def clean(self) -> None:
        super().clean()
        if self.event_id and self.conference_id and self.event.translation_key == self.conference.translation_key:
            raise ValidationError({"event": _("A conference cannot be its own side event.")})


class ConferenceDocument(Orderable):
    """A file of the conference: programme, resolution, proceedings."""

    conference = ParentalKey(Conference, on_delete=models.CASCADE, related_name="documents")
    document = models.ForeignKey(
        settings.WAGTAILDOCS_DOCUMENT_MODEL,
        verbose_name=_("document"),
        on_delete=models.CASCADE,
        related_name="+",
    )

    class Meta(Orderable.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def __str__(self) -> str:
        return str(self.document)

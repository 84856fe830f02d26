"""The programme of a conference and its working groups: rows with text of their own."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.fields import RichTextField
from wagtail.models import Orderable, TranslatableMixin

from cms.core.facts import Facts
from cms.core.rich_text import TEXT_FEATURES

from .conference import Conference


class ProgrammeItem(Facts, TranslatableMixin, Orderable):
    """One item of the programme, in local time of the venue. Its title is translated."""

    facts: ClassVar[tuple[str, ...]] = ("day", "time", "room", "speakers")

    conference = ParentalKey(Conference, on_delete=models.CASCADE, related_name="programme")
    day = models.DateField(_("day"), null=True, blank=True)
    time = models.TimeField(_("time"), null=True, blank=True, help_text=_("Local time at the venue."))
    title = models.CharField(pgettext_lazy("what something is called", "title"), max_length=500)
    room = models.CharField(_("room"), max_length=255, blank=True)
    speakers = models.CharField(
        _("speakers"), max_length=500, blank=True, help_text=_("Several separated by semicolons.")
    )

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        abstract = False
        verbose_name = _("programme item")
        verbose_name_plural = _("programme")

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if self.time and not self.day:
            raise ValidationError({"day": _("Enter the day, too.")})


class WorkingGroup(Facts, TranslatableMixin, Orderable):
    """A working group. Title and results are translated."""

    facts: ClassVar[tuple[str, ...]] = ("number", "coordinators")

    conference = ParentalKey(Conference, on_delete=models.CASCADE, related_name="working_groups")
    number = models.CharField(_("number"), max_length=20, blank=True)
    title = models.CharField(pgettext_lazy("what something is called", "title"), max_length=500)
    coordinators = models.CharField(
        _("coordinators"), max_length=500, blank=True, help_text=_("Several separated by semicolons.")
    )
    results = RichTextField(_("results"), blank=True, features=TEXT_FEATURES)

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        abstract = False
        verbose_name = _("working group")
        verbose_name_plural = _("working groups")

    def __str__(self) -> str:
        return self.title

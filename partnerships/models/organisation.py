"""Organisations that host, fund or take part."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from .named_entry import NamedEntry


class OrganisationKind(models.TextChoices):
    """Kinds of organisations."""

    ASSOCIATION = "association", _("association")
    AUTHORITY = "authority", _("public authority")
    FOUNDATION = "foundation", _("foundation")
    COMPANY = "company", _("company")
    SCHOOL = "school", _("school or university")
    MEDIA = "media", _("media")
    CHURCH = "church", _("religious community")
    OTHER = "other", _("other")


class Organisation(NamedEntry):
    """An organisation. Its name is translated, everything else is a fact."""

    facts: ClassVar[tuple[str, ...]] = ("slug", "kind", "website", "municipality")

    name = models.CharField(_("name"), max_length=255, help_text=_("As it is written in this language."))
    kind = models.CharField(
        _("kind"), max_length=20, choices=OrganisationKind.choices, default=OrganisationKind.ASSOCIATION
    )
    website = models.URLField(_("website"), blank=True)
    municipality = models.ForeignKey(
        "partnerships.Municipality",
        verbose_name=_("municipality"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Where it has its seat. Type any name of the town, in any language."),
    )

    class Meta(NamedEntry.Meta):
        abstract = False
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ("name",)

    def display_name(self) -> str:
        return self.name

    def own_names(self) -> Iterable[str]:
        return [self.name]

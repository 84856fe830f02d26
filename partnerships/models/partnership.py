"""Partnerships between two or more municipalities."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.fields import RichTextField

from cms.core.fields import ChoiceListField
from cms.core.rich_text import TEXT_FEATURES
from cms.publishing.projection import publication

from .fields_of_work import FieldOfWork
from .municipality import Municipality
from .named_entry import NamedEntry

if TYPE_CHECKING:
    from .milestone import Milestone
    from .side import Side

NAME_JOINT = " – "


class PartnershipKind(models.TextChoices):
    """How firm the tie is."""

    PARTNERSHIP = "partnership", pgettext_lazy("kind of partnership", "partnership")
    FRIENDSHIP = "friendship", pgettext_lazy("kind of partnership", "friendship")
    CONTACT = "contact", pgettext_lazy("kind of partnership", "contact")
    PROJECT = "project", pgettext_lazy("kind of partnership", "project partnership")


class Partnership(NamedEntry):
    """A tie between municipalities. Remarks and the wording of milestones are translated, everything else is a fact.

    Its title is made of its sides' names and never typed in; "since" is its first milestone that founds.
    """

    facts: ClassVar[tuple[str, ...]] = (
        "slug",
        "kind",
        "sides",
        "milestones",
        "celebrations",
        "fields_of_work",
        "links",
        "sources",
        "documents",
        "contacts",
        "claims",
        "last_verified",
    )

    TITLE_LENGTH: ClassVar[int] = 500

    title = models.CharField(
        _("partners"),
        max_length=TITLE_LENGTH,
        editable=False,
        default="",
        help_text=_("The sides' names in this row's language, kept for the admin's lists."),
    )
    kind = models.CharField(
        _("kind"), max_length=20, choices=PartnershipKind.choices, default=PartnershipKind.PARTNERSHIP
    )
    fields_of_work = ChoiceListField(
        _("fields of work"), options=FieldOfWork.choices, blank=True, help_text=_("What the partners do together.")
    )
    remarks = RichTextField(
        _("remarks"), blank=True, features=TEXT_FEATURES, help_text=_("What readers should know, in a few sentences.")
    )
    last_verified = models.DateField(
        _("last verified"),
        null=True,
        blank=True,
        help_text=_("When somebody last asked both sides or checked the sources."),
    )

    class Meta(NamedEntry.Meta):
        abstract = False
        verbose_name = _("partnership")
        verbose_name_plural = _("partnerships")
        ordering = ("title",)

    def display_name(self) -> str:
        return self.title or self.slug

    def own_names(self) -> Iterable[str]:
        """Every name of every side, in all languages."""
        names = [self.title]
        for municipality in Municipality.objects.filter(pk__in=self._municipality_ids()):
            names += municipality.find_text.splitlines()
        return names

    def slug_text(self) -> str:
        """The names of the sides that readers may know of: an address must not tell the others."""
        ids = self._municipality_ids()
        keys = dict(Municipality.objects.filter(pk__in=ids).values_list("pk", "translation_key"))
        live = Municipality.objects.filter(translation_key__in=keys.values(), live=True)
        public = set(live.values_list("translation_key", flat=True))
        names = self._names()
        return " ".join(names[pk] for pk in ids if names.get(pk) and keys[pk] in public)

    def derive(self) -> None:
        super().derive()
        self.title = self._title()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store it, and re-project its municipalities, which list it."""
        with publication() as batch:
            super().save(*args, **kwargs)
            if kwargs.get("update_fields") is None:
                for key in self.municipality_keys():
                    batch.touch_work("municipality", str(key))

    def municipality_keys(self) -> list[UUID]:
        """The work ids of its sides."""
        rows = Municipality.objects.filter(pk__in=self._municipality_ids())
        return list(rows.values_list("translation_key", flat=True).distinct().order_by())

    def ordered_milestones(self) -> list[Milestone]:
        """Milestones from the earliest to the latest."""
        return sorted(self.milestones.all(), key=lambda milestone: milestone.order())

    def founding(self) -> Milestone | None:
        """The first milestone that founds it, or None where none is known."""
        return next((row for row in self.ordered_milestones() if row.founds(self.kind)), None)

    def _title(self) -> str:
        names = self._names()
        return NAME_JOINT.join(names[key] for key in self._municipality_ids() if names.get(key))[: self.TITLE_LENGTH]

    def _municipality_ids(self) -> list[int]:
        return [side.municipality_id for side in self.sides.all() if side.municipality_id]

    def _names(self) -> dict[int, str]:
        """Names of the sides' municipalities in this row's locale, or as they are first written, by the side's id."""
        rows = Municipality.objects.filter(pk__in=self._municipality_ids()).in_bulk()
        keys = [row.translation_key for row in rows.values()]
        translations = Municipality.objects.filter(translation_key__in=keys, locale_id=self.locale_id)
        translated = dict(translations.values_list("translation_key", "name"))
        return {pk: translated.get(row.translation_key, row.name) for pk, row in rows.items()}


def check_sides(sides: Iterable[Side]) -> None:
    """Raises ValidationError unless there are two or more different municipalities."""
    ids = [side.municipality_id for side in sides if side.municipality_id]
    rows = Municipality.objects.filter(pk__in=ids).in_bulk()
    works = [rows[pk].translation_key for pk in ids if pk in rows]
    if len(works) < 2:
        raise ValidationError(_("A partnership needs at least two sides."), code="too_few_sides")
    if len(set(works)) < len(works):
        raise ValidationError(_("The sides must be different municipalities."), code="same_side_twice")

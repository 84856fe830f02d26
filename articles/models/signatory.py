"""People who have signed a solidarity letter."""

from collections.abc import Iterable
from typing import Any, ClassVar, Self
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.core.fields import LocalizedTextField
from cms.publishing.projection import Publication, publication


class Capacity(models.TextChoices):
    """In which capacity somebody signs."""

    OFFICIAL = "official", _("in office")
    PERSONAL = "personal", _("as a private person")


class SignatoryVisibility(models.TextChoices):
    """Whether the name is shown."""

    PUBLIC = "public", _("name is shown")
    HIDDEN = "hidden", _("only counted")


class SignatoryQuerySet(models.QuerySet["Signatory"]):
    """Signatories whose bulk changes reach the letter's editions."""

    def standing(self) -> Self:
        """Those who have not withdrawn."""
        return self.filter(withdrawn_at=None)

    def counted(self) -> Self:
        """Those who stand by their signature and have confirmed it."""
        return self.standing().exclude(confirmed_at=None)

    def bulk_create(self, objs: Any, *args: Any, **kwargs: Any) -> Any:
        """Store many at once and re-project their letters."""
        with publication() as batch:
            created = super().bulk_create(objs, *args, **kwargs)
            _touch(batch, {signatory.letter_key for signatory in created})
        return created

    def update(self, **kwargs: Any) -> int:
        """Update the rows and re-project their letters."""
        with publication() as batch:
            letters = set(self.values_list("letter_key", flat=True))
            changed = super().update(**kwargs)
            _touch(batch, letters)
        return changed

    def delete(self) -> tuple[int, dict[str, int]]:
        """Delete the rows and re-project their letters."""
        with publication() as batch:
            letters = set(self.values_list("letter_key", flat=True))
            deleted = super().delete()
            _touch(batch, letters)
        return deleted


def _touch(batch: Publication, letters: Iterable[UUID]) -> None:
    for letter in letters:
        batch.touch_asset(Signatory.asset_kind, letter)


class Signatory(models.Model):
    """One signature under a letter, the same in every locale.

    It names its letter by the work's id instead of being a child row of the page, and is neither revisioned nor
    indexed: page revisions, the search index and the log must not keep a person who has been erased.
    """

    asset_kind: ClassVar[str] = "signatories"
    """Editions of a letter record that they show its signatories under this kind and the letter's work id."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = (
        "name",
        "name_latin",
        "name_cyrillic",
        "role",
        "organisation",
        "municipality",
        "capacity",
        "email",
        "confirmed_at",
    )
    """What withdrawing erases."""

    letter_key = models.UUIDField(_("letter"), db_index=True)
    name = models.CharField(pgettext_lazy("person", "name"), max_length=255, help_text=_("As it was given."))
    name_latin = models.CharField(_("name in Latin letters"), max_length=255, blank=True)
    name_cyrillic = models.CharField(_("name in Cyrillic letters"), max_length=255, blank=True)
    role = LocalizedTextField(_("role"), blank=True, help_text=_("For example “Mayor”, in each language."))
    organisation = models.CharField(_("organisation"), max_length=255, blank=True)
    municipality = models.ForeignKey(
        "partnerships.Municipality",
        verbose_name=_("municipality"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Type any name of the town, in any language."),
    )
    capacity = models.CharField(_("signs"), max_length=10, choices=Capacity.choices, default=Capacity.PERSONAL)
    visibility = models.CharField(
        _("visibility"), max_length=10, choices=SignatoryVisibility.choices, default=SignatoryVisibility.HIDDEN
    )
    email = models.EmailField(_("e-mail"), blank=True, help_text=_("For questions of ours. It is never published."))
    confirmed_at = models.DateTimeField(
        _("confirmed at"), null=True, blank=True, help_text=_("Only confirmed signatures are counted and shown.")
    )
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True, editable=False)

    objects = SignatoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("signatory")
        verbose_name_plural = _("signatories")
        ordering = ("pk",)

    def __str__(self) -> str:
        """Return a label without the name: Wagtail's log keeps labels for good."""
        return str(_("Signature %(number)s")) % {"number": self.pk or "–"}

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the row, then re-project the letter it belongs to and the one it belonged to."""
        with publication() as batch:
            before = type(self).objects.filter(pk=self.pk).values_list("letter_key", flat=True).first()
            super().save(*args, **kwargs)
            _touch(batch, {self.letter_key, before or self.letter_key})

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete the row, then re-project its letter."""
        with publication() as batch:
            deleted = super().delete(*args, **kwargs)
            _touch(batch, [self.letter_key])
        return deleted

    @property
    def is_confirmed(self) -> bool:
        """Whether the signature is counted."""
        return self.confirmed_at is not None

    def clean(self) -> None:
        """Refuse changes to a signature that has been withdrawn."""
        super().clean()
        if self.withdrawn_at:
            raise ValidationError(_("This signature has been withdrawn."), code="withdrawn")

    def withdraw(self) -> None:
        """Erase the person. What stays is that somebody withdrew from this letter, and when. Irreversible."""
        for field in self._meta.fields:
            if field.name in self.PERSONAL_FIELDS:
                setattr(self, field.attname, None if field.null else field.get_default())
        self.visibility = SignatoryVisibility.HIDDEN
        self.withdrawn_at = timezone.now()
        self.save()

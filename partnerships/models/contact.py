"""Contacts: a function in an organisation that readers may turn to, never a private person."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.core.fields import ChoiceListField, content_languages

from .named_entry import NamedEntry

phone_validator = RegexValidator(
    r"^\+?[0-9][0-9 ()/.\-]{4,}$", _("Enter a phone number with its country code, for example +49 30 1234567.")
)


class Contact(NamedEntry):
    """Whom to ask. It is shown only from ``valid_from`` to ``valid_to``, both days included."""

    facts: ClassVar[tuple[str, ...]] = (
        "slug",
        "organisation",
        "phone",
        "email",
        "languages",
        "valid_from",
        "valid_to",
    )

    organisation = models.ForeignKey(
        "partnerships.Organisation",
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    function = models.CharField(
        _("function"), max_length=255, help_text=_("For example “Press office” or “Town twinning officer”.")
    )
    phone = models.CharField(_("phone"), max_length=40, blank=True, validators=[phone_validator])
    email = models.EmailField(_("e-mail"), blank=True)
    languages = ChoiceListField(
        _("languages"), options=content_languages, blank=True, help_text=_("Languages in which one can write or call.")
    )
    valid_from = models.DateField(_("valid from"), null=True, blank=True, help_text=_("Not shown before this day."))
    valid_to = models.DateField(
        _("valid to"), null=True, blank=True, help_text=_("The last day on which it is shown. Empty: no end.")
    )

    class Meta(NamedEntry.Meta):
        abstract = False
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        ordering = ("function",)

    def display_name(self) -> str:
        return f"{self.function} ({self.organisation})" if self.organisation_id else self.function

    def own_names(self) -> Iterable[str]:
        return [self.function, self.email, self.organisation.name if self.organisation else ""]

    def clean(self) -> None:
        super().clean()
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValidationError({"valid_to": _("The last day lies before the first one.")})

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        """Also ask for a way to reach the contact; not where a form has refused one, which then is missing here."""
        super().clean_fields(exclude=exclude)
        if not (self.phone or self.email or {"phone", "email"}.intersection(exclude or ())):
            raise ValidationError(_("A contact needs a phone number or an e-mail address."))

"""What else belongs to a partnership: celebrations, links, sources, documents, contacts."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from cms.core.fields import EDTFField

from .contact import Contact
from .partnership import Partnership


class CelebrationState(models.TextChoices):
    """What became of a celebration."""

    PLANNED = "planned", pgettext_lazy("celebration", "planned")
    POSTPONED = "postponed", pgettext_lazy("celebration", "postponed")
    HELD = "held", pgettext_lazy("celebration", "held")
    CANCELLED = "cancelled", pgettext_lazy("celebration", "cancelled")


class Celebration(Orderable):
    """An editor's note on the celebration of an anniversary. The anniversary itself is computed."""

    partnership = ParentalKey(Partnership, on_delete=models.CASCADE, related_name="celebrations")
    years = models.PositiveSmallIntegerField(
        _("anniversary"), validators=[MinValueValidator(1)], help_text=_("Which one: 30 for the thirtieth.")
    )
    state = models.CharField(
        _("celebration"), max_length=20, choices=CelebrationState.choices, default=CelebrationState.PLANNED
    )
    date = EDTFField(_("date"), blank=True, interval=True)

    class Meta(Orderable.Meta):
        verbose_name = _("celebration")
        verbose_name_plural = _("celebrations")

    def __str__(self) -> str:
        return f"{self.years}: {self.get_state_display()}"


class PartnershipLink(Orderable):
    """An address with more about the partnership."""

    partnership = ParentalKey(Partnership, on_delete=models.CASCADE, related_name="links")
    title = models.CharField(
        pgettext_lazy("what something is called", "title"),
        max_length=255,
        help_text=_("What stands there, in the language of that page."),
    )
    url = models.URLField(_("address"))

    class Meta(Orderable.Meta):
        verbose_name = _("link")
        verbose_name_plural = _("links")

    def __str__(self) -> str:
        return self.title


class PartnershipSource(Orderable):
    """Where what we know about the partnership comes from."""

    partnership = ParentalKey(Partnership, on_delete=models.CASCADE, related_name="sources")
    text = models.CharField(_("source"), max_length=500, help_text=_("Title, author, year, page."))
    url = models.URLField(_("address"), blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")

    def __str__(self) -> str:
        return self.text


class PartnershipDocument(Orderable):
    """A file about the partnership, for example the agreement."""

    partnership = ParentalKey(Partnership, on_delete=models.CASCADE, related_name="documents")
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


class PartnershipContact(Orderable):
    """Whom to ask about the partnership."""

    partnership = ParentalKey(Partnership, on_delete=models.CASCADE, related_name="contacts")
    contact = models.ForeignKey(Contact, verbose_name=_("contact"), on_delete=models.CASCADE, related_name="+")

    class Meta(Orderable.Meta):
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")

    def __str__(self) -> str:
        return str(self.contact)

"""Open letters that people sign."""

from typing import ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel

from .. import panels
from ..kinds import ArticleKind
from .article_page import ArticlePage


class SigningState(models.TextChoices):
    """Whether a letter can still be signed."""

    OPEN = "open", _("signatures are being collected")
    CLOSED = "closed", _("closed")


def language_choices() -> list[tuple[str, str]]:
    """Return the site's languages; a function, so that migrations do not hold them."""
    return list(settings.LANGUAGES)


class SolidarityLetterPage(ArticlePage):
    """A letter of solidarity. Its signatories belong to the work and are kept apart from the page, see `Signatory`."""

    kind = ArticleKind.SOLIDARITY_LETTER
    facts: ClassVar[tuple[str, ...]] = (
        *ArticlePage.facts,
        "sender",
        "original_locale",
        "translation_credit",
        "signing_state",
        "unnamed_signatures",
    )

    sender = models.CharField(_("sender"), max_length=255, blank=True, help_text=_("Who wrote the letter."))
    addressees = models.TextField(_("addressees"), help_text=_("Whom it is addressed to, one a line."))
    occasion = models.CharField(_("occasion"), max_length=255, blank=True, help_text=_("What it was written for."))
    original_locale = models.CharField(
        _("original language"),
        max_length=100,
        blank=True,
        choices=language_choices,
        help_text=_("The language in which the letter was written and signed."),
    )
    translation_credit = models.CharField(_("translated by"), max_length=255, blank=True)
    signing_state = models.CharField(
        _("signing"), max_length=10, choices=SigningState.choices, default=SigningState.CLOSED
    )
    unnamed_signatures = models.PositiveIntegerField(
        _("further signatures"),
        default=0,
        help_text=_("Signatures whose names are not in this system, for example on paper. Added to the number shown."),
    )

    is_creatable = True
    content_panels: ClassVar[list[Panel]] = [
        *ArticlePage.content_panels[:1],
        MultiFieldPanel(
            [FieldPanel("sender"), FieldPanel("addressees"), FieldPanel("occasion")], heading=_("From and to")
        ),
        *ArticlePage.content_panels[1:],
        MultiFieldPanel([FieldPanel("original_locale"), FieldPanel("translation_credit")], heading=_("Translation")),
    ]
    signing_panels: ClassVar[list[Panel]] = [
        panels.SignatoriesPanel(heading=_("Signatories")),
        FieldPanel("signing_state"),
        FieldPanel("unnamed_signatures"),
    ]
    edit_handler = panels.article_tabs(
        content_panels,
        ArticlePage.connection_panels,
        ArticlePage.promote_panels,
        extra_tabs=[(signing_panels, _("Signatories"))],
    )
    page_description = _("An open letter with its signatories.")

    class Meta:
        verbose_name = _("solidarity letter")
        verbose_name_plural = _("solidarity letters")

    def clean(self) -> None:
        """Refuse a letter that is addressed to empty lines."""
        super().clean()
        if self.addressees and not self.addressees.strip():
            message = _("A letter needs somebody it is addressed to.")
            raise ValidationError({"addressees": ValidationError(message, code="no_addressees")})

"""Press releases."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.fields import RichTextField

from cms.core.rich_text import TEXT_FEATURES

from .. import panels
from ..kinds import ArticleKind
from .article_page import ArticlePage


class PressReleasePage(ArticlePage):
    """A press release. Until its embargo ends it is nowhere public, though it is published."""

    kind = ArticleKind.PRESS_RELEASE
    facts: ClassVar[tuple[str, ...]] = (*ArticlePage.facts, "embargo_until")

    embargo_until = models.DateTimeField(
        _("embargo until"),
        null=True,
        blank=True,
        help_text=_("Publish as usual: page, content API, feeds and search stay silent until this moment."),
    )
    boilerplate = RichTextField(
        _("boilerplate"),
        blank=True,
        features=TEXT_FEATURES,
        help_text=_("“About us” for this release only. Left empty, the one from the site settings is shown."),
    )

    is_creatable = True
    content_panels: ClassVar[list[Panel]] = [
        *ArticlePage.content_panels[:1],
        FieldPanel("embargo_until"),
        *ArticlePage.content_panels[1:],
        FieldPanel("boilerplate"),
    ]
    edit_handler = panels.article_tabs(content_panels, ArticlePage.connection_panels, ArticlePage.promote_panels)
    page_description = _("News for the press, with an embargo if need be.")

    class Meta:
        verbose_name = _("press release")
        verbose_name_plural = _("press releases")

    def clean(self) -> None:
        """Refuse a new embargo that is already over; one that has ended since stays as it is."""
        super().clean()
        if self.embargo_until and self.embargo_until <= timezone.now() and self._embargo_is_new():
            message = _("This moment has already passed. Choose a later one, or leave the embargo empty.")
            raise ValidationError({"embargo_until": ValidationError(message, code="embargo_in_the_past")})

    def _embargo_is_new(self) -> bool:
        """Tell whether neither the stored row nor the latest draft has this embargo."""
        known = set(
            PressReleasePage.objects.filter(translation_key=self.translation_key).values_list(
                "embargo_until", flat=True
            )
        )
        if self.pk and self.latest_revision:
            known.add(self.latest_revision.as_object().embargo_until)
        return self.embargo_until not in known

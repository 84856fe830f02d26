"""Lists of articles."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.fields import RichTextField
from wagtail.models import Page

from cms.core.models import BasePage
from cms.core.rich_text import TEXT_FEATURES

from ..kinds import ArticleKind


class ArticleIndexPage(BasePage):
    """A page that holds articles and lists those of one kind, or of all kinds."""

    facts: ClassVar[tuple[str, ...]] = ("listing_kind", "image")
    listing_type: ClassVar[str] = "article"

    intro = RichTextField(_("introduction"), blank=True, features=TEXT_FEATURES, help_text=_("Stands above the list."))
    image = models.ForeignKey(
        "core.Image",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    listing_kind = models.CharField(
        _("lists"),
        max_length=30,
        blank=True,
        choices=ArticleKind.choices,
        help_text=_("Left empty, articles of every kind are listed."),
    )

    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "home.SectionPage"]
    subpage_types: ClassVar[list[str]] = [
        "articles.PressReleasePage",
        "articles.SolidarityLetterPage",
        "articles.ConferenceReportPage",
    ]
    content_panels: ClassVar[list[Panel]] = [
        *Page.content_panels,
        FieldPanel("intro"),
        FieldPanel("image"),
        FieldPanel("listing_kind"),
    ]
    page_description = _("Holds articles and lists them, newest first.")

    class Meta:
        verbose_name = _("list of articles")
        verbose_name_plural = _("lists of articles")

"""What press releases, letters and reports have in common."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.admin.panels import Panel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from cms.core.models import BasePage

from .. import panels
from ..blocks import ArticleBodyBlock
from ..forms import ArticlePageForm
from ..kinds import ArticleKind


class ArticleTag(TaggedItemBase):
    """A tag of an article."""

    content_object = ParentalKey("articles.ArticlePage", on_delete=models.CASCADE, related_name="tagged_items")


class ArticlePage(BasePage):
    """An article of any kind.

    A table of its own, so that rows and choosers can name an article without knowing its kind; nobody creates one.
    Title, kicker, lead, body and the introduction of a republished text are translated; everything else is a fact.
    """

    kind: ClassVar[ArticleKind]
    """Which kind the concrete model holds."""

    facts: ClassVar[tuple[str, ...]] = (
        "date",
        "dateline_place",
        "lead_image",
        "conference",
        "tagged_items",
        "places",
        "partnerships",
        "contacts",
        "documents",
        "related",
        "corrections",
        "republished_issuer",
        "republished_url",
    )

    kicker = models.CharField(
        _("kicker"),
        max_length=120,
        blank=True,
        help_text=_("A few words above the title, such as the series or topic."),
    )
    lead = models.TextField(
        _("lead"), blank=True, help_text=_("Two or three sentences that say what it is about. Lists show them.")
    )
    date = models.DateField(
        _("date"), default=timezone.localdate, help_text=_("The day the text is dated. Lists are ordered by it.")
    )
    dateline_place = models.ForeignKey(
        "partnerships.Municipality",
        verbose_name=_("place"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Where the text was written; it stands before the date."),
    )
    lead_image = models.ForeignKey(
        "core.Image",
        verbose_name=_("lead picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    body = StreamField(ArticleBodyBlock(), verbose_name=_("body"), blank=True)
    conference = models.ForeignKey(
        "partnerships.Conference",
        verbose_name=_("conference"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    tags = ClusterTaggableManager(
        through=ArticleTag,
        blank=True,
        verbose_name=_("tags"),
        help_text=_("Topics, the same in every language. Type a few letters to find one that is already in use."),
    )
    republished_issuer = models.CharField(
        _("first published by"),
        max_length=255,
        blank=True,
        help_text=_("Only for a text of somebody else that we publish again."),
    )
    republished_url = models.URLField(_("address of the original"), blank=True)
    republished_introduction = models.TextField(
        _("our introduction"), blank=True, help_text=_("Why we publish the text again. Stands above it.")
    )

    is_creatable = False
    parent_page_types: ClassVar[list[str]] = ["articles.ArticleIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    base_form_class = ArticlePageForm
    content_panels: ClassVar[list[Panel]] = [*Page.content_panels, *panels.TEXT_PANELS]
    connection_panels: ClassVar[list[Panel]] = panels.CONNECTION_PANELS
    promote_panels: ClassVar[list[Panel]] = panels.PROMOTE_PANELS
    search_fields: ClassVar[list[index.BaseField]] = [
        *Page.search_fields,
        index.SearchField("kicker"),
        index.SearchField("lead"),
        index.FilterField("date"),
    ]

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")

    def clean(self) -> None:
        """Refuse an address without an issuer, and an introduction to nothing."""
        super().clean()
        if not self.republished_issuer and (self.republished_url or self.republished_introduction):
            message = _("Say who published the text first, or leave address and introduction empty.")
            raise ValidationError({"republished_issuer": ValidationError(message, code="issuer_missing")})

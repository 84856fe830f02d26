"""Ordered rows of an article that name something else. All are facts."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.models import Orderable

from .article_page import ArticlePage


class ArticlePlace(Orderable):
    """A municipality that the article is about."""

    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="places")
    municipality = models.ForeignKey(
        "partnerships.Municipality",
        verbose_name=_("municipality"),
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Type any name of the town, in any language."),
    )

    panels: ClassVar[list[Panel]] = [FieldPanel("municipality")]

    class Meta(Orderable.Meta):
        verbose_name = _("place")
        verbose_name_plural = _("places")


class ArticlePartnership(Orderable):
    """A partnership that the article is about."""

    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="partnerships")
    partnership = models.ForeignKey(
        "partnerships.Partnership", verbose_name=_("partnership"), on_delete=models.CASCADE, related_name="+"
    )

    panels: ClassVar[list[Panel]] = [FieldPanel("partnership")]

    class Meta(Orderable.Meta):
        verbose_name = _("partnership")
        verbose_name_plural = _("partnerships")


class ContactPurpose(models.TextChoices):
    """What readers may turn to a contact for."""

    PRESS = "press", _("questions of the press")
    PROJECT = "project", _("questions about the project")


class ArticleContact(Orderable):
    """Somebody readers may turn to, and what for."""

    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="contacts")
    contact = models.ForeignKey(
        "partnerships.Contact", verbose_name=_("contact"), on_delete=models.CASCADE, related_name="+"
    )
    purpose = models.CharField(_("for"), max_length=10, choices=ContactPurpose.choices, default=ContactPurpose.PRESS)

    panels: ClassVar[list[Panel]] = [FieldPanel("contact"), FieldPanel("purpose")]

    class Meta(Orderable.Meta):
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")


class ArticleDocument(Orderable):
    """A file that belongs to the article."""

    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="documents")
    document = models.ForeignKey(
        "core.Document", verbose_name=_("document"), on_delete=models.CASCADE, related_name="+"
    )

    panels: ClassVar[list[Panel]] = [FieldPanel("document")]

    class Meta(Orderable.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")


class RelatedArticle(Orderable):
    """Another article worth reading after this one."""

    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="related")
    article = models.ForeignKey(ArticlePage, verbose_name=_("article"), on_delete=models.CASCADE, related_name="+")

    panels: ClassVar[list[Panel]] = [FieldPanel("article")]

    class Meta(Orderable.Meta):
        verbose_name = _("related article")
        verbose_name_plural = _("related articles")

    def clean(self) -> None:
        """Refuse an article that is related to itself, in whatever language."""
        super().clean()
        page: Any = self.page if self.page_id else None
        if page and self.article_id and self.article.translation_key == page.translation_key:
            message = _("An article cannot be related to itself.")
            raise ValidationError({"article": ValidationError(message, code="related_to_itself")})

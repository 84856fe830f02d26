"""Corrections: what was wrong, said openly."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.models import Orderable, TranslatableMixin

from cms.core.facts import Facts

from .article_page import ArticlePage


class Correction(Facts, TranslatableMixin, Orderable):
    """One correction of an article: the day is a fact, the text is translated."""

    facts: ClassVar[tuple[str, ...]] = ("date",)

    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="corrections")
    date = models.DateField(
        _("date"), error_messages={"required": _("A correction needs the day on which it was made.")}
    )
    text = models.TextField(_("text"), help_text=_("What was wrong and what is right."))

    panels: ClassVar[list[Panel]] = [FieldPanel("date"), FieldPanel("text")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")

    def __str__(self) -> str:
        return self.text

"""What home and section pages share."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search import index

from cms.core.models import BasePage
from cms.core.rich_text import TEXT_FEATURES

from ..blocks import PageBodyBlock


class PlainPage(BasePage):
    """A page with introduction, picture and body."""

    facts: ClassVar[tuple[str, ...]] = ("image",)

    intro = RichTextField(
        _("introduction"), blank=True, features=TEXT_FEATURES, help_text=_("A few sentences below the title.")
    )
    image = models.ForeignKey(
        "core.Image",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    body = StreamField(PageBodyBlock(), verbose_name=_("body"), blank=True)

    content_panels: ClassVar[list[Panel]] = [
        *Page.content_panels,
        FieldPanel("intro"),
        FieldPanel("image"),
        FieldPanel("body"),
    ]
    search_fields: ClassVar[list[index.BaseField]] = [*Page.search_fields, index.SearchField("intro")]

    class Meta:
        abstract = True

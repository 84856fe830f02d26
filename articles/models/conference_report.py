"""Reports about conferences."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel

from .. import panels
from ..forms import ConferenceReportForm
from ..kinds import ArticleKind
from .article_page import ArticlePage


class ConferenceReportPage(ArticlePage):
    """A report about a conference of the library."""

    kind = ArticleKind.CONFERENCE_REPORT
    facts: ClassVar[tuple[str, ...]] = (*ArticlePage.facts, "author", "organisation")

    author = models.CharField(_("author"), max_length=255, blank=True)
    organisation = models.ForeignKey(
        "partnerships.Organisation",
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("On whose behalf the author writes."),
    )

    is_creatable = True
    base_form_class = ConferenceReportForm
    content_panels: ClassVar[list[Panel]] = [
        *ArticlePage.content_panels[:1],
        MultiFieldPanel(
            [FieldPanel("conference"), FieldPanel("author"), FieldPanel("organisation")],
            heading=_("Conference and author"),
        ),
        *ArticlePage.content_panels[1:],
    ]
    connection_panels: ClassVar[list[Panel]] = panels.CONNECTION_PANELS_WITHOUT_CONFERENCE
    edit_handler = panels.article_tabs(content_panels, connection_panels, ArticlePage.promote_panels)
    page_description = _("What happened at a conference, and what came of it.")

    class Meta:
        verbose_name = _("conference report")
        verbose_name_plural = _("conference reports")

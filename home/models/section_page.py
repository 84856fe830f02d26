"""Pages about something."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from .plain_page import PlainPage


class SectionPage(PlainPage):
    """A page with text of its own, which may hold further pages."""

    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "home.SectionPage"]
    subpage_types: ClassVar[list[str]] = [
        "home.SectionPage",
        "articles.ArticleIndexPage",
        "partnerships.LibraryPage",
    ]
    page_description = _("A page with text, such as “About us” or the imprint; it may hold further pages.")

    class Meta:
        verbose_name = _("section page")
        verbose_name_plural = _("section pages")

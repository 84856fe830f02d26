"""The first page of a language's site."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from .plain_page import PlainPage


class HomePage(PlainPage):
    """The first page. There is one, with a translation for each language; it is translated, not created again."""

    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = [
        "home.SectionPage",
        "articles.ArticleIndexPage",
        "partnerships.LibraryPage",
    ]
    max_count = 1
    page_description = _("The first page of the site.")

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

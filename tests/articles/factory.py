"""Letters and reports for tests."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone
from wagtail.models import Locale

from articles.models import ArticleIndexPage, ConferenceReportPage, Signatory, SolidarityLetterPage


def letter(
    index: ArticleIndexPage, title: str = "Offener Brief", *, live: bool = True, **fields: Any
) -> SolidarityLetterPage:
    """A letter below `index`."""
    fields = {"addressees": "An alle", "date": date(2026, 5, 4), **fields}
    page = SolidarityLetterPage(title=title, locale=index.locale, live=live, **fields)
    index.add_child(instance=page)
    return page


def report(index: ArticleIndexPage, title: str = "Bericht", **fields: Any) -> ConferenceReportPage:
    """A conference report below `index`."""
    page = ConferenceReportPage(title=title, locale=index.locale, date=date(2026, 5, 4), **fields)
    index.add_child(instance=page)
    return page


def signatory(page: SolidarityLetterPage, name: str = "Erika Muster", **fields: Any) -> Signatory:
    """A confirmed signatory of a letter whose name is shown."""
    values = {"visibility": "public", "confirmed_at": timezone.now(), "capacity": "personal", **fields}
    return Signatory.objects.create(letter_key=page.translation_key, name=name, **values)


def translated_page(page: Any, locale: str, **fields: Any) -> Any:
    """A published target of an article, written by hand; its parent is translated as well."""
    target_locale = Locale.objects.get(language_code=locale)
    parent = page.get_parent().specific
    if not parent.has_translation(target_locale):
        parent.copy_for_translation(target_locale, copy_parents=True).save_revision().publish()
    target = page.copy_for_translation(target_locale)
    for name, value in fields.items():
        setattr(target, name, value)
    target.save_revision().publish()
    return type(page).objects.get(pk=target.pk)

"""Small published works for tests: the least a reader would notice."""

from __future__ import annotations

from datetime import date
from typing import Any

from wagtail.models import Locale, Page

from articles.models import ArticleIndexPage, ArticlePartnership, ArticlePlace, PressReleasePage, RelatedArticle
from cms.publishing.models import Edition
from home.models import HomePage
from partnerships.models import Milestone, Municipality, Partnership, Side


def municipality(
    name: str, *, locale: str = "de", country: str = "DE", live: bool = True, **fields: Any
) -> Municipality:
    """A municipality that was written in `locale`; a draft when it is not `live`."""
    row = Municipality(name=name, country=country, locale=Locale.objects.get(language_code=locale), live=live, **fields)
    row.save()
    return row


def translated(row: Any, locale: str, **fields: Any) -> Any:
    """A target of a library entry with texts of its own, published by hand."""
    target = row.copy_for_translation(Locale.objects.get(language_code=locale))
    for name, value in fields.items():
        setattr(target, name, value)
    target.live = True
    target.save()
    return target


def partnership(*sides: Municipality, since: str = "1991-05-11", **fields: Any) -> Partnership:
    """A partnership of `sides`, signed on the EDTF date `since`."""
    row = Partnership(locale=sides[0].locale, **fields)
    row.sides = [Side(municipality=side, sort_order=order) for order, side in enumerate(sides)]
    row.milestones = [Milestone(type="signed", date=since, locale=row.locale)]
    row.save()
    return row


def article_index(home: Page, title: str = "Presse") -> ArticleIndexPage:
    """A live list of articles below `home`."""
    index = ArticleIndexPage(title=title, locale=home.locale)
    home.add_child(instance=index)
    return index


def press_release(index: Page, title: str, *, live: bool = True, **fields: Any) -> PressReleasePage:
    """A press release below `index`, published unless it is not `live`."""
    places = fields.pop("places", ())
    partnerships = fields.pop("partnerships", ())
    page = PressReleasePage(
        title=title, locale=index.locale, live=live, date=fields.pop("date", date(2026, 5, 4)), **fields
    )
    page.places = [ArticlePlace(municipality=place) for place in places]
    page.partnerships = [ArticlePartnership(partnership=row) for row in partnerships]
    index.add_child(instance=page)
    return page


def related_article(page: PressReleasePage) -> RelatedArticle:
    """A row that names `page` as related."""
    return RelatedArticle(article=page)


def home_page(site: Any) -> HomePage:
    """The default locale's home page."""
    home: HomePage = site.root_page.specific
    return home


def edition(row: Any) -> Edition:
    """The edition of a stored row. Raises Edition.DoesNotExist when it is not public."""
    return Edition.objects.get(model=row._meta.label_lower, object_id=str(row.pk))

"""What generated content stands under and beside: pages that hold it, and pictures."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from PIL import Image as Canvas
from wagtail.models import Locale, Page, Site

from articles.kinds import ArticleKind
from articles.models import ArticleIndexPage
from cms.core.models import Image
from cms.demo.loading.names import key_of
from cms.publishing.projection import publication
from home.models import HomePage
from partnerships.models import LibraryPage
from partnerships.models.library_page import LibrarySection

PICTURES = 12

TITLES = {
    ArticleKind.PRESS_RELEASE: {"de": "Meldungen (erzeugt)", "en": "News (generated)", "ru": "Новости (созданы)"},
    ArticleKind.SOLIDARITY_LETTER: {"de": "Briefe (erzeugt)", "en": "Letters (generated)", "ru": "Письма (созданы)"},
    ArticleKind.CONFERENCE_REPORT: {"de": "Berichte (erzeugt)", "en": "Reports (generated)", "ru": "Отчёты (созданы)"},
    LibrarySection.MUNICIPALITIES: {"de": "Orte", "en": "Towns", "ru": "Города"},
    LibrarySection.PARTNERSHIPS: {"de": "Partnerschaften", "en": "Partnerships", "ru": "Партнёрства"},
}


@dataclass(frozen=True)
class Newsroom:
    """Where everything goes. The first locale is the source's."""

    locales: tuple[Locale, ...]
    indexes: dict[tuple[ArticleKind, str], ArticleIndexPage]
    """By kind of article and locale."""
    pictures: tuple[int, ...]


def newsroom(seed: int) -> Newsroom:
    """The pages and pictures, made unless they are there."""
    codes = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
    codes.sort(key=lambda code: code != settings.LANGUAGE_CODE)
    locales = tuple(Locale.objects.get_or_create(language_code=code)[0] for code in codes)
    with publication():
        homes = [_home(locale) for locale in locales]
        indexes = {
            (kind, home.locale.language_code): _child(home, ArticleIndexPage, kind, seed, listing_kind=kind)
            for home in homes
            for kind in ArticleKind
        }
        for home in homes:
            for section in (LibrarySection.MUNICIPALITIES, LibrarySection.PARTNERSHIPS):
                if not LibraryPage.objects.filter(locale=home.locale, shows=section).exists():
                    _child(home, LibraryPage, section, seed, shows=section)
    return Newsroom(locales, indexes, _pictures())


def _home(locale: Locale) -> Page:
    root = Site.objects.get(is_default_site=True).root_page
    found: Page | None = root.get_translations(inclusive=True).filter(locale=locale).first()
    if found is None:
        found = HomePage(
            title=root.title, slug=f"{root.slug}-{locale.language_code}", locale=locale,
            translation_key=root.translation_key,
        )  # fmt: skip
        Page.get_first_root_node().add_child(instance=found)
    return found


def _child(home: Page, model: Any, name: Any, seed: int, **fields: Any) -> Any:
    key = key_of("generated page", seed, name)
    found = model.objects.filter(translation_key=key, locale=home.locale).first()
    if found is None:
        title = TITLES[name].get(home.locale.language_code, str(name))
        slug = f"{name.replace('_', '-')}-{seed}"
        found = model(title=title, slug=slug, locale=home.locale, translation_key=key, **fields)
        home.refresh_from_db()
        home.add_child(instance=found)
    return found


def _pictures() -> tuple[int, ...]:
    """Ids of pictures that share one small file."""
    found = Image.objects.filter(title__startswith="generated ").order_by("pk").values_list("pk", flat=True)
    if not found:
        content = BytesIO()
        Canvas.new("RGB", (1600, 1000), "#5b7c99").save(content, "PNG")
        file = ContentFile(content.getvalue(), "generated.png")
        for number in range(PICTURES):
            Image.objects.create(title=f"generated {number + 1}", file=file, credit="Trilog", licence="CC0")
    return tuple(found.all())

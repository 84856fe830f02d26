"""A press release with published translations, and a policy that follows."""

from collections.abc import Callable
from typing import Any

import pytest
from wagtail.models import Locale, Site
from wagtail_localize.models import Translation

from articles.models import ArticleIndexPage, PressReleasePage
from cms.translation.models import FollowPolicy
from cms.translation.operations.publish import PublishTranslation
from partnerships.models import Municipality

from ..conftest import RUSSIAN, translate

ENGLISH = {
    "Vierzig Jahre Freundschaft": "Forty years of friendship",
    "Zwei Städte feiern.": "Two towns celebrate.",
    "Erster Absatz.": "First paragraph.",
    "Zweiter Absatz.": "Second paragraph.",
    "Köln": "Cologne",
    "Stadt am Rhein.": "City on the Rhine.",
}


@pytest.fixture
def published(submit: Callable[..., Translation]) -> Callable[[Any, str], Any]:
    """Translates a row completely and publishes it: the target's row."""

    def published(row: Any, code: str) -> Any:
        translation = submit(row, code)
        translate(translation, RUSSIAN if code == "ru" else ENGLISH)
        PublishTranslation(translation=translation).execute()
        return type(row).objects.get(translation_key=row.translation_key, locale__language_code=code)

    return published


@pytest.fixture
def russian(release: PressReleasePage, published: Callable[[Any, str], Any]) -> PressReleasePage:
    """The press release in Russian, published."""
    return published(release, "ru")


@pytest.fixture
def english(release: PressReleasePage, published: Callable[[Any, str], Any]) -> PressReleasePage:
    """The press release in English, published."""
    return published(release, "en")


@pytest.fixture
def russian_town(town: Municipality, published: Callable[[Any, str], Any]) -> Municipality:
    """The municipality in Russian, published."""
    return published(town, "ru")


@pytest.fixture
def archive(site: Site, locales: dict[str, Locale]) -> dict[str, ArticleIndexPage]:
    """Another list of articles, published in German and Russian, not in English."""
    german = ArticleIndexPage(title="Archiv", slug="archiv", locale=locales["de"])
    site.root_page.add_child(instance=german)
    german.save_revision().publish()
    russian = german.copy_for_translation(locales["ru"])
    russian.title, russian.slug = "Архив", "архив"
    russian.save_revision().publish()
    return {"de": german, "ru": ArticleIndexPage.objects.get(pk=russian.pk)}


@pytest.fixture
def policy(site: Site) -> Callable[..., None]:
    """Sets what translations do: `policy(moving="follow")`."""

    def policy(**choices: str) -> None:
        FollowPolicy.objects.update_or_create(site=site, defaults=choices)

    return policy

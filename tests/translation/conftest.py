"""Works in the default locale, people, and ways to translate as editors and translators do."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page, Site
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.operations import translate_object

from articles.models import ArticleIndexPage, PressReleasePage
from cms.core.models import User
from partnerships.models import Municipality


def translate(translation: Translation, texts: Mapping[str, str]) -> None:
    """Types translations into wagtail-localize's editor: the source's text → the target's."""
    for segment in StringSegment.objects.filter(source=translation.source, string__data__in=texts):
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=translation.target_locale,
            defaults={"data": texts[segment.string.data]},
        )


def edit_url(row: Any) -> str:
    """The address of a row's editor in the admin."""
    if isinstance(row, Page):
        return reverse("wagtailadmin_pages:edit", args=[row.pk])
    return reverse(f"wagtailsnippets_{row._meta.app_label}_{row._meta.model_name}:edit", args=[row.pk])


@pytest.fixture
def town(locales: dict[str, Locale]) -> Municipality:
    """A published municipality."""
    town = Municipality(name="Köln", intro="<p>Stadt am Rhein.</p>", country="DE", locale=locales["de"])
    town.save()
    town.save_revision().publish()
    return Municipality.objects.get(pk=town.pk)


@pytest.fixture
def release(site: Site, locales: dict[str, Locale]) -> PressReleasePage:
    """A published press release, below an index that is published in every locale."""
    index = ArticleIndexPage(title="Presse", slug="presse", locale=locales["de"])
    site.root_page.add_child(instance=index)
    index.save_revision().publish()
    for code in ("en", "ru"):
        copy = index.copy_for_translation(locales[code])
        copy.title = {"en": "Press", "ru": "Пресса"}[code]
        copy.save_revision().publish()
    release = PressReleasePage(
        title="Vierzig Jahre Freundschaft",
        slug="vierzig-jahre",
        lead="Zwei Städte feiern.",
        locale=locales["de"],
        body=[
            {"type": "paragraph", "id": "a0000000-0000-4000-8000-000000000001", "value": "<p>Erster Absatz.</p>"},
            {"type": "paragraph", "id": "a0000000-0000-4000-8000-000000000002", "value": "<p>Zweiter Absatz.</p>"},
        ],
    )
    index.add_child(instance=release)
    release.save_revision().publish()
    return PressReleasePage.objects.get(pk=release.pk)


RUSSIAN = {
    "Vierzig Jahre Freundschaft": "Сорок лет дружбы",
    "Zwei Städte feiern.": "Два города празднуют.",
    "Erster Absatz.": "Первый абзац.",
    "Zweiter Absatz.": "Второй абзац.",
    "Köln": "Кёльн",
    "Stadt am Rhein.": "Город на Рейне.",
}


@pytest.fixture
def submit(locales: dict[str, Locale]) -> Callable[..., Translation]:
    """Submits a row for translation, as the admin does."""

    def submit(row: Any, code: str, user: Any = None) -> Translation:
        translate_object(row, [locales[code]], user=user)
        return Translation.objects.get(source__object_id=row.translation_key, target_locale=locales[code])

    return submit


@pytest.fixture
def sign_in(db: None) -> Callable[[str], Client]:
    """A browser in which a member of the named group is signed in."""

    def sign_in(group: str) -> Client:
        user, _created = User.objects.get_or_create(username=group, email=f"{len(group)}@example.org")
        user.groups.add(Group.objects.get(name=group))
        client = Client()
        client.force_login(user)
        return client

    return sign_in

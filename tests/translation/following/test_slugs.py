"""Addresses of translated pages: in their own script, or in Latin letters where the site wants that."""

from collections.abc import Callable
from typing import Any

import pytest
from wagtail_localize.models import Translation

from articles.models import PressReleasePage
from cms.translation.localize.slugs import slug_from
from cms.translation.operations.publish import PublishTranslation
from cms.translation.operations.save_draft import SaveDraftTranslation

from ..conftest import RUSSIAN, translate

Submit = Callable[..., Translation]


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Мир 2026", "мир-2026"),
        ("Дружба & мир", "дружба-мир"),
        ("Нижний Новгород — Эссен", "нижний-новгород-эссен"),
        ("!!!", ""),
        ("и\u0306од", "йод"),
    ],
)
def test_addresses_are_in_the_own_script(title: str, slug: str, settings: Any) -> None:
    settings.TRANSLITERATED_SLUGS = []
    assert slug_from(title, "ru") == slug


@pytest.mark.parametrize(
    ("title", "code", "slug"),
    [
        ("Мир 2026", "ru", "mir-2026"),
        ("Щёлково", "ru", "shchyolkovo"),
        ("Воскресенье", "ru", "voskresenye"),
        ("Подъезд", "ru", "podyezd"),
        ("Тольятти, Ульяновск", "ru", "tolyatti-ulyanovsk"),
        ("Charkiv – Харків", "uk", "charkiv-kharkiv"),
        ("Münster grüßt Köln", "de", "muenster-gruesst-koeln"),
        ("Ålesund", "en", "alesund"),
        ("北京", "en", "beijing"),
        ("…", "ru", ""),
    ],
)
def test_addresses_in_latin_letters_as_people_write_them(title: str, code: str, slug: str, settings: Any) -> None:
    settings.TRANSLITERATED_SLUGS = [code]
    assert slug_from(title, code) == slug


def test_long_titles_are_cut_between_words(settings: Any) -> None:
    slug = slug_from("Сорок лет дружбы " * 40, "ru")
    assert len(slug) <= 100
    assert slug.endswith(("-сорок", "-лет", "-дружбы"))
    assert len(slug_from("щ" * 400, "ru")) <= 100


@pytest.mark.django_db
@pytest.mark.parametrize(("codes", "slug"), [([], "сорок-лет-дружбы"), (["ru"], "sorok-let-druzhby")])
def test_a_new_target_gets_its_address_from_the_translated_title(
    codes: list[str], slug: str, release: PressReleasePage, submit: Submit, settings: Any
) -> None:
    settings.TRANSLITERATED_SLUGS = codes
    translation = submit(release, "ru")
    translate(translation, RUSSIAN)
    PublishTranslation(translation=translation).execute()
    assert translation.get_target_instance().slug == slug


@pytest.mark.django_db
def test_what_a_translator_types_counts_in_any_script(release: PressReleasePage, submit: Submit, settings: Any) -> None:
    settings.TRANSLITERATED_SLUGS = ["ru"]
    translation = submit(release, "ru")
    translate(translation, RUSSIAN | {release.slug: "дружба"})
    PublishTranslation(translation=translation).execute()
    assert translation.get_target_instance().slug == "дружба"


@pytest.mark.django_db
def test_another_setting_moves_no_published_page(release: PressReleasePage, submit: Submit, settings: Any) -> None:
    translation = submit(release, "ru")
    translate(translation, RUSSIAN)
    PublishTranslation(translation=translation).execute()
    before = translation.get_target_instance().slug
    settings.TRANSLITERATED_SLUGS = ["ru"]
    PublishTranslation(translation=translation).execute()
    assert translation.get_target_instance().slug == before


@pytest.mark.django_db
def test_two_pages_with_one_title_and_typed_monsters_do_not_collide(
    release: PressReleasePage, submit: Submit, settings: Any
) -> None:
    parent = release.get_parent()
    other = PressReleasePage(title="Anderes", slug="anderes", lead="Kurz.", locale=release.locale)
    parent.add_child(instance=other)
    other.save_revision().publish()
    slugs = []
    for page in (release, other):
        translation = submit(page, "ru")
        translate(translation, {page.title: "Дружба &amp; мир", page.slug: "щ" * 400})
        SaveDraftTranslation(translation=translation).execute()
        slugs.append(translation.get_target_instance().slug)
    assert slugs[0] != slugs[1]
    assert all(len(slug) <= 255 for slug in slugs)

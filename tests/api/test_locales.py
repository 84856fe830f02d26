import pytest
from django.urls import clear_url_caches
from wagtail.models import Locale

from .conftest import Get


def test_every_active_locale_with_its_names(get: Get, locales) -> None:
    answer = get("locales/", locale="en").json()

    assert answer["count"] == 3
    assert answer["results"] == [
        {"code": "de", "name": "German", "native_name": "Deutsch", "default": True, "url": "http://testserver/de/"},
        {"code": "en", "name": "English", "native_name": "English", "default": False, "url": "http://testserver/en/"},
        {"code": "ru", "name": "Russian", "native_name": "Русский", "default": False, "url": "http://testserver/ru/"},
    ]


def test_what_editors_have_not_switched_on_is_not_there(get: Get, locales) -> None:
    Locale.objects.filter(language_code="ru").delete()

    assert [row["code"] for row in get("locales/").json()["results"]] == ["de", "en"]


def test_names_are_in_the_language_asked_for(get: Get, locales) -> None:
    response = get("locales/", locale="ru", fields="name")

    assert response["Content-Language"] == "ru"
    assert response.json()["results"][0].keys() == {"name"}


@pytest.fixture
def fourth_locale(settings, locales):
    languages = [*settings.LANGUAGES, ("uk", "Українська")]
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = languages
    clear_url_caches()
    yield Locale.objects.create(language_code="uk")
    clear_url_caches()


def test_a_fourth_language_is_a_setting(get: Get, fourth_locale) -> None:
    from .editions import make_work

    make_work("de", "uk", titles={"uk": "Міст"})

    assert [row["code"] for row in get("locales/").json()["results"]] == ["de", "en", "ru", "uk"]
    assert get("articles/", locale="uk").json()["results"][0]["title"] == "Міст"
    assert get("articles/", headers={"Accept-Language": "uk-UA"}).json()["results"][0]["locale"] == "uk"
    assert get("articles/", locale="ru", fallback="uk,de").json()["results"][0]["locale"] == "uk"
    assert get("articles/", locale="fr").json()["errors"][0]["allowed"] == ["de", "en", "ru", "uk"]

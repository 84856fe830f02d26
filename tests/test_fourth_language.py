"""Languages are data: a fourth one needs settings and texts, and no line of code."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from pytest_django.fixtures import Settings
from wagtail.models import Locale, Site

from tests import newsroom

pytestmark = pytest.mark.django_db


@pytest.fixture
def french(settings: Settings) -> Iterator[Locale]:
    """French as one of the site's languages."""
    languages = [*settings.LANGUAGES, ("fr", "Français")]
    settings.LANGUAGES = languages
    settings.WAGTAIL_CONTENT_LANGUAGES = languages
    return Locale.objects.create(language_code="fr")


def test_a_work_is_published_read_and_listed_in_it(site: Site, french: Locale, client: Client) -> None:
    home = newsroom.home_page(site)
    index = newsroom.article_index(home)
    town = newsroom.municipality("Nischni Nowgorod", country="RU")
    newsroom.translated(town, "fr", name="Nijni Novgorod")
    page = newsroom.press_release(index, "Besuch", places=[town])
    for original, title in ((home, "Accueil"), (index, "Presse"), (page, "Visite")):
        target = original.copy_for_translation(french)
        target.title = title
        target.slug = f"fr-{title.lower()}"
        target.save_revision().publish()

    assert "fr" in [locale["code"] for locale in client.get("/api/v1/locales/").json()["results"]]
    rows = client.get("/api/v1/articles/?locale=fr").json()["results"]
    assert [(row["title"], row["places"][0]["name"], row["language"]["state"]) for row in rows] == [
        ("Visite", "Nijni Novgorod", "native")
    ]
    answer = client.get("/fr/fr-presse/fr-visite/")
    assert answer.headers["Content-Language"] == "fr"
    assert "Visite" in answer.text
    assert [face["locale"] for face in rows[0]["translations"]] == ["de", "fr"]


def test_its_translators_get_a_group(french: Locale) -> None:
    assert Group.objects.filter(name="Translators (fr)").exists()

"""A published press release with a draft of a new version, and a way to share it."""

from collections.abc import Callable, Iterator
from typing import Any, Protocol

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import Locale, Site
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from articles.models import PressReleasePage
from cms.core.models import User
from cms.previews import conf
from cms.previews.models import PreviewGrant
from cms.previews.sharing import share
from cms.previews.tokens import token_of
from tests import newsroom


class Preview(Protocol):
    """Asks the API for the draft behind a token; keyword arguments become the query."""

    def __call__(self, token: str, **query: Any) -> Any: ...


@pytest.fixture(autouse=True)
def _fresh_settings() -> Iterator[None]:
    conf.load.cache_clear()
    yield
    conf.load.cache_clear()


@pytest.fixture
def publisher(db: None) -> User:
    """Who shares."""
    user = User.objects.create_user("publisher", "publisher@example.org", "publisher")
    user.groups.add(Group.objects.get(name="Publishers"))
    return user


@pytest.fixture
def release(site: Site) -> PressReleasePage:
    """Published as “Alt”, with a draft called “Neu”."""
    index = newsroom.article_index(newsroom.home_page(site))
    page = newsroom.press_release(index, "Alt", slug="meldung", lead="Alter Vorspann")
    page.title = "Neu"
    page.lead = "Neuer Vorspann"
    page.save_revision()
    return PressReleasePage.objects.get(pk=page.pk)


@pytest.fixture
def grant(release: PressReleasePage, publisher: User) -> PreviewGrant:
    """Lets its holder see “Neu”."""
    return share(release, publisher, days=7, note="Für die Kanzlei")


@pytest.fixture
def token(grant: PreviewGrant) -> str:
    return token_of(grant)


@pytest.fixture
def submit(site: Site) -> Callable[..., Translation]:
    """Submits a row for translation, as the admin does."""

    def submit(row: Any, code: str) -> Translation:
        locale = Locale.objects.get(language_code=code)
        translate_object(row, [locale])
        return Translation.objects.get(source__object_id=row.translation_key, target_locale=locale)

    return submit


@pytest.fixture
def preview(client: Client) -> Callable[..., Any]:
    def ask(token: str, **query: Any) -> Any:
        return client.get("/api/v1/preview/", {"token": token, **query})

    return ask

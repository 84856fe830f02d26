"""Wagtail's API switched on, and tokens to use it with."""

from collections.abc import Callable
from json import dumps
from typing import Any, Protocol

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import APIToken, Site

from articles.models import ArticleIndexPage, PressReleasePage
from cms.core.models import User
from tests import newsroom


class Call(Protocol):
    """Makes a request: `call("get", "pages/", token, locale="de")`; the body of a write is `json`."""

    def __call__(self, method: str, path: str, token: str = "", json: Any = None, **query: Any) -> Any: ...


@pytest.fixture
def switched_on(settings) -> None:
    settings.WAGTAIL_API_V3 = True


@pytest.fixture
def call(client: Client, switched_on: None) -> Callable[..., Any]:
    def call(method: str, path: str, token: str = "", json: Any = None, **query: Any) -> Any:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        return client.generic(
            method.upper(),
            f"/api/wagtail/v3/{path}",
            "" if json is None else dumps(json),
            content_type="application/json",
            headers=headers,
            query_params=query or None,
        )

    return call


@pytest.fixture
def token_for(db: None) -> Callable[[User], str]:
    """A new token of a user."""

    def token_for(user: User) -> str:
        token = APIToken.generate_token()
        APIToken.objects.create(user=user, name="test", key_hash=APIToken.hash_token(token), prefix=token[:12])
        return token

    return token_for


@pytest.fixture
def member(db: None) -> Callable[[str], User]:
    """A member of the named group."""

    def member(group: str) -> User:
        user = User.objects.create_user(group, f"{abs(hash(group))}@example.org", group)
        user.groups.add(Group.objects.get(name=group))
        return user

    return member


@pytest.fixture
def index(site: Site) -> ArticleIndexPage:
    """A published list of articles."""
    index = newsroom.article_index(newsroom.home_page(site))
    index.save_revision().publish()
    return index


@pytest.fixture
def release(index: ArticleIndexPage) -> PressReleasePage:
    """A published press release."""
    page = newsroom.press_release(index, "Meldung", slug="meldung")
    page.save_revision().publish()
    return PressReleasePage.objects.get(pk=page.pk)

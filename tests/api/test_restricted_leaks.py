"""Restricted content is told to keys of its scope, and to nobody else by any address there is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta
from html import unescape
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction
from wagtail.rich_text import RichText

from cms.api.collection import collections
from cms.api.keys import issue
from cms.api.models import ApiKey
from cms.publishing.locales import content_locales
from cms.publishing.models import Edition
from cms.publishing.preview import build_preview
from home.models import SectionPage
from tests.articles.factory import translated_page
from tests.newsroom import article_index, home_page, municipality, partnership, press_release, related_article

pytestmark = [pytest.mark.django_db, pytest.mark.transactions]

WORD = "Kornblume"
"""Stands in titles and texts of restricted pages only."""
INNOCENT = "Sitzungssaal"
"""Stands in their texts only: a search for it must find nothing."""
LINKS = re.compile(r"""https?://(?:testserver|localhost)(/[^\s"'<>\\)\]]*)|(?:href|src|action)="(/[^"]*)\"""")
OWN_ADDRESSES = re.compile(r"^/(?:admin|static|media|documents|django-admin|_util)/|/images/|/schema/|/docs/")
MOST = 400


def restrict(page: Any) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.PASSWORD, password="offen")


@pytest.fixture
def private(site: Any, locales: Any) -> list[Any]:
    """Restricted pages that public ones refer to in every way there is, the addresses of two of them included."""
    home = home_page(site)
    index = article_index(home)
    essen, kaluga = municipality("Essen"), municipality("Kaluga", country="RU")
    ties = partnership(essen, kaluga)
    secret = press_release(
        index, f"{WORD} im Rat", slug="offen-gesagt", lead=f"{WORD} am Revers", places=[essen], partnerships=[ties]
    )
    secret.body = [("paragraph", RichText(f"<p>{WORD} im {INNOCENT}</p>"))]
    secret.save_revision().publish()
    translated = translated_page(secret, "en", title="A public translation", lead="", body=[])
    russian = translated_page(secret, "ru", title=f"{WORD} по-русски")
    section = SectionPage(title=f"{WORD}: Intern", slug="intern", locale=home.locale, show_in_menus=True)
    home.add_child(instance=section)
    below = article_index(section, f"{WORD}: Protokolle")
    below.slug = "protokolle"
    below.save_revision().publish()
    child = press_release(below, f"{WORD} im Protokoll", slug="protokoll", places=[essen])
    naming = press_release(index, "Nennt alle", places=[essen])
    naming.related = [related_article(secret), related_article(child)]
    links = "".join(f'<a linktype="page" id="{page.pk}">hier</a> ' for page in (secret, section, child, russian))
    naming.body = [("paragraph", RichText(f"<p>{links}</p>"))]
    naming.save_revision().publish()
    Redirect.objects.create(old_path="/alt", redirect_page=secret)
    for page in (secret, russian, section):
        restrict(page)
    for page in (secret, child):
        page.refresh_from_db()
        page.title = f"{page.title}, {WORD} aufs Neue"
        page.save_revision().publish()
    assert Edition.objects.get(key=translated.translation_key).title == "A public translation"
    assert WORD not in str(build_preview(type(naming).objects.get(pk=naming.pk)))
    return [type(page).objects.get(pk=page.pk) for page in (secret, russian, section, below, child)]


def header(**fields: Any) -> dict[str, str]:
    key = ApiKey(name="Partner", **fields)
    token = issue(key)
    key.save()
    return {"Authorization": f"Bearer {token}"}


def questions(private: list[Any]) -> list[str]:
    """Where to ask for restricted works, and everything that leads on from there."""
    asked = ["/", "/robots.txt", "/llms.txt", "/sitemap.xml", "/data/catalog.jsonld", "/alt/"]
    asked += [
        "/api/v1/",
        "/api/v1/locales/",
        "/api/v1/changes/",
        f"/de/presse/?q={INNOCENT}",
        "/api/v1/resolve/?path=/alt/",
    ]
    asked += [f"/api/v1/resolve/?path={page.get_url_parts()[2]}" for page in private]
    asked += [page.get_url_parts()[2] for page in private]
    for collection in collections.all():
        for locale in content_locales():
            base = f"/api/v1/{collection.path}/?locale={locale}"
            asked += [base, f"{base}&fallback=any", f"{base}&fallback=any&limit=1&cursor="]
            asked += [f"{base}&q={INNOCENT}"] if any(entry.name == "q" for entry in collection.filters) else []
    for page in private:
        for path in ("articles", "pages"):
            asked.append(f"/api/v1/{path}/{page.translation_key}/?fallback=any")
            asked += [f"/api/v1/{path}/{page.translation_key}/?locale={locale}" for locale in content_locales()]
    return asked


def told(client: Client, starts: Iterable[str], headers: dict[str, str]) -> dict[str, str]:
    """What each address says, in headers and content, and those that it leads to."""
    waiting, answers = list(starts), {}
    while waiting:
        address = waiting.pop()
        if address in answers or OWN_ADDRESSES.search(address) or len(answers) >= MOST:
            continue
        response = client.get(address, headers=headers)
        text = response.getvalue().decode(errors="replace")
        answers[address] = f"{response.status_code} {dict(response.headers)}\n{text}"
        found = [unescape(first or second) for first, second in LINKS.findall(text)]
        location = urlsplit(response.get("Location", ""))
        for link in [*found, f"{location.path}?{location.query}".rstrip("?")]:
            if link.startswith("/") and not link.startswith("//"):
                waiting.append(link.partition("#")[0])
    return answers


def those_without_access() -> dict[str, dict[str, str]]:
    scope = [ApiKey.Scope.RESTRICTED]
    return {
        "nobody": {},
        "without the scope": header(),
        "expired": header(scopes=scope, expires_at=timezone.now() - timedelta(seconds=1)),
        "revoked": header(scopes=scope, revoked_at=timezone.now()),
    }


@pytest.mark.parametrize("asker", ["nobody", "without the scope", "expired", "revoked"])
def test_nobody_else_is_told(client: Client, private: list[Any], asker: str) -> None:
    answers = told(client, questions(private), those_without_access()[asker])

    assert [address for address, answer in answers.items() if WORD in answer or "aufs Neue" in answer] == []
    assert len(answers) < MOST
    if asker in ("nobody", "without the scope"):
        assert "Nennt alle" in str(answers)
        assert any("/feeds/" in address for address in answers)
        assert any("/calendar/" in address for address in answers)


def test_a_key_of_the_scope_is_told_everything_but_by_feeds_and_the_site(client: Client, private: list[Any]) -> None:
    answers = told(client, questions(private), header(scopes=[ApiKey.Scope.RESTRICTED]))

    telling = [address for address, answer in answers.items() if WORD in answer]
    assert all(address.startswith("/api/v1/") for address in telling)
    assert not any(address.startswith("/api/v1/changes/") for address in telling)
    for page in private:
        locale = page.locale.language_code
        path = "articles" if page.specific_class._meta.app_label == "articles" and hasattr(page, "date") else "pages"
        assert page.title in answers[f"/api/v1/{path}/{page.translation_key}/?locale={locale}"]
        assert page.title in answers[f"/api/v1/resolve/?path={page.get_url_parts()[2]}"]
        assert "private, no-store" in answers[f"/api/v1/{path}/{page.translation_key}/?locale={locale}"]
    assert WORD in answers[f"/api/v1/articles/?locale=de&q={INNOCENT}"]
    # Not even to such a key does one restricted work name another: a document says the same to all who may read it.
    [naming] = Edition.objects.filter(title="Nennt alle")
    assert WORD not in answers[f"/api/v1/articles/{naming.key}/?locale=de"]


def test_once_it_is_public_again_everybody_is_told(client: Client, private: list[Any]) -> None:
    PageViewRestriction.objects.all().delete()

    answers = told(client, questions(private), {})

    assert any(WORD in answer for address, answer in answers.items() if "/feeds/" in address)
    assert WORD in answers["/api/v1/pages/?locale=de"]

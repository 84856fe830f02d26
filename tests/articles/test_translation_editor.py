"""Wagtail-localize's editor shows every segment of an article."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail_localize.models import Translation, TranslationSource

from articles.models import ArticleIndexPage
from tests.newsroom import press_release

from .test_translation import EVERY_BLOCK

pytestmark = pytest.mark.django_db


def test_the_editor_opens_a_release_with_every_block(
    index: ArticleIndexPage, locales: Any, client: Client, administrator: Any
) -> None:
    page = press_release(index, "Titel")
    page.body = [
        *EVERY_BLOCK,
        ("table", {"data": [["Ort", "Jahr"]], "table_caption": "Orte", "table_header_choice": "row"}),
    ]
    page.save()
    page.refresh_from_db()
    index.copy_for_translation(locales["en"], copy_parents=True)
    source, _created = TranslationSource.get_or_create_from_instance(page)
    translation = Translation.objects.create(source=source, target_locale=locales["en"])
    translation.save_target(publish=False)
    target = page.get_translation(locales["en"])
    client.force_login(administrator)

    answer = client.get(reverse("wagtailadmin_pages:edit", args=[target.pk]))

    assert answer.status_code == 200
    for text in ("Zelle", "Orte", "Anfang", "Weiter"):
        assert text in answer.content.decode()

"""Generated content is real: pages and entries as editors make them, whose editions a rebuild would make the same."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.models import Page

from articles.models import ArticlePage
from cms.publishing.models import Edition

WORKS = 60
LIBRARY = WORKS // 25 + WORKS // 50


def generate(works: int = WORKS, seed: int = 1) -> str:
    said = StringIO()
    call_command("generate_content", works=works, seed=seed, stdout=said)
    return said.getvalue()


def contents() -> list[tuple[Any, ...]]:
    rows = Edition.objects.order_by("type", "key", "locale")
    return list(rows.exclude(type="page").values_list("type", "key", "locale", "title", "earliest", "state", "text"))


@pytest.fixture(autouse=True)
def _media(settings: Any, tmp_path: Any, db: None) -> None:
    settings.MEDIA_ROOT = tmp_path
    settings.TRILOG_DEMO = True


def test_works_in_every_language_that_a_rebuild_would_not_change(settings: Any) -> None:
    assert f"{WORKS} works" in generate()

    locales = len(settings.WAGTAIL_CONTENT_LANGUAGES)
    assert Edition.objects.exclude(type="page").count() == WORKS * locales
    call_command("rebuild_editions", verify=True, stdout=StringIO())
    assert Page.find_problems() == ([], [], [], [], [])


def test_a_generated_article_can_be_read_and_published_again(client: Client) -> None:
    generate()
    page = ArticlePage.objects.filter(locale__language_code="en").first().specific

    assert page.title in client.get(page.get_url()).content.decode()
    page.save_revision().publish()
    call_command("rebuild_editions", verify=True, stdout=StringIO())


def test_the_same_seed_makes_the_same_and_more_of_it_only_what_is_missing() -> None:
    generate()
    first = contents()

    assert generate().startswith("0 works")
    assert contents() == first
    assert generate(works=WORKS + 5).startswith("5 works")
    assert len(contents()) > len(first)


def test_only_where_there_may_be_a_demo(settings: Any) -> None:
    settings.TRILOG_DEMO = False

    with pytest.raises(CommandError, match="TRILOG_DEMO"):
        generate()

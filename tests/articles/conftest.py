"""A newsroom with a list of articles."""

from __future__ import annotations

from typing import Any

import pytest

from articles.models import ArticleIndexPage
from partnerships.models import Municipality
from tests.newsroom import article_index, home_page, municipality


@pytest.fixture
def index(site: Any) -> ArticleIndexPage:
    """A live list of articles in the default locale."""
    return article_index(home_page(site))


@pytest.fixture
def essen(site: Any) -> Municipality:
    """A published town."""
    return municipality("Essen")

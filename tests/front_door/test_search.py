"""Searches pass through the front door: their answers depend on more than the log of changes."""

import pytest

from tests.api.editions import make_article
from tests.search.indexed import index

from .conftest import Site

pytestmark = pytest.mark.transactions


@pytest.mark.parametrize("address", ["/api/v1/search/?locale=de&q=Konzert", "/api/v1/suggest/?locale=de&q=Konz"])
def test_an_answer_follows_the_index_though_nothing_is_published_meanwhile(front: Site, address: str) -> None:
    make_article(title="Konzert im Park")
    assert b"Konzert im Park" not in front.get(address).body

    index()

    assert b"Konzert im Park" in front.get(address).body

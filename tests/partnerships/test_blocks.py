"""Partnerships inside bodies."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail_localize.segments.extract import StreamFieldSegmentExtractor

from cms.publishing.builds import Lookup
from cms.publishing.context import Context
from partnerships.blocks import PartnershipBlock, PartnershipListBlock
from partnerships.models import Partnership
from tests.newsroom import translated


def built(block: Any, value: Any, locale: str) -> Any:
    """What the block gives after everything it asks for has been looked up."""
    lookup = Lookup()
    for _round in range(5):
        context = Context(locale, lookup)
        document = block.to_document(value, context)
        if not context.incomplete:
            return document
        lookup.load()
    raise AssertionError("The block keeps asking")


def test_a_partnership_is_shown_in_the_readers_language(pair: Partnership) -> None:
    translated(pair, "ru")
    assert built(PartnershipBlock(), pair, "ru")["title"] == "Essen – Нижний Новгород"
    assert built(PartnershipBlock(), None, "ru") is None
    pair.unpublish()
    assert built(PartnershipBlock(), pair, "de")["locale"] == "ru"


def test_a_partnership_is_nothing_to_translate(pair: Partnership) -> None:
    assert StreamFieldSegmentExtractor(None, include_overridables=True).handle_block(PartnershipBlock(), pair) == []


@pytest.mark.parametrize(
    ("code", "year", "found"),
    [("DE-NW", None, 1), ("DE-BY", None, 0), ("", 2026, 1), ("", 2025, 0), ("DE-NW", 2026, 1), ("DE-BY", 2026, 0)],
)
def test_a_list_follows_its_rule(pair: Partnership, code: str, year: int | None, found: int) -> None:
    value = {"title": "Jubiläen", "region": code, "anniversary_year": year}
    document = built(PartnershipListBlock(), value, "de")
    assert len(document["partnerships"]) == found
    assert document["rule"] == {"region": code or None, "anniversary_year": year}


def test_a_list_needs_a_rule(db: None) -> None:
    block = PartnershipListBlock()
    with pytest.raises(ValidationError):
        block.clean(block.to_python({"title": "Alle"}))

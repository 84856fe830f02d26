"""Which fields hold rich text is declared, not guessed; here it is compared with what the builders make."""

from typing import Any

import pytest

from cms.api.collection import collections
from cms.core import rich_text
from cms.publishing.models import Edition

pytestmark = pytest.mark.django_db

MARKS = ("<p", "<ul", "<ol", "<b>", "</a>")
NOT_RICH = ("body/embed/html",)
"""A player is HTML to be put into a page as it is."""


def test_every_html_value_of_the_demo_is_declared_and_answered_in_the_form_asked_for(demo: int) -> None:
    found = 0
    for collection in collections.all():
        for edition in Edition.objects.of_type(collection.type):
            cleared = collection.work_rich_text.rewritten(edition.document, lambda html: "")
            assert _html_in(cleared) == [], edition
            assert _html_in(edition.item) == [], edition
            found += len(_html_in(edition.document))
    assert found > 100


def test_nothing_but_rich_text_is_declared_as_such(demo: int) -> None:
    for collection in collections.all():
        for edition in Edition.objects.of_type(collection.type):
            seen: list[str] = []
            collection.work_rich_text.rewritten(edition.document, seen.append)
            assert all(text == rich_text._clean(text) for text in seen)


def _html_in(value: Any, path: str = "") -> list[str]:
    """Where a document holds markup."""
    if isinstance(value, str):
        return [path] if any(mark in value for mark in MARKS) and path not in NOT_RICH else []
    if isinstance(value, dict):
        if "value" in value and "type" in value:
            return _html_in(value["value"], f"{path}/{value['type']}")
        return [place for name, part in value.items() for place in _html_in(part, f"{path}/{name}".lstrip("/"))]
    return [place for part in value for place in _html_in(part, path)] if isinstance(value, list) else []

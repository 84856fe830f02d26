"""What is put before Wagtail's own classes: words are folded where they are stored and where they are searched."""

from __future__ import annotations

import unicodedata
from typing import Any

from modelsearch.query import Phrase, PlainText

from cms.publishing.folding import fold


def plain(text: str) -> str:
    """Folded words without signs that mean something to a database, or that it takes for letters („“ on PostgreSQL)."""
    return "".join(" " if _parts_words(letter) else letter for letter in fold(text))


def searched(text: str) -> str:
    """What is searched for: words only."""
    return " ".join(word for word in plain(text).split() if any(map(str.isalnum, word)))


def _parts_words(letter: str) -> bool:
    if letter.isascii():
        return letter == '"' or not letter.isprintable()
    return unicodedata.category(letter)[0] in "CPZ"


class FoldedIndexer:
    """Goes before an `ObjectIndexer`."""

    def prepare_value(self, value: Any) -> str:
        """The text of a value, folded."""
        return plain(super().prepare_value(value))  # type: ignore[misc]  # of the class it goes before


class FoldedSearch:
    """Goes before a backend."""

    def _search(self, compiler: Any, query: Any, *args: Any, **kwargs: Any) -> Any:
        if isinstance(query, PlainText):
            text = searched(query.query_string)
            query = text and PlainText(text, operator=query.operator, boost=query.boost)
        elif isinstance(query, Phrase):
            text = searched(query.query_string)
            query = text and Phrase(text)
        elif isinstance(query, str):
            query = searched(query)
        return super()._search(compiler, query, *args, **kwargs)  # type: ignore[misc]  # of the class it goes before

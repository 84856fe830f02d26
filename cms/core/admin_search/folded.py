"""What is put before Wagtail's own classes: words are folded where they are stored and where they are searched."""

from __future__ import annotations

from typing import Any

from modelsearch.query import Phrase, PlainText

from cms.publishing.folding import fold


def searched(text: str) -> str:
    """What is searched for: folded words without signs that mean something to a database."""
    letters = "".join(letter if letter.isprintable() and letter != '"' else " " for letter in fold(text))
    return " ".join(word for word in letters.split() if any(map(str.isalnum, word)))


class FoldedIndexer:
    """Goes before an `ObjectIndexer`."""

    def prepare_value(self, value: Any) -> str:
        """The text of a value, folded."""
        return fold(super().prepare_value(value))  # type: ignore[misc]  # of the class it goes before


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

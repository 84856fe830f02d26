"""From what a reader typed to what is looked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..language import Language
from ..language.language import content_languages, searched_languages
from .reading import Piece, read
from .understood import Alternative, Part, Understood


def understand(text: str, locales: Sequence[str]) -> Understood:
    """What the text means to readers who search in these locales. Any text will do."""
    languages = searched_languages(locales)
    parts: dict[Part, None] = {}
    for piece in read(text):
        parts.update(dict.fromkeys(_parts(piece, languages)))
    return Understood(tuple(parts))


def _parts(piece: Piece, languages: Sequence[Language]) -> Iterator[Part]:
    last = len(piece.words) - 1
    if piece.exact or piece.excluded:
        yield Part(Alternative(piece.between(0, last)), exact=piece.exact, excluded=piece.excluded)
        return
    said_something = [not _is_stop_word(word.text) for word in piece.words]
    for at, word in enumerate(piece.words):
        if said_something[at] or not any(said_something):
            yield Part(Alternative(word.text), others=tuple(_taken_apart(word.text, languages)))


def _is_stop_word(word: str) -> bool:
    return any(language.is_stop_word(word) for language in content_languages())


def _taken_apart(word: str, languages: Sequence[Language]) -> Iterator[Alternative]:
    for language in languages:
        if parts := language.parts(word):
            yield Alternative(" ".join(parts), locale=language.code, loose=True)

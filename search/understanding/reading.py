"""What a reader typed, taken apart: quoted phrases, words to be left out, words. Nothing is a mistake."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ..asking import MAX_LENGTH
from ..language import Token, tokens

MAX_WORDS: Final = 32
"""Of a query; what follows is not read, so that no query is too much for an engine."""

_QUOTED: Final = re.compile(
    r"""(?P<minus>(?<!\S)[-\u2212\u2013])?(?:"(?P<straight>[^"]*)"|[„“”](?P<curly>[^“”"„]*)[“”"]|«(?P<angled>[^»]*)»)"""
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand next to each other in a query and are treated alike."""

    text: str
    words: tuple[Token, ...]
    """With their places in `text`."""
    exact: bool = False
    excluded: bool = False

    def between(self, first: int, last: int) -> str:
        """The text from the word `first` to the word `last`, as it was typed but for spaces."""
        return " ".join(self.text[self.words[first].start : self.words[last].end].split())


def read(text: str) -> list[Piece]:
    """The pieces of a query in their order. Any text will do."""
    left = MAX_WORDS
    pieces: list[Piece] = []
    for piece in _pieces(_readable(text[:MAX_LENGTH])):
        if left <= 0:
            break
        words = piece.words[:left]
        left -= len(words)
        pieces.append(Piece(piece.text, words, piece.exact, piece.excluded))
    return pieces


def _readable(text: str) -> str:
    """Without what no index can hold: control characters, halves of characters, marks of direction."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(" " if unicodedata.category(letter) in _UNREADABLE else letter for letter in composed).replace(
        "\u00ad", ""
    )


_UNREADABLE: Final = frozenset({"Cc", "Cs", "Co", "Cn"})


def _pieces(text: str) -> Iterator[Piece]:
    done = 0
    for match in _QUOTED.finditer(text):
        yield from _unquoted(text[done : match.start()])
        done = match.end()
        quoted = match["straight"] or match["curly"] or match["angled"] or ""
        if words := tuple(tokens(quoted)):
            yield Piece(quoted, words, exact=True, excluded=bool(match["minus"]))
    yield from _unquoted(text[done:])


def _unquoted(text: str) -> Iterator[Piece]:
    """Runs of words that are looked for, and words that are not, each with what hangs on it by a hyphen."""
    done = 0
    for match in re.finditer(r"(?<!\S)[-\u2212](?=[^\W_])\S+", text):
        yield from _piece(text[done : match.start()])
        done = match.end()
        yield from _piece(match.group(), excluded=True)
    yield from _piece(text[done:])


def _piece(text: str, *, excluded: bool = False) -> Iterator[Piece]:
    if words := tuple(tokens(text)):
        yield Piece(text, words, excluded=excluded)

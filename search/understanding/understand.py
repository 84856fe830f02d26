"""From what a reader typed to what is looked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ..language import Language
from ..language.language import searched_languages
from .library import places
from .meanings import Lexicon, Match, different, is_stop_word
from .reading import Piece, read
from .synonyms import synonyms
from .understood import Alternative, Part, Understood

MOST_WAYS: Final = 12
"""Other ways to say a part; further names of places are the rarest ones."""


def understand(text: str, locales: Sequence[str]) -> Understood:
    """What the text means to readers who search in these locales. Any text will do. Two small queries."""
    pieces = read(text)
    if not pieces:
        return Understood()
    languages = searched_languages(locales)
    known = places()
    lexicons = [*((known,) if known else ()), *synonyms(locales)]
    parts: dict[Part, None] = {}
    for piece in pieces:
        parts.update(dict.fromkeys(_parts(piece, languages, lexicons)))
    return Understood(tuple(parts))


def _parts(piece: Piece, languages: Sequence[Language], lexicons: Sequence[Lexicon]) -> Iterator[Part]:
    last = len(piece.words) - 1
    if piece.exact or piece.excluded:
        yield Part(Alternative(piece.between(0, last)), exact=piece.exact, excluded=piece.excluded)
        return
    words = [token.text for token in piece.words]
    nothing_said = all(map(is_stop_word, words))
    at = 0
    while at <= last:
        matches = _matches(words, at, lexicons)
        if matches:
            yield _meant(piece, at, matches, languages)
            at += matches[0].length
        else:
            if nothing_said or not is_stop_word(words[at]):
                yield Part(Alternative(words[at]), others=tuple(_taken_apart(words[at], languages)))
            at += 1


def _matches(words: Sequence[str], at: int, lexicons: Sequence[Lexicon]) -> list[Match]:
    """The longest ones from `at` on, of every lexicon."""
    found = [match for match in (lexicon.match(words, at) for lexicon in lexicons) if match]
    longest = max((match.length for match in found), default=0)
    return [match for match in found if match.length == longest]


def _meant(piece: Piece, at: int, matches: Sequence[Match], languages: Sequence[Language]) -> Part:
    """What was typed stays looked for as words: a town's name may be a usual word."""
    length = matches[0].length
    said = piece.between(at, at + length - 1)
    meanings = list(dict.fromkeys(meaning for match in matches for meaning in match.meanings))
    ways = different((way for meaning in meanings for way in meaning.ways), said=said)
    apart = () if length > 1 else tuple(_taken_apart(said, languages))
    return Part(
        Alternative(said, loose=length > 1),
        others=(*ways[:MOST_WAYS], *apart),
        places=tuple(dict.fromkeys(meaning.place for meaning in meanings if meaning.place)),
        regions=tuple(dict.fromkeys(meaning.region for meaning in meanings if meaning.region)),
    )


def _taken_apart(word: str, languages: Sequence[Language]) -> Iterator[Alternative]:
    """By listed words alone: a guess may stand in an index, but nobody should look for one."""
    for language in languages:
        parts = language.parts(word)
        if parts and language.compound_words.issuperset(parts):
            yield Alternative(" ".join(parts), locale=language.code, loose=True)

"""What changed between two versions of a string, word by word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from html import unescape
from typing import Literal

Kind = Literal["same", "removed", "added"]
Piece = tuple[Kind, str]

_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][\w-]*)[^>]*>")
UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Scripts that put no spaces between words: Thai, Lao, Burmese, Khmer, Kana, Han."""
_WITHIN_WORDS = frozenset("'’ʼ-‐‑\u00ad\u200c\u200d")
_MARK = re.compile("\ue000/?[^\ue000\ue001]+\ue001")
"""A tag among the words, between characters that no text has."""
_SHOWN_MARKS = str.maketrans("\ue000\ue001", "‹›")


def word_diff(old: str, new: str) -> list[Piece]:
    """What was removed from `old` and added to make `new`, among what stayed the same; all in reading order.

    Both are inline HTML as wagtail-localize keeps it; the pieces are plain text, to be escaped. Joined, the pieces that
    are "same" or "removed" read like `old`, "same" and "added" like `new`. Tags show only where they changed, as ‹b›.
    """
    before, after = list(_tokens(old)), list(_tokens(new))
    pieces: list[Piece] = []
    # White space is no landmark: matching it alone would cut a rewritten sentence into single words.
    matcher = SequenceMatcher(str.isspace, before, after, autojunk=False)
    for operation, start, end, new_start, new_end in matcher.get_opcodes():
        if operation == "equal":
            pieces.append(("same", "".join(before[start:end])))
            continue
        pieces.append(("removed", "".join(before[start:end])))
        pieces.append(("added", "".join(after[new_start:new_end])))
    return _without_unchanged_tags(_joined(pieces))


def readable(string: str) -> str:
    """Inline HTML as plain text: without tags and entities."""
    return "".join(token for token in _tokens(string) if not _MARK.fullmatch(token))


def _tokens(string: str) -> Iterator[str]:
    place = 0
    for tag in _TAG.finditer(string):
        yield from _words(unescape(string[place : tag.start()]))
        yield "\n" if tag["name"].lower() == "br" else f"\ue000{tag['close']}{tag['name'].lower()}\ue001"
        place = tag.end()
    yield from _words(unescape(string[place:]))


def _words(text: str) -> Iterator[str]:
    word = ""
    for index, character in enumerate(text):
        if word and _continues(word, character, text[index + 1 : index + 2]):
            word += character
            continue
        if word:
            yield word
        word = character
    if word:
        yield word


def _continues(word: str, character: str, following: str) -> bool:
    """Whether the character belongs to the word begun before it."""
    if unicodedata.category(character).startswith("M"):
        return True
    if character.isspace() or word.isspace():
        return character.isspace() and word.isspace()
    if UNSPACED.match(word) or UNSPACED.match(character) or not word[0].isalnum():
        return False
    return character.isalnum() or (character in _WITHIN_WORDS and following.isalnum())


def _joined(pieces: list[Piece]) -> list[Piece]:
    """The pieces with neighbouring changes put together, across the spaces between them."""
    joined: list[Piece] = []
    removed = added = ""
    for index, (kind, text) in enumerate(pieces):
        if kind == "removed":
            removed += text
        elif kind == "added":
            added += text
        elif text.isspace() and removed and added and index + 1 < len(pieces):
            removed += text
            added += text
        else:
            joined += [("removed", removed), ("added", added), ("same", text)]
            removed = added = ""
    joined += [("removed", removed), ("added", added)]
    return [piece for piece in joined if piece[1]]


def _without_unchanged_tags(pieces: list[Piece]) -> list[Piece]:
    plain: list[Piece] = []
    for kind, text in pieces:
        shown = _MARK.sub("", text) if kind == "same" else text
        if shown:
            plain.append((kind, shown.translate(_SHOWN_MARKS)))
    return plain

"""How another spelling is written for readers."""

from __future__ import annotations

from ...language.words import tokens


def as_typed(suggested: str, typed: str) -> str:
    """What a server suggests in small letters, as the reader wrote it: kept words as they were, others with capitals.

    Empty where it is the same after all.
    """
    words = suggested.split()
    said = [token.text for token in tokens(typed)]
    if len(words) != len(said):
        return "" if suggested.casefold() == typed.casefold() else suggested
    written = [_like(word, old) for word, old in zip(words, said, strict=True)]
    return "" if written == said else " ".join(written)


def _like(word: str, old: str) -> str:
    if word.casefold() == old.casefold():
        return old
    if old.isupper() and len(old) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if old[:1].isupper() else word

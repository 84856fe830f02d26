"""Editors' synonyms, kept in memory and read again when one of them has changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from threading import Lock
from typing import Final

from django.db.models import Count, Max

from ..language import content_languages
from ..models import Synonym
from .likeness import REMEMBERED, Keys
from .meanings import Lexicon, Meaning, different
from .understood import Alternative

Seen = tuple[int, int | None, datetime | None]
"""How many there are, the newest one, and when the last one changed."""


@dataclass(frozen=True, slots=True)
class _Synonyms:
    seen: Seen
    lexicons: dict[str, Lexicon]
    """By the locale whose searches they count in; "" for all."""


_current: _Synonyms | None = None
_lock: Final = Lock()


def synonyms(locales: Sequence[str]) -> tuple[Lexicon, ...]:
    """Those that count in searches in these locales. One query where nothing has changed."""
    global _current
    newest = Synonym.objects.aggregate(count=Count("pk"), last=Max("pk"), changed=Max("changed_at"))
    seen: Seen = (newest["count"], newest["last"], newest["changed"])
    current = _current
    if current is None or current.seen != seen:
        with _lock:
            if _current is None or _current.seen != seen:
                _current = _read(seen)
            current = _current
    return tuple(current.lexicons[locale] for locale in ("", *locales) if locale in current.lexicons)


def _read(seen: Seen) -> _Synonyms:
    rows = Synonym.objects.filter(active=True).order_by("pk") if seen[0] else ()
    groups = tuple((row.locale, tuple(row.lines)) for row in rows)
    return _Synonyms(seen, {locale: _lexicon(groups, locale) for locale in {locale for locale, _ in groups}})


def _lexicon(groups: Iterable[tuple[str, tuple[str, ...]]], locale: str) -> Lexicon:
    lexicon = Lexicon(keys_of_word)
    for belongs_to, phrases in groups:
        if belongs_to == locale:
            meaning = Meaning(different(Alternative(phrase) for phrase in phrases))
            for phrase in phrases:
                lexicon.add(phrase, meaning, keys_of_word)
    return lexicon


@lru_cache(maxsize=REMEMBERED)
def keys_of_word(word: str) -> Keys:
    """What usual words are compared by: their stems in each of the languages."""
    return (frozenset(f"{language.code} {language.stem(word)}" for language in content_languages()),)

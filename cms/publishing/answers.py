"""From a stored edition to an answer: what only the moment and the request know is added here."""

from __future__ import annotations

import json
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Literal, Protocol

from .addresses import with_origin
from .models import Edition
from .registry import registry
from .types import Json

LanguageState = Literal["native", "fallback", "partial"]


class Stored(Protocol):
    """What an answer needs to know of an edition besides its content."""

    @property
    def type(self) -> str: ...
    @property
    def locale(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def changed_at(self) -> datetime: ...
    @property
    def change_id(self) -> int | None: ...
    @property
    def day_dependent(self) -> bool: ...


def language_state(edition: Stored, requested: str) -> LanguageState:
    """How true the answer's language is to a reader who asked for `requested`."""
    if edition.locale != requested:
        return "fallback"
    return "partial" if edition.state == Edition.State.PARTIAL else "native"


def document_answer(edition: Edition, *, requested: str, origin: str, today: date) -> Json:
    """The complete detail answer. `origin` (scheme and host, or nothing) begins every address in it."""
    return answer_of(edition, edition.document, requested=requested, origin=origin, today=today)


def item_answer(edition: Edition, *, requested: str, origin: str, today: date) -> Json:
    """The complete list row; see `document_answer`."""
    return answer_of(edition, edition.item, requested=requested, origin=origin, today=today)


def answer_of(edition: Stored, stored: Json, *, requested: str, origin: str, today: date) -> Json:
    """The complete answer made of a stored document or list row."""
    known = registry.get(edition.type).at(stored, today)
    answer = {**known, **_moment(edition, requested)}
    return {name: with_origin(value, origin) for name, value in answer.items()}


def _moment(edition: Stored, requested: str) -> Json:
    language = {"requested": requested, "served": edition.locale, "state": language_state(edition, requested)}
    return {
        "language": language,
        "last_changed_at": edition.changed_at.isoformat() if edition.changed_at else None,
        "change": edition.change_id,
    }


def answer_bytes(edition: Stored, stored: bytes, *, requested: str, today: date) -> bytes:
    """The complete answer as JSON in UTF-8, made of the stored bytes of a document or list row.

    What depends on the day is worked out for editions that do; for all others the end is added to what is stored.
    Addresses are those of stored documents: whoever sends the bytes calls `bytes_with_origin` once for all of them.
    """
    if edition.day_dependent:
        stored = as_bytes(registry.get(edition.type).at(json.loads(stored), today))
    return b"%b,%b" % (stored[:-1], _moment_bytes(edition, requested))


def _moment_bytes(edition: Stored, requested: str) -> bytes:
    """What `_moment` says, without its first brace. Written by hand: a list says it for each row."""
    language = _language_text(requested, edition.locale, language_state(edition, requested))
    changed_at = f'"{edition.changed_at.isoformat()}"' if edition.changed_at else "null"
    change = "null" if edition.change_id is None else edition.change_id
    return f'"language":{language},"last_changed_at":{changed_at},"change":{change}}}'.encode()


@lru_cache(maxsize=100)
def _language_text(requested: str, served: str, state: LanguageState) -> str:
    return as_bytes({"requested": requested, "served": served, "state": state}).decode()


def as_bytes(content: Any) -> bytes:
    """JSON in UTF-8 without needless spaces, as stored documents are written."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()

"""From a stored edition to an answer: what only the moment and the request know is added here."""

from __future__ import annotations

from datetime import date
from typing import Literal

from .addresses import with_origin
from .models import Edition
from .registry import registry
from .types import Json

LanguageState = Literal["native", "fallback", "partial"]


def language_state(edition: Edition, requested: str) -> LanguageState:
    """How true the answer's language is to a reader who asked for `requested`."""
    if edition.locale != requested:
        return "fallback"
    return "partial" if edition.state == Edition.State.PARTIAL else "native"


def document_answer(edition: Edition, *, requested: str, origin: str, today: date) -> Json:
    """The complete detail answer. `origin` (scheme and host, or nothing) begins every address in it."""
    return _answer(edition, edition.document, requested=requested, origin=origin, today=today)


def item_answer(edition: Edition, *, requested: str, origin: str, today: date) -> Json:
    """The complete list row; see `document_answer`."""
    return _answer(edition, edition.item, requested=requested, origin=origin, today=today)


def _answer(edition: Edition, stored: Json, *, requested: str, origin: str, today: date) -> Json:
    known = registry.get(edition.type).at(stored, today)
    language = {
        "requested": requested,
        "served": edition.locale,
        "state": language_state(edition, requested),
    }
    answer = {
        **known,
        "language": language,
        "last_changed_at": edition.changed_at.isoformat() if edition.changed_at else None,
        "change": edition.change_id,
    }
    return {name: with_origin(value, origin) for name, value in answer.items()}

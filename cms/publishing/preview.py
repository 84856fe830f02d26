"""Documents of drafts and of private pages: the same build as for editions, with nothing stored."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils import timezone

from .answers import document_answer
from .builds import ref_of
from .candidates import build_candidates
from .models import Edition
from .types import Json


def build_edition(row: Any) -> Edition:
    """The unsaved edition of a stored object or a draft, whether or not it may be public. Raises like `build_all`.

    Among its translations are only public ones: whoever may see this object need not be let in to the others.
    """
    ref = ref_of(row)
    stored = {edition.ref: edition for edition in Edition.objects.named([ref])}
    edition = build_candidates({ref: row}, stored, {ref}, {}, drafts=True)[ref].edition
    edition.changed_at = timezone.now()
    for opener in _openers:
        edition.document = opener(edition.document)
    return edition


Opener = Callable[[Json], Json]
"""Gives a draft's document addresses under which its readers get what nothing public shows yet."""

_openers: list[Opener] = []


def register_opener(opener: Opener) -> None:
    """Has `opener` applied to the document of every draft. Called from `AppConfig.ready()`."""
    _openers.append(opener)


def build_preview(row: Any) -> Json:
    """The document of a draft as the site and the API would answer it, with site-relative addresses."""
    edition = build_edition(row)
    return document_answer(edition, requested=edition.locale, origin="", today=timezone.localdate())

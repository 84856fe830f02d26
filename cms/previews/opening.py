"""From a token to the draft that it shows."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db.models import prefetch_related_objects
from django.utils import translation
from modelcluster.models import get_all_child_relations

from cms.publishing.models import Edition
from cms.publishing.preview import build_edition

from .errors import NoSuchPreviewError, PreviewEndedError
from .models import PreviewGrant
from .sharing import is_shareable, may_share
from .tokens import grant_behind


@dataclass(frozen=True, slots=True)
class Draft:
    """What a token shows."""

    edition: Edition
    """Built from the draft, never stored."""
    valid_until: datetime


def open_grant(token: str) -> Draft:
    """The draft that a grant shows, counted as one use. Raises PreviewError.

    What it refers to is shown as every reader sees it: a grant opens its own work, no other draft.
    """
    grant = grant_behind(token)
    if grant.is_over:
        raise PreviewEndedError
    row = stored_row(grant.content_type, grant.object_id)
    if row is None or row.locale_id != grant.locale_id or not may_share(grant.created_by, row):
        raise PreviewEndedError
    edition = edition_of(row, grant.content, grant.drafted_at)
    grant.count_use()
    return Draft(edition=edition, valid_until=grant.expires_at)


def stored_row(content_type: ContentType, object_id: str) -> Any | None:
    """The page or library entry as it is stored now; None where it is gone or cannot be shared."""
    model = content_type.model_class()
    if model is None or not is_shareable(model):
        return None
    try:
        return model._default_manager.select_related("locale").filter(pk=object_id).first()
    except (ValueError, ValidationError):  # no id of any row
        return None


def edition_of(row: Any, content: dict[str, Any], drafted_at: datetime) -> Edition:
    """The edition of a draft of a stored object."""
    return _built(row.with_content_json(deepcopy(content)), row.locale.language_code, drafted_at)


def edition_of_unsaved(content_type: ContentType, content: dict[str, Any], drafted_at: datetime) -> Edition:
    """The edition of a page or library entry that has yet to be saved. Raises NoSuchPreviewError."""
    model: Any = content_type.model_class()
    if model is None or not is_shareable(model):
        raise NoSuchPreviewError
    row = model.from_serializable_data(content)
    return _built(row, row.locale.language_code, drafted_at)


def _built(draft: Any, locale: str, drafted_at: datetime) -> Edition:
    _load_named(draft)
    with translation.override(locale):
        edition = build_edition(draft)
    edition.changed_at = drafted_at
    return edition


def _load_named(draft: Any) -> None:
    """Loads what a draft's rows (places, contacts, sides ...) name, one query a relation instead of one a row."""
    for relation in get_all_child_relations(type(draft)):
        rows = list(getattr(draft, relation.get_accessor_name()).all())
        foreign = [field.name for field in relation.related_model._meta.fields if field.many_to_one]
        named = [name for name in foreign if name not in (relation.field.name, "locale")]
        if rows and named:
            prefetch_related_objects(rows, *named)


def grants_of(row: Any) -> list[PreviewGrant]:
    """All grants for a page or library entry that can still be looked up, with who gave them. One query."""
    return list(PreviewGrant.objects.of(row).select_related("created_by", "revoked_by").defer("content"))

"""What things are called on a search server."""

import re

from cms.publishing.types import Ref


def alias(prefix: str, locale: str) -> str:
    """What a locale's index is searched and written by."""
    return f"{prefix}-{locale.lower()}"


def index(prefix: str, locale: str, stamp: str) -> str:
    """An index behind the alias. `stamp` is made of digits, those of the moment in UTC; no two indices share one."""
    return f"{alias(prefix, locale)}-{stamp}"


def is_index(name: str, prefix: str, locale: str) -> bool:
    """Whether an index is one of ours in this locale, and not one of a site whose prefix begins with ours."""
    return re.fullmatch(rf"{re.escape(alias(prefix, locale))}-\d+", name) is not None


def document_id(ref: Ref) -> str:
    """The edition's id within its locale's index."""
    return f"{ref.type}:{ref.key}"


def ref_of(document_id: str, locale: str) -> Ref:
    """The edition that a document's id stands for. Raises ValueError."""
    type_name, separator, key = document_id.partition(":")
    if not separator or not type_name or not key:
        raise ValueError(f"not a document's id: {document_id[:80]!r}")
    return Ref(type_name, key, locale)

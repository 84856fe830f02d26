"""From changes in the log to what an index has to be told."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Max

from cms.publishing.models import Change
from cms.publishing.types import Ref

from ..documents import SearchDocument, documents_of


@dataclass(frozen=True, slots=True)
class News:
    """What has become of some editions by now."""

    documents: list[SearchDocument]
    gone: dict[Ref, int]
    """Those that are not public any more, with the number of their last change."""

    @property
    def refs(self) -> list[Ref]:
        """All of them."""
        return [*(document.ref for document in self.documents), *self.gone]


def news_of(changes: Iterable[Change], locales: Collection[str]) -> News:
    """The editions that the changes tell of, each once, as they are now. Two queries."""
    last = {
        Ref(change.type, str(change.key), change.locale): change.pk for change in changes if change.locale in locales
    }
    documents = documents_of(last)
    return News(list(documents.values()), {ref: number for ref, number in last.items() if ref not in documents})


def end_of_log() -> int:
    """The number of the last change; 0 where there is none."""
    return Change.objects.aggregate(last=Max("pk"))["last"] or 0


def changes_after(position: int, count: int) -> list[Change]:
    """The next changes."""
    return list(Change.objects.filter(pk__gt=position).order_by("pk")[:count])

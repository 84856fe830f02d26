"""From stored objects to editions: which ones to build again, and in which order.

Whatever changes what readers get runs inside `publication()`:

    with publication() as batch:
        page.save()
        batch.touch(page)

The outermost block opens the transaction, takes the projection lock before anything is read, and on its way out
projects all that was touched and all that shows it. Nothing is half published: it commits as one.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Model, Q
from wagtail.models import Page

from .builds import ref_of
from .context import EVERY_WORK, every_work_of_kind
from .locales import content_locales
from .lock import take_projection_lock
from .models import Edition, Reference
from .registry import registry
from .storage import Outcome, project_refs
from .types import Ref

CHUNK = 100
"""Editions built and stored at a time."""

Observer = Callable[[frozenset[UUID]], None]

_observers: list[Observer] = []


def observe(observer: Observer) -> None:
    """Has `observer` called at the end of each publication, within its transaction, when all is projected.

    It is given the translation keys of the works that were touched or noted. Called from `AppConfig.ready()`.
    """
    if observer not in _observers:
        _observers.append(observer)


class Publication:
    """What has been touched within one `publication()` block."""

    def __init__(self) -> None:
        self._refs: set[Ref] = set()
        self._noted: set[UUID] = set()

    def note(self, works: Iterable[UUID]) -> None:
        """Tells the observers of these works; readers' editions of them stay as they are."""
        self._noted.update(works)

    def touch(self, row: Model) -> None:
        """`row` was saved or deleted: project its work in every locale. Objects of no edition type are ignored."""
        if registry.for_model(type(row)) is not None:
            ref = ref_of(row)
            self.touch_work(ref.type, ref.key)

    def touch_work(self, type_name: str, key: str) -> None:
        """Project the work in every locale: its translations show each other's titles and states."""
        self._refs.update(Ref(type_name, str(key), locale) for locale in content_locales())
        self._noted.add(UUID(str(key)))

    def touch_asset(self, kind: str, key: object, locales: Iterable[str] | None = None) -> None:
        """An asset changed or went: project what shows it, in `locales` or in all."""
        dependents = Reference.objects.filter(type=kind, key=str(key))
        if locales is not None:
            dependents = dependents.filter(edition__locale__in=list(locales))
        self._touch_dependents(dependents)

    def touch_references(self, row: Model) -> None:
        """`row` was deleted, and with it whatever pointed to it in other rows: project what its work was shown in.

        In every locale, because the other locales' rows may have pointed to this one.
        """
        if registry.for_model(type(row)) is not None:
            ref = ref_of(row)
            self.touch_asset(ref.type, ref.key)

    def touch_tree(self, page: Page) -> None:
        """The page's place, address or privacy changed: project it, everything below it, and what shows those."""
        for descendant in page.get_descendants(inclusive=True).select_related("content_type"):
            model = descendant.specific_class
            edition_type = registry.for_model(model) if model else None
            if edition_type is not None:
                self.touch_work(edition_type.name, str(descendant.translation_key))

    def touch_positions(self) -> None:
        """The order of pages changed: project the works that tell where they stand in it."""
        names = [edition_type.name for edition_type in registry.all() if edition_type.position_dependent]
        works = Edition.everything.of_type(*names).values_list("type", "key").distinct()
        for type_name, key in works:
            self.touch_work(type_name, str(key))

    def touch_everything(self) -> None:
        """Something that every edition depends on changed, such as a site's root or the active locales."""
        self._refs.update(Ref(type_name, str(key), locale) for type_name, key, locale in _all_editions())
        for edition_type in registry.all():
            for model in edition_type.models:
                keys = model._default_manager.values_list("translation_key", flat=True).distinct().order_by()
                for key in keys:
                    self.touch_work(edition_type.name, str(key))

    def flush(self) -> None:
        """Projects what was touched, and then whatever shows something that came out different."""
        queue = _Queue(self._refs)
        self._refs = set()
        while queue:
            outcome = project_refs(queue.take(CHUNK))
            queue.add(_dependents_of(outcome))
        noted, self._noted = frozenset(self._noted), set()
        if noted:
            for observer in _observers:
                observer(noted)

    def _touch_dependents(self, references: Any) -> None:
        rows = references.values_list("edition__type", "edition__key", "edition__locale").distinct()
        self._refs.update(Ref(type_name, str(key), locale) for type_name, key, locale in rows)


_current: ContextVar[Publication | None] = ContextVar("publication", default=None)


def current_publication() -> Publication | None:
    """The one that is going on, if any."""
    return _current.get()


@contextmanager
def publication() -> Iterator[Publication]:
    """Collects what is touched inside and projects it on the way out, in one transaction under the projection lock.

    Blocks nest; only the outermost one projects. An exception rolls everything back.
    """
    outer = _current.get()
    if outer is not None:
        with transaction.atomic():
            yield outer
        return
    with transaction.atomic():
        take_projection_lock()
        batch = Publication()
        token = _current.set(batch)
        try:
            yield batch
        finally:
            _current.reset(token)
        batch.flush()


def project(row: Model) -> None:
    """Brings the editions of the row's work, and all that show it, up to date with what is stored."""
    with publication() as batch:
        batch.touch(row)


class _Queue:
    """Editions to project, works of lower layers first; each at most once at a time."""

    def __init__(self, refs: Iterable[Ref]) -> None:
        self._heap: list[tuple[int, Ref]] = []
        self._waiting: set[Ref] = set()
        self.add(refs)

    def __bool__(self) -> bool:
        return bool(self._heap)

    def add(self, refs: Iterable[Ref]) -> None:
        for ref in refs:
            if ref not in self._waiting:
                self._waiting.add(ref)
                heapq.heappush(self._heap, (registry.get(ref.type).layer, ref))

    def take(self, count: int) -> list[Ref]:
        """Up to `count` editions of the lowest layer."""
        layer = self._heap[0][0]
        taken: list[Ref] = []
        while self._heap and self._heap[0][0] == layer and len(taken) < count:
            taken.append(heapq.heappop(self._heap)[1])
        self._waiting.difference_update(taken)
        return taken


def _dependents_of(outcome: Outcome) -> set[Ref]:
    """The editions that show what came out different, in the locale in which they show it."""
    if not outcome.summaries:
        return outcome.faces
    changed: dict[tuple[str, str], set[str]] = defaultdict(set)
    keys: dict[str, set[str]] = defaultdict(set)
    for ref, kinds in outcome.summaries.items():
        changed[(ref.type, ref.key)].add(ref.locale)
        keys[ref.type] |= {ref.key, EVERY_WORK, *map(every_work_of_kind, kinds)}
    wanted = Q(pk__in=[])
    for type_name, type_keys in keys.items():
        wanted |= Q(type=type_name, key__in=type_keys)
    published = _published_locales(changed)
    rows = Reference.objects.filter(wanted).values_list(
        "type", "key", "edition__type", "edition__key", "edition__locale"
    )
    dependents = {
        Ref(type_name, str(key), locale)
        for target_type, target_key, type_name, key, locale in rows.distinct()
        if (target_type, target_key) not in changed
        or locale in changed[(target_type, target_key)]
        or locale not in published[(target_type, target_key)]
    }
    return dependents | outcome.faces


def _published_locales(works: Iterable[tuple[str, str]]) -> dict[tuple[str, str], set[str]]:
    published: dict[tuple[str, str], set[str]] = defaultdict(set)
    refs = [Ref(type_name, key, "") for type_name, key in works]
    for type_name, key, locale in Edition.objects.named(refs).values_list("type", "key", "locale"):
        published[(type_name, str(key))].add(locale)
    return published


def _all_editions() -> Iterable[tuple[str, Any, str]]:
    return Edition.everything.values_list("type", "key", "locale")

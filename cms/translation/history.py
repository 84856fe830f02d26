"""The history of strings: who translated them how, when, and from what. Whoever writes a translation ends up here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.db.models.signals import post_delete, post_save
from wagtail.models import Locale
from wagtail_localize.models import String, StringTranslation, TranslationContext

from .models import StringChange

Origin = StringChange.Origin

BATCH = 500
"""Rows written by one statement."""

PO_FILE = "PO File"
"""What wagtail-localize's upload of PO files calls itself."""

SEVERAL = "\n"
"""Stands between the former sources of a text that was put together from several."""


@dataclass(frozen=True, slots=True)
class _Said:
    origin: Origin
    user: Any
    former_source: str
    changed: bool


_said: ContextVar[_Said | None] = ContextVar("origin_of_translations", default=None)


@contextmanager
def origin(origin: Origin, *, user: Any = None, former_source: str = "", changed: bool = False) -> Iterator[None]:
    """Tells the history where the translations saved or deleted within come from.

    Without it the history goes by what is saved with the translation: its tool, its type, who last translated it, which
    is also taken where no `user` is given. With `changed` the caller knows that each text is another one than before;
    the history then need not look.
    """
    token = _said.set(_Said(origin, user, former_source, changed))
    try:
        yield
    finally:
        _said.reset(token)


def record(changes: Iterable[StringChange]) -> None:
    """Adds to the history what was written in bulk, of which Django tells no receiver."""
    StringChange.objects.bulk_create(changes, batch_size=BATCH)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a string's history, as it is shown."""

    pk: int
    text: str
    """The translation; empty where it was removed."""
    source: str
    """What it translates."""
    former_source: str
    """What it translated before it was carried over or accepted."""
    origin: Origin
    person: Any
    """The user, or None (a program, or somebody who is gone)."""
    at: datetime
    elsewhere: bool
    """Written in another place or for a source text from which it was carried over to this one."""


def history_of(context: TranslationContext, locale: Locale) -> list[Entry]:
    """All that was ever written in this place of a work in the locale, the latest first; three queries at most.

    Where a text was carried over, what was written in the places that it came from is part of it.
    """
    changes = StringChange.objects.filter(locale=locale).select_related("string", "user")
    here = list(changes.filter(context=context))
    entries = [_entry(change, elsewhere=False) for change in here]
    former = {source for change in here for source in _former_sources(change.former_source)}
    if former:
        hashes = {String._get_data_hash(text) for text in _all_former(context, locale, former)}
        there = changes.filter(context__object_id=context.object_id, string__data_hash__in=hashes)
        entries += [_entry(change, elsewhere=True) for change in there.exclude(context=context)]
    return sorted(entries, key=lambda entry: (entry.at, entry.pk), reverse=True)


def connect() -> None:
    """Listens to every translation that is saved or deleted, by whatever program."""
    post_save.connect(_write_saved, sender=StringTranslation, dispatch_uid="translation.history.saved")
    post_delete.connect(_write_deleted, sender=StringTranslation, dispatch_uid="translation.history.deleted")


def change_of(translation: StringTranslation, origin: Origin, *, user_id: Any, former_source: str = "") -> StringChange:
    """An entry, not yet saved, that says that `translation` got its present text."""
    return StringChange(
        locale_id=translation.locale_id,
        context_id=translation.context_id,
        string_id=translation.translation_of_id,
        text=translation.data,
        origin=origin,
        former_source=former_source,
        user_id=user_id,
    )


def origin_of(translation: StringTranslation) -> Origin:
    """Where a translation comes from, as far as its own columns tell."""
    if translation.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE:
        return Origin.MACHINE
    if translation.tool_name:
        return Origin.IMPORTED if translation.tool_name == PO_FILE else Origin.OTHER
    return Origin.TYPED if translation.last_translated_by_id else Origin.OTHER


def _write_saved(
    sender: type[Model], instance: StringTranslation, raw: bool = False, update_fields: Any = None, **kwargs: Any
) -> None:
    told = update_fields is None or "data" in update_fields
    if raw or not told or instance.context_id is None:
        return
    said = _said.get()
    if not (said is not None and said.changed) and _last_text(instance) == instance.data:
        return
    if said is None:
        change_of(instance, origin_of(instance), user_id=instance.last_translated_by_id).save(force_insert=True)
    else:
        user_id = said.user.pk if said.user is not None else instance.last_translated_by_id
        change_of(instance, said.origin, user_id=user_id, former_source=said.former_source).save(force_insert=True)


def _write_deleted(sender: type[Model], instance: StringTranslation, origin: Any = None, **kwargs: Any) -> None:
    """Only where translations are deleted as such: what goes with its work or locale takes its history along."""
    deleted = origin.model if isinstance(origin, QuerySet) else type(origin)
    if deleted is not StringTranslation or instance.context_id is None:
        return
    said = _said.get()
    removal = change_of(instance, Origin.REMOVED, user_id=said.user.pk if said and said.user else None)
    removal.text = ""
    changes = [removal]
    if _last_text(instance) != instance.data:
        # It was written in bulk by a program that knows nothing of the history. It must not go without a trace.
        unknown = change_of(instance, origin_of(instance), user_id=instance.last_translated_by_id)
        unknown.at = removal.at
        changes.insert(0, unknown)
    record(changes)


def _last_text(translation: StringTranslation) -> str | None:
    return (
        StringChange.objects.filter(
            locale_id=translation.locale_id,
            context_id=translation.context_id,
            string_id=translation.translation_of_id,
        )
        .order_by("-at", "-pk")
        .values_list("text", flat=True)
        .first()
    )


def _all_former(context: TranslationContext, locale: Locale, former: set[str]) -> set[str]:
    """`former`, and what those texts were carried over from in their turn."""
    steps: dict[str, set[str]] = {}
    carried = StringChange.objects.filter(locale=locale, context__object_id=context.object_id)
    for source, before in carried.exclude(Q(former_source="")).values_list("string__data", "former_source"):
        steps.setdefault(source, set()).update(_former_sources(before))
    found: set[str] = set()
    waiting = set(former)
    while waiting:
        text = waiting.pop()
        found.add(text)
        waiting |= steps.get(text, set()) - found
    return found


def _former_sources(former_source: str) -> set[str]:
    return {former_source, *former_source.split(SEVERAL)} if former_source else set()


def _entry(change: StringChange, *, elsewhere: bool) -> Entry:
    return Entry(
        pk=change.pk,
        text=change.text,
        source=change.string.data,
        former_source=change.former_source,
        origin=Origin(change.origin),
        person=change.user,
        at=change.at,
        elsewhere=elsewhere,
    )

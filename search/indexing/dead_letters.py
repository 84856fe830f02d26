"""Editions that an engine refused: remembered with the reason, and forgotten when they are taken after all."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from django.db.models import F
from django.utils import timezone

from cms.publishing.types import Ref

from ..models import DeadLetter
from .index import Rejected

LONGEST_REASON = 2_000


def record(engine: str, written: Collection[Ref], rejected: Iterable[Rejected]) -> None:
    """Notes what came of writing: who was refused and why, and that the others no longer are."""
    refused = {one.ref: one for one in rejected}
    taken = [ref for ref in written if ref not in refused]
    if taken and DeadLetter.objects.filter(engine=engine).exists():
        DeadLetter.objects.named(engine, taken).delete()
    now = timezone.now()
    for one in refused.values():
        _refuse(engine, one, now)


def forget(engine: str, locale: str, *, before: datetime) -> None:
    """Removes those of a locale that were not refused since: everything has been written anew."""
    DeadLetter.objects.filter(engine=engine, locale=locale, last_at__lt=before).delete()


def _refuse(engine: str, rejected: Rejected, now: datetime) -> None:
    ref, said = rejected.ref, {"version": rejected.version, "reason": rejected.reason[:LONGEST_REASON], "last_at": now}
    name = {"engine": engine, "type": ref.type, "key": ref.key, "locale": ref.locale}
    if not DeadLetter.objects.filter(**name).update(**said, attempts=F("attempts") + 1):
        DeadLetter.objects.get_or_create({**said, "first_at": now}, **name)

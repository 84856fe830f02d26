"""One rebuild of an engine's index at a time, also across processes and machines."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from ..models import Rebuild
from .index import RebuildRunningError

LEASE = timedelta(minutes=3)


class Lease:
    """The right to rebuild. It runs out unless it is renewed, so that nobody has to clean up after one that died."""

    def __init__(self, engine: str, token: uuid.UUID) -> None:
        self._held = Rebuild.objects.filter(engine=engine, token=token)

    def renew(self) -> None:
        """Keeps it for longer. Raises RebuildRunningError where it ran out and somebody else has it."""
        if not self._held.update(leased_until=timezone.now() + LEASE):
            raise RebuildRunningError("This rebuild stood still for so long that another one has begun.")

    def give_back(self) -> None:
        """Lets others rebuild."""
        self._held.delete()


@contextmanager
def the_only_rebuild(engine: str) -> Iterator[Lease]:
    """Nobody else rebuilds the engine's index within it. Raises RebuildRunningError."""
    now, token = timezone.now(), uuid.uuid4()
    Rebuild.objects.filter(engine=engine, leased_until__lte=now).delete()
    try:
        with transaction.atomic():
            Rebuild.objects.create(engine=engine, token=token, started_at=now, leased_until=now + LEASE)
    except IntegrityError:
        raise RebuildRunningError(_who(engine)) from None
    lease = Lease(engine, token)
    try:
        yield lease
    finally:
        lease.give_back()


def is_running(engine: str) -> bool:
    """Whether somebody rebuilds it now."""
    return Rebuild.objects.filter(engine=engine, leased_until__gt=timezone.now()).exists()


def _who(engine: str) -> str:
    other = Rebuild.objects.filter(engine=engine).first()
    since = f" since {timezone.localtime(other.started_at):%H:%M:%S}" if other else ""
    return f"The index of {engine} is being rebuilt{since}: wait until that is done."

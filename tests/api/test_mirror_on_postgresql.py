"""A copy that follows `changes/` while several people edit at the same time."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client

from cms.publishing.models import Change
from cms.publishing.projection import publication
from cms.publishing.rebuild import verify

from .mirror import Api, Mirror
from .newsroom_life import HAPPENINGS, Newsroom

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

EDITORS = 3
EDITS = 10


def in_thread(work: Callable[[], None], failures: list[Exception]) -> threading.Thread:
    """Runs `work` on a connection of its own."""

    def run() -> None:
        try:
            work()
        except Exception as error:  # noqa: BLE001 - told by the test
            failures.append(error)
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def test_readers_miss_nothing_while_others_publish(site: Any) -> None:
    room = Newsroom.furnished(site, lambda things: things[0])
    start = Change.objects.latest("pk").pk
    stop = threading.Event()
    failures: list[Exception] = []
    mirrors = [Mirror(Client()), Mirror(Client())]

    def edit(seed: int) -> Callable[[], None]:
        dice = random.Random(seed)

        def run() -> None:
            own = Newsroom.__new__(Newsroom)
            own.__dict__.update(room.__dict__, pick=dice.choice, number=seed * 1000)
            for _ in range(EDITS):
                happening = dice.choice(HAPPENINGS)
                # As a request does, but what is chosen must still be there when the lock has been waited for.
                with suppress(ValidationError), publication():
                    getattr(own, happening)()

        return run

    def read(mirror: Mirror) -> Callable[[], None]:
        def run() -> None:
            mirror.read_everything()
            while True:
                last_round = stop.is_set()
                mirror.follow()
                if last_round:
                    return

        return run

    readers = [in_thread(read(mirror), failures) for mirror in mirrors]
    editors = [in_thread(edit(seed), failures) for seed in range(EDITORS)]
    for editor in editors:
        editor.join()
    stop.set()
    for reader in readers:
        reader.join()

    assert failures == []
    written = list(Change.objects.filter(pk__gt=start).order_by("pk").values_list("pk", flat=True))
    assert len(written) > EDITORS * EDITS // 2
    documents = Api(Client()).documents()
    for mirror in mirrors:
        assert mirror.told == [number for number in written if number > mirror.begun_at]
        assert mirror.documents == documents
    assert list(verify()) == []

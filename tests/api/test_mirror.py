"""A copy that follows `changes/` equals the live API at every point, whatever editors do."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from wagtail.models import Site

from cms.publishing.rebuild import rebuild, verify

from .mirror import Api, Mirror
from .newsroom_life import HAPPENINGS, Newsroom

pytestmark = [pytest.mark.django_db, pytest.mark.transactions]

FILTERS = {"type": "article", "locale": "en"}


class MirroredNewsroom(RuleBasedStateMachine):
    """Random edits, a copy that follows each, one that wants little, and one that looks only now and then."""

    site: Site

    def __init__(self) -> None:
        super().__init__()
        self.world = transaction.atomic()
        self.world.__enter__()

    @initialize(data=st.data())
    def open(self, data: st.DataObject) -> None:
        self.data = data
        self.room = Newsroom.furnished(self.site, lambda things: things[0])
        client = Client()
        self.live = Api(client)
        self.mirror, self.lazy, self.partial = Mirror(client), Mirror(client), Mirror(client, **FILTERS)
        for mirror in (self.mirror, self.lazy, self.partial):
            mirror.read_everything()

    @rule(data=st.data(), happening=st.sampled_from(HAPPENINGS))
    def something_happens(self, data: st.DataObject, happening: str) -> None:
        self.room.pick = lambda things: data.draw(st.sampled_from(things))
        # An editor may be refused, and then nothing has happened.
        with suppress(ValidationError), transaction.atomic():
            getattr(self.room, happening)()

    @rule()
    def the_lazy_one_looks(self) -> None:
        self.lazy.follow()
        assert self.lazy.documents == self.live.documents()

    @rule()
    def everything_is_built_again(self) -> None:
        assert list(verify()) == []
        rebuild()

    @invariant()
    def the_copies_are_in_step(self) -> None:
        documents = self.live.documents()
        self.mirror.follow()
        assert self.mirror.documents == documents
        self.partial.follow()
        assert self.partial.documents == {
            name: document for name, document in documents.items() if name[0] == "article" and name[2] == "en"
        }

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.world.__exit__(None, None, None)


def test_copies_are_in_step_whatever_happens(site: Any) -> None:
    MirroredNewsroom.site = site
    run_state_machine_as_test(
        MirroredNewsroom,
        settings=settings(
            max_examples=6,
            stateful_step_count=15,
            deadline=None,
            derandomize=True,
            phases=[Phase.generate],  # a way of fifteen steps can be read; making it shorter would take minutes
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_a_copy_is_made_from_the_log_alone(site: Any) -> None:
    Newsroom.furnished(site, lambda things: things[0])
    mirror = Mirror(Client())
    mirror.cursor = "0"
    mirror.follow()
    assert mirror.documents == Api(Client()).documents()
    assert mirror.documents

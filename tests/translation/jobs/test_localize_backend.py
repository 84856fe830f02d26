"""wagtail-localize's own background work."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from unittest.mock import Mock

import pytest
from django.contrib.messages import get_messages
from django.db import transaction
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import LocaleSynchronization, Translation
from wagtail_localize.operations import translate_page_subtree
from wagtail_localize.synctree import synchronize_tree
from wagtail_localize.tasks import background

from cms.core.models import User
from cms.translation.jobs.localize_backend import KeptBackend, UnknownWorkError
from cms.translation.jobs.tasks import synchronise_trees
from cms.translation.models import Job

from .worker import Committing, the_worker_runs, waiting_tasks

pytestmark = pytest.mark.django_db


def test_the_trap_that_rows_are_enqueued_within_the_transaction_is_mended(
    release: Any,
    locales: dict[str, Locale],
    administrator: User,
    django_capture_on_commit_callbacks: Committing,
) -> None:
    """Trap: jobs are enqueued inside the transaction with Python objects as arguments."""
    assert isinstance(background, KeptBackend)
    index = release.get_parent()
    enqueued = [index.pk, [locales["ru"]], None, administrator]
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        background.enqueue(translate_page_subtree, enqueued, {})
        assert waiting_tasks() == []
    [task] = waiting_tasks()
    job = Job.objects.get()
    assert task.args_kwargs == {"args": [job.pk], "kwargs": {}}
    assert [item.title for item in job.items.all()] == [release.title], "the page itself has been submitted before"

    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        background.enqueue(synchronize_tree, [locales["de"], locales["ru"]], {"page_index": Mock()})
    task = waiting_tasks()[-1]
    assert task.args_kwargs == {"args": [locales["de"].pk, locales["ru"].pk], "kwargs": {}}
    assert the_worker_runs() == 2


def test_a_rolled_back_request_leaves_nothing(
    release: Any,
    locales: dict[str, Locale],
    administrator: User,
    django_capture_on_commit_callbacks: Committing,
) -> None:
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        background.enqueue(translate_page_subtree, [release.get_parent().pk, [locales["ru"]], None, administrator], {})
        transaction.set_rollback(True)
    assert waiting_tasks() == []
    assert not Job.objects.exists()


def test_synchronised_trees_get_aliases_from_the_worker(
    release: Any, locales: dict[str, Locale], django_capture_on_commit_callbacks: Committing
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        LocaleSynchronization.objects.create(locale=locales["ru"], sync_from=locales["de"])
    assert not release.has_translation(locales["ru"])
    the_worker_runs()
    assert release.get_translation(locales["ru"]).alias_of_id == release.pk


def test_a_locale_that_is_gone_is_not_synchronised(locales: dict[str, Locale]) -> None:
    before = Page.objects.count()
    synchronise_trees.call(locales["de"].pk, 999_999)
    assert Page.objects.count() == before


def test_what_is_not_known_is_refused() -> None:
    with pytest.raises(UnknownWorkError):
        background.enqueue(print, [], {})


def test_the_dialog_submits_the_page_at_once_and_what_is_below_it_by_a_job(
    release: Any,
    locales: dict[str, Locale],
    sign_in: Callable[[str], Client],
    django_capture_on_commit_callbacks: Committing,
) -> None:
    index = release.get_parent()
    address = reverse("wagtail_localize:submit_page_translation", args=[index.pk])
    index.get_translation(locales["ru"]).delete()
    with django_capture_on_commit_callbacks(execute=True):
        answer = sign_in("Editors").post(address, {"locales": [locales["ru"].pk], "include_subtree": "on"})
    told = [str(message) for message in get_messages(answer.wsgi_request)]
    assert any(reverse("translation_job", args=[Job.objects.get().pk]) in message for message in told)
    assert index.has_translation(locales["ru"])
    assert not release.has_translation(locales["ru"])
    the_worker_runs()
    assert release.get_translation(locales["ru"]).get_parent().pk == index.get_translation(locales["ru"]).pk
    assert Translation.objects.filter(source__object_id=release.translation_key).exists()

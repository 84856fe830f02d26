"""`manage.py translate`."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django_tasks_db.models import DBTaskResult
from wagtail.models import Locale
from wagtail_localize.models import Translation

from cms.publishing.models import Edition
from cms.translation.models import Assignment, Job
from partnerships.models import Municipality

from .worker import Member, the_worker_runs

pytestmark = pytest.mark.django_db


def translate(*arguments: str) -> str:
    out = StringIO()
    call_command("translate", *arguments, stdout=out, stderr=out)
    return out.getvalue()


def exit_code(*arguments: str) -> int:
    with pytest.raises(CommandError) as raised:
        translate(*arguments)
    return raised.value.returncode


def test_a_type_is_submitted_and_published(towns: list[Municipality], translated: list[Municipality]) -> None:
    said = translate("publish", "--locale", "ru", "--type", "partnerships.Municipality", "--wait")
    assert "3 items" in said
    assert "Done 3, nothing to do 0, refused 0" in said
    assert Edition.objects.filter(locale="ru", type="municipality").count() == 3


def test_without_waiting_the_worker_does_it(towns: list[Municipality], django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        said = translate("submit", "--locale", "en", "--locale", "ru", "--library")
    assert "The worker does it" in said
    assert not Translation.objects.exists()
    the_worker_runs()
    assert Translation.objects.count() == 6


def test_a_section_by_its_address(release: Any, locales: dict[str, Locale]) -> None:
    assert "2 items" in translate("submit", "--locale", "ru", "--section", "/presse/")
    assert "1 items" in translate("submit", "--locale", "ru", "--section", "/de/presse/vierzig-jahre/")
    assert exit_code("submit", "--locale", "ru", "--section", "/nirgends/") == 2


def test_a_dry_run_changes_nothing(towns: list[Municipality], submitted: list[Municipality]) -> None:
    before = Translation.objects.count()
    said = translate("publish", "--locale", "ru", "--library", "--dry-run")
    assert "Would concern 3 works (3 items)" in said
    assert "Essen" in said
    assert (Translation.objects.count(), Job.objects.count(), DBTaskResult.objects.count()) == (before, 0, 0)


def test_what_was_refused_is_told_and_is_no_success(submitted: list[Municipality]) -> None:
    assert exit_code("publish", "--locale", "ru", "--library", "--wait") == 1


def test_on_behalf_of_somebody_their_permissions_count(towns: list[Municipality], member: Member) -> None:
    translator = member("Translators (ru)", "olga")
    assert exit_code("submit", "--locale", "en", "--library", "--user", "olga", "--wait") == 1
    assert not Translation.objects.exists()
    assert exit_code("publish", "--locale", "en", "--library", "--user", "olga") == 2
    translate("assign", "--locale", "ru", "--library", "--translator", "olga", "--due", "2999-01-31", "--wait")
    assert Assignment.objects.filter(translator=translator).count() == 3


@pytest.mark.parametrize(
    "arguments",
    [
        ("submit", "--library"),
        ("submit", "--locale", "xx", "--library"),
        ("submit", "--locale", "ru", "--type", "no.Model"),
        ("assign", "--locale", "ru", "--library"),
        ("submit", "--locale", "ru", "--library", "--user", "nobody"),
    ],
)
def test_what_makes_no_sense_is_refused(arguments: tuple[str, ...], locales: dict[str, Locale]) -> None:
    assert exit_code(*arguments) == 2

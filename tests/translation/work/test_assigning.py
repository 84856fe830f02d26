"""Who may give what to whom."""

from collections.abc import Callable
from datetime import timedelta
from threading import Barrier, Thread
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Locale
from wagtail_localize.models import Translation

from articles.models import PressReleasePage
from cms.core.models import User
from cms.translation import events
from cms.translation.models import Assignment, Target
from cms.translation.operations.assign import (
    AssignTranslation,
    NoTranslatorError,
    PastDueDateError,
    TakenError,
    UnassignTranslation,
)
from partnerships.models import Municipality

from .people import person, target_of

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["page", "entry"])
def target(request: pytest.FixtureRequest, release: PressReleasePage, town: Municipality) -> Target:
    """A work that nobody has begun to translate into Russian."""
    return target_of(release if request.param == "page" else town, "ru")


def test_editor_assigns_what_is_not_begun(target: Target) -> None:
    translator, editor = person("Translators (ru)"), person("Editors")
    due = timezone.localdate() + timedelta(days=3)
    told: list[Any] = []
    events.assigned.connect(lambda **kwargs: told.append(kwargs), weak=False, dispatch_uid="test")
    try:
        AssignTranslation(target=target, translator=translator, due=due, note=" Bitte. ", user=editor).execute()
        AssignTranslation(target=target, translator=translator, due=due, note="Bitte.", user=editor).execute()
    finally:
        events.assigned.disconnect(dispatch_uid="test")
    assignment = Assignment.objects.get(target=target)
    assert (assignment.translator, assignment.due, assignment.note) == (translator, due, "Bitte.")
    assert [entry["user"] for entry in told] == [editor], "the same again is told to nobody"


def test_only_those_who_can_translate_are_given_anything(target: Target) -> None:
    editor = person("Editors")
    with pytest.raises(NoTranslatorError), override("en"):
        AssignTranslation(target=target, translator=person("Translators (en)"), user=editor).execute()
    left = person("Translators (ru)")
    left.is_active = False
    left.save()
    with pytest.raises(NoTranslatorError):
        AssignTranslation(target=target, translator=left, user=editor).execute()
    assert not Assignment.objects.exists()


def test_no_due_date_in_the_past_but_an_old_one_may_stay(target: Target) -> None:
    translator, editor = person("Translators (ru)"), person("Editors")
    yesterday = timezone.localdate() - timedelta(days=1)
    with pytest.raises(PastDueDateError):
        AssignTranslation(target=target, translator=translator, due=yesterday, user=editor).execute()
    Assignment.objects.create(target=target, translator=translator, due=yesterday)
    AssignTranslation(target=target, translator=translator, due=yesterday, note="Eilt", user=editor).execute()
    assert Assignment.objects.get().note == "Eilt"


def test_translators_take_what_is_free_and_give_it_back(target: Target) -> None:
    first, second = person("Translators (ru)", "first"), person("Translators (ru)", "second")
    AssignTranslation(target=target, translator=first, user=first).execute()
    with pytest.raises(TakenError):
        AssignTranslation(target=target, translator=second, user=second).execute()
    with pytest.raises(PermissionDenied):
        UnassignTranslation(target=target, user=second).execute()
    UnassignTranslation(target=target, user=first).execute()
    AssignTranslation(target=target, translator=second, user=second).execute()
    assert Assignment.objects.get().translator == second


def test_translators_assign_nobody_else_and_nothing_of_other_languages(target: Target) -> None:
    translator = person("Translators (ru)")
    with pytest.raises(PermissionDenied):
        AssignTranslation(target=target, translator=person("Translators (ru)", "other"), user=translator).execute()
    english = person("Translators (en)")
    with pytest.raises(PermissionDenied):
        AssignTranslation(target=target, translator=english, user=english).execute()


def test_translators_do_not_move_the_date_an_editor_set(target: Target) -> None:
    translator = person("Translators (ru)")
    due = timezone.localdate() + timedelta(days=3)
    AssignTranslation(target=target, translator=translator, due=due, user=person("Editors")).execute()
    with pytest.raises(PermissionDenied):
        AssignTranslation(target=target, translator=translator, user=translator).execute()


def test_history_of_the_row_tells_who_was_asked(
    release: PressReleasePage, submit: Callable[..., Translation], locales: dict[str, Locale]
) -> None:
    submit(release, "ru")
    target = target_of(release, "ru")
    row = release.get_translation(locales["ru"])
    Target.objects.filter(pk=target.pk).update(row_pk=row.pk)
    target.refresh_from_db()
    AssignTranslation(target=target, translator=person("Translators (ru)"), user=person("Editors")).execute()
    UnassignTranslation(target=target, user=person("Editors")).execute()
    from wagtail.models import PageLogEntry

    actions = PageLogEntry.objects.filter(page=row, action__startswith="translation.").order_by("pk")
    with override("en"):
        assert [entry.formatter.format_message(entry) for entry in actions] == [
            "Assigned the translation to Translators (ru)",
            "Took the translation from Translators (ru)",
        ]


def test_publishers_of_the_target_may_assign_though_they_cannot_write_the_source(
    release: PressReleasePage, submit: Callable[..., Translation], locales: dict[str, Locale]
) -> None:
    submit(release, "ru")
    target = target_of(release, "ru")
    Target.objects.filter(pk=target.pk).update(row_pk=release.get_translation(locales["ru"]).pk)
    target.refresh_from_db()
    from wagtail.models import GroupPagePermission, Page

    chief = User.objects.create(username="chief", email="chief@example.org")
    group = Group.objects.create(name="Russian desk")
    group.permissions.set(Group.objects.get(name="Translators (ru)").permissions.all())
    home = Page.objects.get(depth=2, locale=locales["ru"])
    for action in ("change", "publish"):
        from django.contrib.auth.models import Permission

        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=f"{action}_page")
        GroupPagePermission.objects.create(group=group, page=home, permission=permission)
    chief.groups.add(group)
    AssignTranslation(target=target, translator=person("Translators (ru)"), user=chief).execute()
    assert Assignment.objects.exists()


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_of_two_who_take_it_at_the_same_moment_one_has_it(town: Municipality) -> None:
    target = target_of(town, "ru")
    people = [person("Translators (ru)", name) for name in ("first", "second")]
    start = Barrier(2)
    refused: list[str] = []

    def take(translator: User) -> None:
        start.wait()
        try:
            AssignTranslation(target=target, translator=translator, user=translator).execute()
        except TakenError as error:
            refused.append(str(error))
        connection.close()

    threads = [Thread(target=take, args=[translator]) for translator in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Assignment.objects.count() == 1
    assert len(refused) == 1

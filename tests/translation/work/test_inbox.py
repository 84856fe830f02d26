"""What waits for whom, on the admin's home page."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from articles.models import PressReleasePage
from cms.translation.models import Assignment, Notification, Release, Target
from cms.translation.operations.comment import ResolveThread, WriteComment
from cms.translation.work.inbox import Inbox
from partnerships.models import Municipality

from .people import person, target_of

pytestmark = pytest.mark.django_db

State = Target.State


@pytest.fixture(autouse=True)
def english() -> Any:
    with override("en"):
        yield


def home(user: Any) -> str:
    client = Client(headers={"accept-language": "en"})
    client.force_login(user)
    return client.get(reverse("wagtailadmin_home")).content.decode()


@pytest.fixture
def drafts(release: PressReleasePage, town: Municipality, locales: Any) -> tuple[Target, Target]:
    """A page and a library entry, begun in Russian."""
    found = []
    for row in (release, town):
        draft = row.copy_for_translation(locales["ru"], **({"copy_parents": True} if row is release else {}))
        draft.live = False
        draft.save()
        values = {"row_pk": draft.pk, "by_strings": True, "strings": 4, "strings_left": 2, "words": 9, "words_left": 5}
        found.append(target_of(row, "ru", state=State.DRAFT, in_moderation=False, behind=False, live=False, **values))
    return found[0], found[1]


def test_nothing_is_shown_where_nothing_waits(site: Any) -> None:
    assert "translation-inbox" not in home(person("Translators (ru)"))


def test_translator_sees_what_is_due_first_and_what_is_overdue(drafts: tuple[Target, Target]) -> None:
    translator = person("Translators (ru)")
    page, entry = drafts
    today = timezone.localdate()
    Assignment.objects.create(target=page, translator=translator, due=today, note="Eilt <sehr>")
    Assignment.objects.create(target=entry, translator=translator, due=today - timedelta(days=1))
    text = home(translator)
    assert [row.target for row in Inbox(translator, 5).assigned.rows] == [entry, page]
    assert text.count(", overdue") == 1
    assert "5 of 9" in text
    assert "Eilt &lt;sehr&gt;" in text
    Target.objects.filter(pk=page.pk).update(state=State.CURRENT, strings_left=0)
    Target.objects.filter(pk=entry.pk).update(in_moderation=True)
    assert not Inbox(translator, 5).assigned


def test_translator_takes_what_nobody_has_in_her_language(drafts: tuple[Target, Target]) -> None:
    translator = person("Translators (ru)")
    assert {target.pk for target in Inbox(translator, 5).free.rows} == {target.pk for target in drafts}
    assert not Inbox(person("Translators (en)"), 5).free
    assert not Inbox(person("Editors"), 5).free, "editors' task is another one"
    client = Client()
    client.force_login(translator)
    client.post(reverse("translation_assign", args=[drafts[0].pk]), {"action": "take", "next": "/admin/"})
    assert [target.pk for target in Inbox(translator, 5).free.rows] == [drafts[1].pk]
    Target.objects.filter(pk=drafts[1].pk).update(state=State.NONE, by_strings=False)
    assert not Inbox(translator, 5).free, "what was never submitted is no task"


def test_comments_wait_for_who_did_not_write_last(drafts: tuple[Target, Target], release: PressReleasePage) -> None:
    translator, editor = person("Translators (ru)"), person("Editors")
    PressReleasePage.objects.filter(pk=release.pk).update(owner=editor)
    question = WriteComment(target=drafts[0], text="Was heißt das?", user=translator).execute()
    assert "Was heißt das?" in home(editor)
    assert not Inbox(translator, 5).talk
    WriteComment(target=drafts[0], text="Das da.", thread=question, user=editor).execute()
    assert not Inbox(editor, 5).talk
    assert [entry.last_text for entry in Inbox(translator, 5).talk.rows] == ["Das da."]
    ResolveThread(comment=question, user=translator).execute()
    assert not Inbox(translator, 5).talk


def test_what_is_not_begun_is_in_the_inbox_too(town: Municipality) -> None:
    target = target_of(town, "ru")
    translator, editor = person("Translators (ru)"), person("Editors")
    Assignment.objects.create(target=target, translator=translator, assigned_by=editor)
    WriteComment(target=target, text="Bitte bald.", user=editor).execute()
    inbox = Inbox(translator, 5)
    assert (len(inbox.assigned.rows), len(inbox.talk.rows)) == (1, 1)


def test_nothing_is_shown_to_those_who_may_not_see_it_any_more(drafts: tuple[Target, Target]) -> None:
    translator = person("Translators (ru)")
    for target in drafts:
        Assignment.objects.create(target=target, translator=translator)
        WriteComment(target=target, text="Ja?", user=person("Editors")).execute()
    assert len(Inbox(translator, 5).assigned.rows) == 2
    translator.groups.set(person("Translators (en)").groups.all())
    translator = person(name=translator.username)
    assert not Inbox(translator, 5).assigned
    assert not Inbox(translator, 5).talk


def test_publishers_see_what_is_complete_and_what_was_not_released(drafts: tuple[Target, Target]) -> None:
    publisher = person("Publishers")
    Target.objects.filter(pk=drafts[0].pk).update(strings_left=0, words_left=0)
    Release.objects.create(
        translation_key=drafts[0].translation_key,
        content_type=drafts[0].content_type,
        status=Release.Status.REFUSED,
        go_live_at=timezone.now(),
        report={"ru": "Nicht fertig."},
    )
    inbox = Inbox(publisher, 5)
    assert [target.pk for target in inbox.ready.rows] == [drafts[0].pk]
    assert "Nicht fertig." in home(publisher)
    for group in ("Translators (ru)", "Editors"):
        assert not Inbox(person(group), 5).ready
        assert not Inbox(person(group), 5).refused


def test_mails_that_failed_are_told_to_superusers(drafts: tuple[Target, Target]) -> None:
    Notification.objects.create(
        recipient=person("Editors"), kind="assigned", target=drafts[0], due_at=None, error="SMTPException: no such box"
    )
    assert "no such box" in home(person("", "chief", is_superuser=True))
    assert "no such box" not in home(person("Publishers"))


@pytest.mark.parametrize("group", ["Translators (ru)", "Publishers"])
def test_a_full_inbox_costs_as_many_queries_as_a_short_one(
    group: str,
    drafts: tuple[Target, Target],
    django_assert_max_num_queries: Callable[..., Any],
) -> None:
    user = person(group)
    for number in range(20):
        WriteComment(target=drafts[number % 2], text=f"{number}?", user=person("Editors")).execute()
        Target.objects.create(
            translation_key=f"00000000-0000-4000-8000-{number:012}",
            locale=drafts[1].locale,
            content_type=drafts[1].content_type,
            source_locale=drafts[1].source_locale,
            source_pk=drafts[1].source_pk,
            row_pk=drafts[1].row_pk,
            title=f"Work {number}",
            sort_key=f"work {number}",
            state=State.OUTDATED,
            by_strings=True,
            strings=2,
            strings_left=number % 2,
        )
    assert user.has_perm("wagtailadmin.access_admin")  # asked by every page of the admin
    with django_assert_max_num_queries(8):
        inbox = Inbox(user, 5)
        assert inbox
        assert inbox.has_more
        for section in (inbox.assigned, inbox.free, inbox.talk, inbox.ready):
            for row in section.rows:
                target = getattr(row, "target", row)
                str(target.locale), target.content_type
    client = Client()
    client.force_login(user)
    assert client.get(reverse("translation_inbox")).status_code == 200

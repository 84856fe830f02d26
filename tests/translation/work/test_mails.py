"""What people get by e-mail, and in which language."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone
from django.utils.translation import gettext, override
from wagtail.models import Locale
from wagtail_localize.models import Translation

from articles.models import PressReleasePage
from cms.core.models import User
from cms.translation import events
from cms.translation.models import Assignment, Notification, NotificationSettings, Release, Target
from cms.translation.operations.assign import AssignTranslation
from cms.translation.operations.comment import WriteComment
from cms.translation.work.sending import send_due
from partnerships.models import Municipality

from .people import person, speaking, target_of

pytestmark = pytest.mark.django_db

Delivery = NotificationSettings.Delivery
SENTENCES = {
    "assigned": "%(person)s asks you to translate “%(title)s”. Language: %(language)s.",
    "outdated": (
        "The source of “%(title)s” has changed. Please bring the translation up to date. Language: %(language)s."
    ),
    "review": "A translation of “%(title)s” is ready for review. Language: %(language)s.",
    "published": "A translation of “%(title)s” has been published. Language: %(language)s.",
    "commented": "%(person)s commented on the translation of “%(title)s”. Language: %(language)s.",
}


@pytest.fixture
def target(town: Municipality) -> Target:
    return target_of(town, "ru")


@pytest.fixture
def translation(town: Municipality, submit: Callable[..., Translation], locales: dict[str, Locale]) -> Translation:
    """A library entry that is being translated into Russian."""
    translation = submit(town, "ru")
    target_of(town, "ru", row_pk=town.get_translation(locales["ru"]).pk)
    Notification.objects.all().delete()
    return translation


def later(**values: int) -> Any:
    return timezone.now() + timedelta(**(values or {"minutes": 2}))


def parts(message: Any) -> tuple[str, str]:
    """Plain text and HTML."""
    ((html, kind),) = message.alternatives
    assert kind == "text/html"
    return message.body, html


def happen(kind: str, translation: Translation, translator: User, editor: User, publisher: User) -> None:
    """What a person does, as operations tell it."""
    target = Target.objects.get(translation_key=translation.source.object_id, locale=translation.target_locale)
    if kind == "assigned":
        AssignTranslation(target=target, translator=translator, note="Bitte <bald>", user=editor).execute()
    elif kind == "outdated":
        events.source_changed.send(
            sender=None, translation_key=target.translation_key, locales=[target.locale_id], user=editor
        )
    elif kind == "review":
        events.handed_in.send(sender=Translation, translation=translation, user=editor)
    elif kind == "published":
        Assignment.objects.create(target=target, translator=translator, assigned_by=editor)
        events.translation_published.send(sender=Translation, translation=translation, user=publisher)
    else:
        Assignment.objects.create(target=target, translator=translator)
        WriteComment(target=target, text="Was <heißt>\nWohl?", user=editor).execute()


@pytest.mark.parametrize("language", ["de", "en", "ru"])
@pytest.mark.parametrize("kind", SENTENCES)
def test_each_event_in_the_language_of_the_recipient(kind: str, language: str, translation: Translation) -> None:
    translator = speaking(person("Translators (ru)"), language)
    publisher = speaking(person("Publishers"), language)
    editor = person("Editors", first_name="Eva", last_name="Muster")
    happen(kind, translation, translator, editor, publisher)
    send_due(later())
    wanted = publisher if kind == "review" else translator
    message = next(message for message in mail.outbox if message.to == [wanted.email])
    with override(language):
        sentence = gettext(SENTENCES[kind]) % {"person": "Eva Muster", "title": "Köln", "language": "Русский"}
        hint = gettext("When these e-mails come, and whether they come, is for you to choose:")
    text, html = parts(message)
    for part in (text, html):
        assert sentence in part
        assert hint in part
        assert "http://testserver/admin/" in part
    assert f'<html lang="{language}">' in html
    assert "Köln" in message.subject
    assert "\n" not in message.subject
    assert message.extra_headers["Auto-Submitted"] == "auto-generated"
    if kind == "assigned":
        assert "Bitte <bald>" in text
        assert "Bitte &lt;bald&gt;" in html
    actor = publisher if kind == "published" else editor
    assert all(actor.email not in message.to for message in mail.outbox), "nobody is told what they did themselves"


def test_what_happens_together_comes_in_one_mail(release: PressReleasePage, town: Municipality) -> None:
    translator, editor = speaking(person("Translators (ru)"), "en"), person("Editors")
    for row in (release, town):
        AssignTranslation(target=target_of(row, "ru"), translator=translator, user=editor).execute()
    assert send_due() == 0, "it waits a moment for more"
    assert send_due(later()) == 1
    assert mail.outbox[0].subject == "2 messages about translations"
    assert all(title in mail.outbox[0].body for title in ("Vierzig Jahre Freundschaft", "Köln"))
    assert send_due(later(hours=1)) == 0


def test_a_planner_learns_why_nothing_was_published(target: Target, town: Municipality) -> None:
    planner = speaking(person("Publishers"), "en")
    release = Release.objects.create(
        translation_key=town.translation_key,
        content_type=target.content_type,
        planned_by=planner,
        status=Release.Status.REFUSED,
        report={"ru": "Russisch ist nicht fertig."},
    )
    events.release_refused.send(sender=Release, release=release)
    send_due(later())
    text, html = parts(mail.outbox[0])
    assert "Russisch ist nicht fertig." in text
    assert "Russisch ist nicht fertig." in html


def test_without_assignment_the_group_is_told_of_a_new_text_once_a_day(translation: Translation) -> None:
    first, second = person("Translators (ru)", "first"), person("Translators (ru)", "second")
    person("Translators (en)")
    happen("outdated", translation, first, person("Editors"), first)
    happen("outdated", translation, first, person("Editors"), first)
    send_due(later())
    assert sorted(message.to[0] for message in mail.outbox) == sorted([first.email, second.email])
    happen("outdated", translation, first, person("Editors"), first)
    send_due(later(hours=1))
    assert len(mail.outbox) == 2
    Notification.objects.update(sent_at=timezone.now() - timedelta(days=2))
    happen("outdated", translation, first, person("Editors"), first)
    send_due(later(hours=1))
    assert len(mail.outbox) == 4


def test_nobody_gets_mail_who_left_wants_none_or_may_not_see_it_any_more(target: Target) -> None:
    editor = person("Editors")
    for name in ("left", "moved", "silent", "reassigned"):
        translator = person("Translators (ru)", name)
        AssignTranslation(target=target, translator=translator, user=editor).execute()
        Notification.objects.filter(recipient=translator).update(kind="commented")
    User.objects.filter(username="left").update(is_active=False)
    User.objects.get(username="moved").groups.clear()
    NotificationSettings.objects.create(user=User.objects.get(username="silent"), delivery=Delivery.NEVER)
    Notification.objects.filter(recipient__username="reassigned").update(kind="assigned")
    AssignTranslation(target=target, translator=person("Translators (ru)", "other"), user=editor).execute()
    send_due(later())
    assert [message.to for message in mail.outbox] == [[User.objects.get(username="other").email]]
    assert not Notification.objects.filter(sent_at=None).exists()


def test_those_who_want_none_are_not_even_noted(target: Target) -> None:
    translator = person("Translators (ru)")
    NotificationSettings.objects.create(user=translator, delivery=Delivery.NEVER)
    AssignTranslation(target=target, translator=translator, user=person("Editors")).execute()
    assert not Notification.objects.exists()


def test_many_people_are_noted_with_few_queries(
    translation: Translation, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    for number in range(30):
        person("Translators (ru)", f"translator {number}")
    editor = person("Editors")
    with django_assert_max_num_queries(10):
        happen("outdated", translation, editor, editor, editor)
    assert Notification.objects.count() == 30


def test_publishing_a_changed_source_tells_its_translator(
    release: PressReleasePage, submit: Callable[..., Translation]
) -> None:
    submit(release, "ru")
    translator, publisher = speaking(person("Translators (ru)"), "en"), person("Publishers")
    person("Translators (ru)", "other")
    Assignment.objects.create(target=target_of(release, "ru"), translator=translator)
    Notification.objects.all().delete()
    release.title = "Fünfzig Jahre Freundschaft"
    release.save_revision(user=publisher).publish(user=publisher)
    send_due(later())
    assert [(message.to, message.subject) for message in mail.outbox] == [
        ([translator.email], "The source has changed: “Fünfzig Jahre Freundschaft” (Русский)")
    ]


def test_an_assigned_work_is_listed_with_what_is_left(
    release: PressReleasePage, submit: Callable[..., Translation]
) -> None:
    submit(release, "ru")
    translator = speaking(person("Translators (ru)"), "en")
    AssignTranslation(target=target_of(release, "ru"), translator=translator, user=person("Editors")).execute()
    send_due(later())
    text, html = parts(mail.outbox[0])
    assert "10 words left" in text
    assert "10 words left" in html

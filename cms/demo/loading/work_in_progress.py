"""Puts translators to work on one article: through the same operations as in the admin."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone
from wagtail_localize.models import StringSegment, Translation

from cms.core.models import User
from cms.demo.loading.found import Found
from cms.demo.loading.people import translator
from cms.demo.texts import typeset
from cms.demo.work_in_progress import WORK_IN_PROGRESS, Question, Turn
from cms.translation.models import Notification, Target
from cms.translation.operations.assign import AssignTranslation
from cms.translation.operations.comment import WriteComment
from cms.translation.operations.plan_release import PlanRelease
from cms.translation.operations.save_string import SaveString
from cms.translation.operations.submit import SubmitForTranslation


def load_work_in_progress(found: Found) -> None:
    """Submit, assign, translate and talk, where the article was made in this run."""
    source = found.articles[WORK_IN_PROGRESS.article]
    if source not in found.created:
        return
    source = type(source).objects.get(pk=source.pk)
    codes = WORK_IN_PROGRESS.turns
    submitted = SubmitForTranslation(
        source=source, locales=[found.locales[code] for code in codes], user=_editor()
    ).execute()
    for translation, (code, turn) in zip(submitted, codes.items(), strict=True):
        _translate(translation, turn, found, translator(code))
        AssignTranslation(
            target=_target(source, found, code),
            translator=translator(code),
            due=timezone.localdate() + timedelta(days=turn.days),
            note=turn.note,
            user=_editor(),
        ).execute()
    for question in WORK_IN_PROGRESS.questions:
        _talk(source, question, found)
    PlanRelease(
        source=source,
        together=[found.locales[code] for code in WORK_IN_PROGRESS.together],
        when_ready=[found.locales[code] for code in WORK_IN_PROGRESS.when_ready],
        user=User.objects.get(username="publisher"),
    ).execute()
    # Nobody reads the mail of the demo's people.
    Notification.objects.filter(sent_at=None).update(sent_at=timezone.now())


def _translate(translation: Translation, turn: Turn, found: Found, user: Any) -> None:
    code = translation.target_locale.language_code
    segments = StringSegment.objects.filter(source=translation.source).select_related("string", "context")
    by_text = {segment.string.data: segment for segment in segments}
    for text, translated in turn.translated.items():
        SaveString(
            translation=translation,
            segment=by_text[typeset(text, found.source.language_code)],
            text=typeset(translated, code),
            user=user,
        ).execute()


def _talk(source: Any, question: Question, found: Found) -> None:
    target = _target(source, found, question.code)
    about = StringSegment.objects.select_related("context").get(
        source__object_id=source.translation_key,
        source__locale=found.source,
        string__data=typeset(question.about, found.source.language_code),
    )
    asked = WriteComment(
        target=target, text=question.asked, context=about.context, user=translator(question.code)
    ).execute()
    if question.answered:
        WriteComment(target=target, text=question.answered, thread=asked, user=_editor()).execute()


def _target(source: Any, found: Found, code: str) -> Target:
    return Target.objects.get(translation_key=source.translation_key, locale=found.locales[code])


def _editor() -> User:
    return User.objects.get(username="editor")

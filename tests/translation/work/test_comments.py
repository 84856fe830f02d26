"""The talk between translator and editor."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from wagtail_localize.models import StringSegment, Translation

from articles.models import PressReleasePage
from cms.translation.models import Comment
from cms.translation.operations.comment import (
    LONGEST,
    EmptyCommentError,
    ForeignPlaceError,
    LongCommentError,
    ResolveThread,
    WriteComment,
)
from partnerships.models import Municipality

from .people import person, target_of

pytestmark = pytest.mark.django_db


def test_a_question_quotes_the_source_and_is_answered(
    release: PressReleasePage, submit: Callable[..., Translation]
) -> None:
    source = submit(release, "ru").source
    context = StringSegment.objects.get(source=source, string__data="Erster Absatz.").context
    target = target_of(release, "ru")
    translator, editor = person("Translators (ru)"), person("Editors")
    question = WriteComment(target=target, text="Welcher?\r\nBitte.", context=context, user=translator).execute()
    assert (question.quoted, question.text) == ("Erster Absatz.", "Welcher?\nBitte.")
    ResolveThread(comment=question, user=editor).execute()
    answer = WriteComment(target=target, text="Der erste.", thread=question, user=editor).execute()
    again = WriteComment(target=target, text="Danke.", thread=answer, user=translator).execute()
    question.refresh_from_db()
    assert question.resolved_at is None, "an answer opens the thread again"
    assert {answer.thread, again.thread} == {question}
    assert answer.context == context
    ResolveThread(comment=again, user=translator).execute()
    question.refresh_from_db()
    assert question.resolved_by == translator


def test_who_can_write_neither_source_nor_target_does_not_take_part(town: Municipality) -> None:
    target = target_of(town, "ru")
    english = person("Translators (en)")
    with pytest.raises(PermissionDenied):
        WriteComment(target=target, text="Hi", user=english).execute()
    question = WriteComment(target=target, text="Hi", user=person("Translators (ru)")).execute()
    with pytest.raises(PermissionDenied):
        ResolveThread(comment=question, user=english).execute()


def test_nothing_empty_endless_or_out_of_place(
    release: PressReleasePage, town: Municipality, submit: Callable[..., Translation]
) -> None:
    editor = person("Editors")
    target, other = target_of(release, "ru"), target_of(town, "ru")
    with pytest.raises(EmptyCommentError):
        WriteComment(target=target, text=" \n", user=editor).execute()
    with pytest.raises(LongCommentError):
        WriteComment(target=target, text="a" * (LONGEST + 1), user=editor).execute()
    thread = WriteComment(target=other, text="Hi", user=editor).execute()
    with pytest.raises(ForeignPlaceError):
        WriteComment(target=target, text="Hi", thread=thread, user=editor).execute()
    place = StringSegment.objects.filter(source=submit(release, "ru").source)[0].context
    with pytest.raises(ForeignPlaceError):
        WriteComment(target=other, text="Hi", context=place, user=editor).execute()
    assert Comment.objects.count() == 1

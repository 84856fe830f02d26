"""Talking about a translation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail_localize.models import StringSegment, TranslationContext

from cms.translation import events
from cms.translation.errors import TranslationError
from cms.translation.models import Comment, Target
from cms.translation.work.allowed import may_talk

from .base import Operation

LONGEST = 5000
"""Characters of one entry."""


class EmptyCommentError(TranslationError):
    """Nothing was written."""

    def __init__(self) -> None:
        super().__init__(_("Write something first."))


class LongCommentError(TranslationError):
    """More than anybody would read."""

    def __init__(self) -> None:
        super().__init__(_("A comment has at most %(count)d characters.") % {"count": LONGEST})


class ForeignPlaceError(TranslationError):
    """The thread or the place belongs to another work or language."""

    def __init__(self) -> None:
        super().__init__(_("This comment belongs to another translation. Reload the page, then write it again."))


@dataclass(kw_only=True)
class WriteComment(Operation[Comment]):
    """Opens a thread about a target or about one place in its text, or answers in one.

    For those who may write the source or the target. An answer opens a closed thread again.
    """

    target: Target
    text: str
    context: TranslationContext | None = None
    """The place; None for the work as a whole. An answer stands where its thread does."""
    thread: Comment | None = None
    """What is answered: the entry that opened the thread, or any answer in it."""

    def check(self) -> None:
        if not may_talk(self.user, self.target):
            raise PermissionDenied
        text = self._text()
        if not text:
            raise EmptyCommentError
        if len(text) > LONGEST:
            raise LongCommentError
        if self.thread is not None and self.thread.target_id != self.target.pk:
            raise ForeignPlaceError
        if self.context is not None and self.context.object_id != self.target.translation_key:
            raise ForeignPlaceError

    def perform(self) -> Comment:
        opener = _opener(self.thread) if self.thread is not None else None
        context = opener.context if opener else self.context
        comment = Comment.objects.create(
            target=self.target,
            context=context,
            quoted="" if opener or context is None else _source_text(context),
            thread=opener,
            author=self.user,
            text=self._text(),
        )
        if opener is not None:
            Comment.objects.filter(pk=opener.pk).update(resolved_at=None, resolved_by=None)
        events.commented.send(sender=Comment, comment=comment)
        return comment

    def works(self) -> Iterable[UUID]:
        return [self.target.translation_key]

    def _text(self) -> str:
        """With line ends of one kind: browsers send another one than they count."""
        return self.text.replace("\r\n", "\n").replace("\x00", "").strip()


@dataclass(kw_only=True)
class ResolveThread(Operation[Comment]):
    """Closes the thread that a comment belongs to. For those who may write in it."""

    comment: Comment

    def check(self) -> None:
        if not may_talk(self.user, self.comment.target):
            raise PermissionDenied

    def perform(self) -> Comment:
        opener = _opener(self.comment)
        if opener.resolved_at is None:
            opener.resolved_at = timezone.now()
            opener.resolved_by = self.user
            opener.save(update_fields=["resolved_at", "resolved_by"])
        return opener

    def works(self) -> Iterable[UUID]:
        return [self.comment.target.translation_key]


def _opener(comment: Comment) -> Comment:
    return comment.thread or comment


def _source_text(context: TranslationContext) -> str:
    """What the source says there, as it was given to translators; without markup."""
    strings = (
        StringSegment.objects.filter(context=context, source__object_id=context.object_id)
        .order_by("order")
        .values_list("string__data", flat=True)
    )
    return "\n".join(unescape(strip_tags(string)) for string in strings)

"""Comments that were typed into the workbench's form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wagtail_localize.models import TranslationContext

from cms.translation.errors import TranslationError
from cms.translation.models import Comment, Target
from cms.translation.operations.comment import ResolveThread, WriteComment

ABOUT = "comment-"
"""With the id of a place, or `GENERAL`."""
ANSWER = "answer-"
"""With the id of the comment that opened the thread."""
GENERAL = "work"


def write_comments(target: Target | None, form: Mapping[str, str], user: Any) -> dict[str, str]:
    """Writes every comment that was typed, whichever button was pressed, and closes the thread `resolve`.

    Returns the refused ones by the name of their field, with the reason.
    """
    refused: dict[str, str] = {}
    if target is None:
        return refused
    for name, text in form.items():
        if not text.strip() or not name.startswith((ABOUT, ANSWER)):
            continue
        try:
            _operation(target, name, text, user).execute()
        except TranslationError as error:
            refused[name] = str(error)
    thread = form.get("resolve", "")
    if thread.isdecimal() and (comment := Comment.objects.filter(pk=int(thread), target=target).first()):
        ResolveThread(user=user, comment=comment).execute()
    return refused


def _operation(target: Target, name: str, text: str, user: Any) -> WriteComment:
    if name.startswith(ANSWER):
        opener = name.removeprefix(ANSWER)
        thread = Comment.objects.filter(pk=int(opener), target=target).first() if opener.isdecimal() else None
        return WriteComment(user=user, target=target, text=text, thread=thread)
    place = name.removeprefix(ABOUT)
    context = TranslationContext.objects.filter(pk=int(place)).first() if place.isdecimal() else None
    return WriteComment(user=user, target=target, text=text, context=context)

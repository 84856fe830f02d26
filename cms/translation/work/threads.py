"""The threads of a target, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass, field

from cms.translation.models import Comment, Target


@dataclass(slots=True)
class Thread:
    """An entry and its answers, in the order in which they were written."""

    opener: Comment
    answers: list[Comment] = field(default_factory=list)

    @property
    def pk(self) -> int:
        """The opener's id."""
        return self.opener.pk

    @property
    def entries(self) -> list[Comment]:
        """All of it."""
        return [self.opener, *self.answers]

    @property
    def is_open(self) -> bool:
        """Whether nobody has closed it."""
        return self.opener.resolved_at is None

    @property
    def context_id(self) -> int | None:
        """The place in the text; None for the work as a whole."""
        return self.opener.context_id

    @property
    def quoted(self) -> str:
        """The source's text in that place when the thread was opened."""
        return self.opener.quoted


def threads_of(target: Target) -> list[Thread]:
    """All threads of a target, the open ones first, each group in the order of their opening. One query."""
    threads: dict[int, Thread] = {}
    related = ("author__wagtail_userprofile", "resolved_by", "context")
    for comment in Comment.objects.filter(target=target).select_related(*related).order_by("written_at", "pk"):
        if comment.thread_id is None:
            threads[comment.pk] = Thread(comment)
        elif comment.thread_id in threads:
            threads[comment.thread_id].answers.append(comment)
    return sorted(threads.values(), key=lambda thread: not thread.is_open)

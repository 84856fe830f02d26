"""Letting targets follow what happened to their source."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import ProtectedError, Q, RestrictedError
from django.utils.translation import gettext as _
from wagtail.actions.delete import DeleteAction
from wagtail.models import Page

from cms.translation.errors import TranslationError
from cms.translation.following.affected import Follower, Happening, followers, obstacle
from cms.translation.models import FollowedWork

from .base import Operation

if TYPE_CHECKING:
    from collections.abc import Iterator

_active: ContextVar[bool] = ContextVar("following_a_source", default=False)


@dataclass(slots=True)
class FollowReport:
    """What became of the targets."""

    happening: str
    title: str
    """The source's."""
    followed: list[Follower] = field(default_factory=list)
    left: list[tuple[Follower, str]] = field(default_factory=list)
    """Those that stayed as they were, each with the reason in a sentence."""


@dataclass(kw_only=True)
class FollowSource(Operation[FollowReport]):
    """Moves, unpublishes, deletes or renames the targets of a work as its source was.

    Each target is asked for by itself: who may not do it there, a lock or a moderation leave it as it is, and the
    report says why. Redirects lead from former addresses. Strings of deleted targets are kept.
    """

    publishes: ClassVar[bool] = True

    happening: str
    work: FollowedWork
    """What happened to which source; it need not be stored."""
    targets: Collection[str] | None = None
    """Which of them (see `Follower.value`); None for all that stood as their source did."""

    def check(self) -> None:
        """Nothing: whatever keeps a single target from following is in the report."""

    def works(self) -> Iterable[UUID]:
        """The source's work."""
        return [self.work.translation_key]

    def perform(self) -> FollowReport:
        """Deal with one target after another; what fails is undone and reported."""
        report = FollowReport(happening=self.happening, title=self.work.title)
        with following():
            for follower in followers(self.happening, self.work):
                if follower.expected if self.targets is None else follower.value in self.targets:
                    reason = obstacle(self.happening, follower, self.user) or self._follow(follower)
                    if reason:
                        report.left.append((follower, reason))
                    else:
                        report.followed.append(follower)
        return report

    def _follow(self, follower: Follower) -> str:
        row: Any = follower.row
        try:
            with transaction.atomic():
                if self.happening == Happening.UNPUBLISHED:
                    row.unpublish(user=self.user)
                elif self.happening == Happening.MOVED:
                    row.move(follower.parent, pos="last-child", user=self.user)
                elif self.happening == Happening.RENAMED:
                    rename(row, follower.slug, self.user)
                elif isinstance(row, Page):
                    row.delete(user=self.user)
                else:
                    DeleteAction(row, user=self.user).execute(skip_permission_checks=True)
        except (ProtectedError, RestrictedError):
            return _("Other content needs it.")
        except PermissionDenied:
            return _("You may not do this in this language.")
        except ValidationError as error:
            return " ".join(error.messages)
        except TranslationError as error:
            return str(error)
        return ""


@contextmanager
def following() -> Iterator[None]:
    """Within, what happens to a row happens because it follows: it leads nobody after it."""
    token = _active.set(True)
    try:
        yield
    finally:
        _active.reset(token)


def is_following() -> bool:
    """Whether a target is just following its source."""
    return _active.get()


def rename(page: Any, slug: str, user: Any) -> None:
    """Gives a page another address, its latest and its scheduled drafts too: the next publication keeps it."""
    page.slug = slug
    page.save(clean=False, user=user, log_action="wagtail.edit")
    for revision in page.revisions.filter(Q(pk=page.latest_revision_id) | Q(approved_go_live_at__isnull=False)):
        revision.content["slug"] = slug
        revision.save(update_fields=["content"])

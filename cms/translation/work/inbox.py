"""Whose turn it is: what waits for one person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.functional import cached_property
from wagtail.models import Page

from cms.translation.models import Assignment, Comment, Notification, Release, Submission, Target, TranslatorGroup

from .claims import given_up
from .reach import targets_of_sources_to, targets_to

State = Target.State

RELATED = ("target__locale", "target__content_type")


@dataclass(slots=True)
class Section:
    """One list of the inbox, up to a limit."""

    rows: Sequence[Any]
    more: bool
    """Whether the limit cut it."""

    def __bool__(self) -> bool:
        return bool(self.rows)


class Inbox:
    """Everything that waits for `user`; each list costs one query, whatever its length."""

    def __init__(self, user: Any, limit: int) -> None:
        self.user = user
        self._limit = limit

    def __bool__(self) -> bool:
        return any((self.assigned, self.free, self.talk, self.ready, self.refused, self.unsent))

    @cached_property
    def has_more(self) -> bool:
        """Whether any list was cut."""
        return any(section.more for section in (self.assigned, self.free, self.talk, self.ready, self.refused))

    @cached_property
    def assigned(self) -> Section:
        """What the user is to translate: not what is current, nor what moderators have. The earliest due date first."""
        assignments = Assignment.objects.filter(translator=self.user, target__in_moderation=False)
        finished = Q(target__state=State.CURRENT, target__strings_left=0, target__behind=False)
        open_ones = assignments.exclude(finished).filter(self._of(targets_to(self.user, "change") | self._not_begun))
        ordered = open_ones.order_by(F("due").asc(nulls_last=True), "target__sort_key", "target__pk")
        return self._section(ordered.select_related(*RELATED, "assigned_by"))

    @cached_property
    def free(self) -> Section:
        """What is outdated or begun in the languages of the user's groups, and assigned to nobody."""
        own = TranslatorGroup.objects.filter(group__user=self.user).values("locale")
        waiting = Q(state=State.OUTDATED) | Q(by_strings=True, strings_left__gt=0)
        free = Target.objects.filter(
            waiting, locale__in=own, assignment=None, in_moderation=False, row_pk__isnull=False
        )
        free = free.filter(targets_to(self.user, "change"))
        # What readers see in an old version comes first.
        ordered = free.order_by(F("live").desc(), "state_since", "sort_key", "pk")
        return self._section(ordered.select_related("locale", "content_type"))

    @cached_property
    def talk(self) -> Section:
        """Open threads that concern the user, in which somebody else had the last word. The longest wait first."""
        answers = Comment.objects.filter(thread=OuterRef("pk")).order_by("-written_at", "-pk")
        key = OuterRef("target__translation_key")
        mine = (
            Q(author=self.user)
            | Q(target__assignment__translator=self.user)
            | Q(target__assignment__assigned_by=self.user)
            | Exists(Comment.objects.filter(thread=OuterRef("pk"), author=self.user))
            | Exists(Page.objects.filter(translation_key=key, pk=OuterRef("target__source_pk"), owner=self.user))
            | Exists(Submission.objects.filter(source__object_id=key, user=self.user))
        )
        threads = Comment.objects.filter(mine, thread=None, resolved_at=None).annotate(
            last_author=Coalesce(Subquery(answers.values("author")[:1]), F("author"), output_field=BigIntegerField()),
            last_text=Coalesce(Subquery(answers.values("text")[:1]), F("text")),
            last_at=Coalesce(Subquery(answers.values("written_at")[:1]), F("written_at")),
        )
        reach = targets_to(self.user, "change") | targets_of_sources_to(self.user, "change")
        waiting = threads.exclude(last_author=self.user.pk).filter(self._of(reach | self._not_begun))
        return self._section(waiting.order_by("last_at", "pk").select_related(*RELATED))

    def _of(self, reach: Q) -> Q:
        """About targets for which this holds."""
        return Q(target__in=Target.objects.filter(reach).values("pk"))

    @property
    def _not_begun(self) -> Q:
        """What has no row yet that could be asked, in the languages of the user's groups or assigned to the user."""
        own = TranslatorGroup.objects.filter(group__user=self.user).values("locale")
        return Q(row_pk=None) & (Q(locale__in=own) | Q(assignment__translator=self.user))

    @cached_property
    def ready(self) -> Section:
        """Complete translations that the user may publish and readers do not have yet; those in moderation first."""
        complete = Target.objects.filter(by_strings=True, strings_left=0, strings__gt=0, behind=False)
        waiting = complete.exclude(state=State.CURRENT).filter(targets_to(self.user, "publish"))
        ordered = waiting.order_by(F("in_moderation").desc(), "state_since", "sort_key", "pk")
        return self._section(ordered.select_related("locale", "content_type"))

    @cached_property
    def refused(self) -> Section:
        """Releases that did not happen in time, of what the user planned or publishes."""
        targets = Target.objects.filter(translation_key=OuterRef("translation_key"))
        own = targets.filter(targets_of_sources_to(self.user, "publish"))
        releases = (
            Release.objects.filter(Q(planned_by=self.user) | Exists(own), status=Release.Status.REFUSED)
            .annotate(title=Subquery(targets.values("title")[:1]), source_pk=Subquery(targets.values("source_pk")[:1]))
            .exclude(source_pk=None)
        )
        return self._section(releases.order_by("go_live_at", "pk").select_related("content_type"))

    @cached_property
    def unsent(self) -> Section:
        """E-mails that were given up; told to superusers only."""
        if not self.user.is_superuser:
            return Section([], False)
        failed: QuerySet[Notification] = given_up().select_related("recipient").order_by("-created_at")
        return self._section(failed)

    def _section(self, rows: QuerySet[Any]) -> Section:
        found = list(rows[: self._limit + 1])
        return Section(found[: self._limit], len(found) > self._limit)

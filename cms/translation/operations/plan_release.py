"""Planning that locales of a work go live together, and dropping the plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, ClassVar
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import DraftStateMixin, Locale, Revision, WorkflowState

from cms.core.works import source_of
from cms.translation.errors import NoDraftError, NotTheSourceError, TranslationError
from cms.translation.models import Release, ReleaseMember
from cms.translation.releases.holding import OPEN
from cms.translation.releases.work import ReleasedWork

from .base import Operation

When = ReleaseMember.When


class PlanError(TranslationError):
    """A plan that makes no sense."""


class ReleaseIsClosedError(TranslationError):
    """The release was carried out or cancelled, perhaps a moment ago by somebody else."""

    def __init__(self, release: Release) -> None:
        super().__init__(
            _("This joint publication is no longer planned: it was published.")
            if release.status == Release.Status.RELEASED
            else _("This joint publication is no longer planned: it was cancelled.")
        )


@dataclass(kw_only=True)
class PlanRelease(Operation[Release]):
    """Ties locales of a work: they go live in one transaction, those of `when_ready` then or later.

    Until then none of them is published by itself. A plan that the work has already is changed. Whoever plans says that
    the members may be published as soon as they are ready, so they need the permission to publish every one.
    """

    publishes: ClassVar[bool] = True  # nobody publishes a member while it is being tied

    source: Any
    """The row of the work's original."""
    together: Sequence[Locale]
    when_ready: Sequence[Locale] = ()
    go_live_at: datetime | None = None
    """None: as soon as somebody says so."""

    @cached_property
    def work(self) -> ReleasedWork:
        """The work that is planned."""
        model = getattr(self.source, "specific_class", None) or type(self.source)
        return ReleasedWork(ContentType.objects.get_for_model(model), self.source.translation_key)

    def check(self) -> None:
        """Raises a TranslationError for a plan that cannot be, and PermissionDenied."""
        original = source_of(self.source)
        if original.pk != self.source.pk:
            raise NotTheSourceError(str(self.source), original.locale)
        if not isinstance(self.source, DraftStateMixin):
            raise NoDraftError(str(self.source))
        if not self.together:
            raise PlanError(_("Choose at least one language that is to be published together with the others."))
        if {locale.pk for locale in self.together} & {locale.pk for locale in self.when_ready}:
            raise PlanError(_("A language is published either together with the others or when it is ready."))
        if self.go_live_at is not None and self.go_live_at <= timezone.now():
            raise PlanError(_("The time of publishing must be in the future."))
        self._check_former()
        for locale in [*self.together, *self.when_ready]:
            if self.user is not None and not self.work.may_publish(self.user, locale):
                raise PermissionDenied
            self._refuse_scheduled(locale)

    def _check_former(self) -> None:
        """Whoever changes a plan that there is must be allowed to drop it."""
        release = Release.objects.filter(translation_key=self.source.translation_key, status__in=OPEN).first()
        if release is not None:
            CancelRelease(user=self.user, release=release).check()

    def _refuse_scheduled(self, locale: Locale) -> None:
        row = self.work.rows.get(locale.pk)
        if row is not None and row.revisions.filter(approved_go_live_at__isnull=False).exists():
            raise PlanError(
                _("“%(title)s” is already scheduled in %(language)s. Take it off its own schedule first.")
                % {"title": str(row), "language": locale.get_display_name()}
            )

    def perform(self) -> Release:
        key = self.source.translation_key
        release = Release.objects.filter(translation_key=key, status__in=OPEN).first() or Release(translation_key=key)
        release.content_type = self.work.content_type
        release.go_live_at = self.go_live_at
        release.status = Release.Status.WAITING
        release.planned_by = self.user
        release.planned_at = timezone.now()
        release.tried_at = None
        release.report = {}
        release.save()
        release.members.all().delete()
        wanted = [(locale, When.TOGETHER) for locale in self.together]
        wanted += [(locale, When.WHEN_READY) for locale in self.when_ready]
        ReleaseMember.objects.bulk_create(
            ReleaseMember(release=release, locale=locale, when=when, ready_revision=self._ready(locale))
            for locale, when in wanted
        )
        return release

    def _ready(self, locale: Locale) -> Revision | None:
        """The latest draft, where it was approved (or handed in) before and is held since."""
        row = self.work.rows.get(locale.pk)
        if row is None or row.latest_revision_id is None:
            return None
        ready = ReleaseMember.objects.filter(
            release__translation_key=self.source.translation_key, ready_revision=row.latest_revision_id
        ).exists()
        approved = WorkflowState.objects.for_instance(row).order_by("-pk").first()
        if approved is not None and approved.status == WorkflowState.STATUS_APPROVED:
            step = approved.current_task_state
            ready |= step is not None and step.revision_id == row.latest_revision_id
        return row.latest_revision if ready else None

    def works(self) -> Iterable[UUID]:
        return [self.source.translation_key]


@dataclass(kw_only=True)
class CancelRelease(Operation[Release]):
    """Drops a plan; its members can be published by themselves again. What was approved meanwhile stays a draft."""

    publishes: ClassVar[bool] = True

    release: Release

    def check(self) -> None:
        """Raises ReleaseIsClosedError, and PermissionDenied for who did not plan it and may not publish its members."""
        self.release.refresh_from_db()
        if self.release.status not in OPEN:
            raise ReleaseIsClosedError(self.release)
        if self.user is None or self.user.pk == self.release.planned_by_id:
            return
        work = ReleasedWork.of(self.release)
        locales = [member.locale for member in self.release.members.select_related("locale")]
        if not all(work.may_publish(self.user, locale) for locale in locales):
            raise PermissionDenied

    def perform(self) -> Release:
        self.release.status = Release.Status.CANCELLED
        self.release.save(update_fields=["status"])
        return self.release

    def works(self) -> Iterable[UUID]:
        return [self.release.translation_key]

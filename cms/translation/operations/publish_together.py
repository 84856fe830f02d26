"""Publishing the members of a release."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar
from uuid import UUID

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.models import Locale

from cms.translation import events
from cms.translation.errors import TranslationError
from cms.translation.models import Release, ReleaseMember
from cms.translation.refusals import APPROVE, hold_row, refuse_moderated, running_step
from cms.translation.releases.holding import OPEN, releasing
from cms.translation.releases.readiness import Readiness, has_news, has_workflow, is_current, missing_of
from cms.translation.releases.work import ReleasedWork

from .base import Operation
from .plan_release import ReleaseIsClosedError
from .publish import PublishTranslation

When = ReleaseMember.When


class NotReadyError(TranslationError):
    """A member that is to go together with the others cannot go, so none has gone."""

    def __init__(self, title: str, reasons: Mapping[str, str]) -> None:
        self.reasons = dict(reasons)
        """A sentence for each language code."""
        names = dict(settings.WAGTAIL_CONTENT_LANGUAGES)
        told = " ".join(
            _("%(language)s: %(reason)s") % {"language": names.get(code, code), "reason": reason}
            for code, reason in self.reasons.items()
        )
        super().__init__(_("Nothing of “%(title)s” was published. %(reasons)s") % {"title": title, "reasons": told})


@dataclass(kw_only=True)
class PublishTogether(Operation[Release]):
    """Publishes all members that are to go together, in one transaction, and with them those others that are ready.

    By hand (`user`) it publishes what there is now, and approves what is in moderation where the user may. On schedule
    (no user) it acts for the person who planned it, with the permissions they have then, and publishes only what was
    approved. Raises NotReadyError, which the release's report keeps, ReleaseIsClosedError and PermissionDenied.
    """

    publishes: ClassVar[bool] = True

    release: Release
    _work: ReleasedWork = field(init=False, repr=False)
    _members: list[ReleaseMember] = field(init=False, repr=False)
    _readiness: Readiness = field(init=False, repr=False)

    def check(self) -> None:
        self.release = Release.objects.select_related("content_type", "planned_by").get(pk=self.release.pk)
        if self.release.status not in OPEN:
            raise ReleaseIsClosedError(self.release)
        self._work = ReleasedWork.of(self.release)
        self._members = list(self.release.members.select_related("locale").order_by("pk"))
        self._members.sort(key=lambda member: member.locale_id != self._work.original_locale_id)
        together = [member.locale for member in self._members if member.when == When.TOGETHER]
        if self.user is not None and not all(self._work.may_publish(self.user, locale) for locale in together):
            raise PermissionDenied
        for row in self._work.rows.values():
            hold_row(row)
        self._readiness = Readiness(
            release=self.release,
            work=self._work,
            together=frozenset(locale.pk for locale in together),
            user=self.user,
        )
        self._refuse(missing_of(self._members, self._readiness))

    def perform(self) -> Release:
        now = timezone.now()
        reasons = {}
        with releasing(self.release):
            for member in self._members:
                try:
                    with transaction.atomic():
                        self._publish(member)
                except (TranslationError, PermissionDenied, ValidationError) as error:
                    if member.when == When.TOGETHER:
                        reasons[member.locale.language_code] = _sentence(error, member.locale)
                else:
                    member.published_at = now
                    member.save(update_fields=["published_at"])
        self._refuse(reasons)
        self.release.status = Release.Status.RELEASED
        self.release.tried_at = now
        self.release.report = {}
        self.release.save(update_fields=["status", "tried_at", "report"])
        return self.release

    def execute(self) -> Release:
        """Carries it out; what keeps it from going is kept in the release's report, and raised."""
        try:
            return super().execute()
        except NotReadyError as error:
            self._note(error)
            raise

    def works(self) -> Iterable[UUID]:
        return [self.release.translation_key]

    def _publish(self, member: ReleaseMember) -> None:
        self._readiness.check(member)
        row = self._work.rows[member.locale_id]
        actor = self._readiness.actor(member)
        by_hand = self._readiness.by_hand(member)
        made_of_strings = self._work.translations.get(member.locale_id)
        if row.pk == getattr(self._work.original, "pk", None) or made_of_strings is None:
            if has_news(row):
                self._publish_written(row, actor)
        elif by_hand or (member.when == When.TOGETHER and not has_workflow(row)):
            PublishTranslation(user=actor, translation=made_of_strings).execute()
        elif not is_current(row, self._work.given_digest):
            row.publish(row.latest_revision, user=actor, skip_permission_checks=True)
        refuse_moderated(self._stored(row), member.locale)  # the next step of its moderation

    def _publish_written(self, row: Any, actor: Any) -> None:
        step = running_step(row)
        if step is not None:
            step.task.specific.on_action(step, actor, APPROVE)
        else:
            row.get_latest_revision().publish(user=actor)

    def _stored(self, row: Any) -> Any:
        return type(row)._default_manager.get(pk=row.pk)

    def _refuse(self, reasons: Mapping[str, str]) -> None:
        if reasons:
            raise NotReadyError(self._work.title(), reasons)

    def _note(self, error: NotReadyError) -> None:
        Release.objects.filter(pk=self.release.pk, status__in=OPEN).update(
            tried_at=timezone.now(), report=error.reasons
        )


def carry_out(release: Release) -> None:
    """Carries out a release whose time has come; when it is not ready, that is noted and told, and it waits for people.

    It stays open: its members are still held until somebody publishes them together, plans anew or cancels.
    """
    with translation.override(_language_of(release.planned_by)):
        try:
            PublishTogether(release=release).execute()
        except NotReadyError:
            release.refresh_from_db()
            work_is_gone = not ReleasedWork.of(release).rows
            release.status = Release.Status.CANCELLED if work_is_gone else Release.Status.REFUSED
            release.save(update_fields=["status"])
            events.release_refused.send(sender=Release, release=release)


def _language_of(user: Any) -> str:
    profile = getattr(user, "wagtail_userprofile", None)
    return profile.get_preferred_language() if profile is not None else settings.LANGUAGE_CODE


def _sentence(error: Exception, locale: Locale) -> str:
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    return str(error) or _("This may not be published in %(language)s.") % {"language": locale.get_display_name()}

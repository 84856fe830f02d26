"""What keeps a member of a release from going live."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Locale, WorkflowMixin

from cms.translation.completeness import refuse_gaps
from cms.translation.errors import TranslationError
from cms.translation.models import Release, ReleaseMember, TranslationBasis
from cms.translation.permissions import may
from cms.translation.refusals import (
    InModerationError,
    may_approve,
    refuse_locked,
    refuse_unpublished_source,
    running_step,
)

from .work import ReleasedWork

When = ReleaseMember.When


class ObstacleError(TranslationError):
    """A member of a release is not ready."""


@dataclass(kw_only=True)
class Readiness:
    """Asks whether the members of a release are ready to be published by somebody."""

    release: Release
    work: ReleasedWork
    together: frozenset[int]
    """The locale ids of the members that are to go together."""
    user: Any
    """Who publishes it by hand, and looks at it now: needs nobody else's approval. None: it is done on schedule."""

    def obstacle(self, member: ReleaseMember) -> str:
        """Why the member is not ready, in a sentence; "" when it is."""
        try:
            self.check(member)
        except TranslationError as error:
            return str(error)
        return ""

    def actor(self, member: ReleaseMember) -> Any:
        """Who publishes the member: `user`, or else (for what nobody had to look at) whoever planned it, if anybody."""
        if self.user is not None and (member.when == When.TOGETHER or self.work.may_publish(self.user, member.locale)):
            return self.user
        return self.release.planned_by

    def by_hand(self, member: ReleaseMember) -> bool:
        """Whether the member is published as it is now. Otherwise what was approved is."""
        return self.user is not None and member.when == When.TOGETHER

    def check(self, member: ReleaseMember) -> None:
        """Raises the TranslationError that says why the member is not ready."""
        actor = self.actor(member)
        self._check_actor(actor, member.locale)
        original = self.work.original
        if original is None:
            raise ObstacleError(_("The original was deleted. All translated texts are kept."))
        row = self.work.rows.get(member.locale_id)
        if row is not None and getattr(row, "alias_of_id", None):
            row = None
        translation = self.work.translations.get(member.locale_id)
        if row is None:
            raise ObstacleError(_("It has not been submitted for translation into this language."))
        refuse_locked(row, member.locale, actor)
        self._check_moderation(row, member)
        if row.pk != original.pk:
            self._check_original(original)
        if row.pk == original.pk or translation is None:
            self._check_written(row, member)
        else:
            refuse_gaps(translation)
            if original.locale_id not in self.together:
                refuse_unpublished_source(translation, actor)
            self._check_text()
            self._check_translated(row, member)

    def _check_actor(self, actor: Any, locale: Locale) -> None:
        if actor is None or not actor.is_active:
            raise ObstacleError(_("Whoever planned this works here no longer. Somebody has to publish it by hand."))
        if not self.work.may_publish(actor, locale):
            raise ObstacleError(
                _("%(person)s may not publish in %(language)s.")
                % {"person": get_user_display_name(actor), "language": locale.get_display_name()}
            )

    def _check_moderation(self, row: Any, member: ReleaseMember) -> None:
        step = running_step(row)
        if step is not None and not (self.by_hand(member) and may_approve(step, row, self.user)):
            raise InModerationError(str(row), member.locale, step.task.name)

    def _check_original(self, original: Any) -> None:
        if not original.live and original.locale_id not in self.together:
            raise ObstacleError(_("The original is not published, and is not to be published together with this."))

    def _check_written(self, row: Any, member: ReleaseMember) -> None:
        """What was written by hand: somebody who may publish it must have seen the draft."""
        if self.by_hand(member) or not has_news(row) or not has_workflow(row):
            return
        draft = row.latest_revision
        seen = draft is None or draft.pk == member.ready_revision_id or draft.created_at <= self.release.planned_at
        if not seen and not (draft.user is not None and may(draft.user, "publish", row)):
            raise ObstacleError(_("It was changed after this was planned, and nobody has approved that yet."))

    def _check_text(self) -> None:
        of_draft = self.work.original_locale_id in self.together
        if self.work.given_digest != self.work.original_digest(of_draft=of_draft):
            raise ObstacleError(_("The original says something else by now than what the translators were given."))

    def _check_translated(self, row: Any, member: ReleaseMember) -> None:
        if self.by_hand(member) or is_current(row, self.work.given_digest):
            return
        if member.when == When.TOGETHER and not has_workflow(row):
            return
        if member.ready_revision_id is None or member.ready_revision_id != row.latest_revision_id:
            raise ObstacleError(
                _("It has not been approved yet.") if has_workflow(row) else _("It has not been handed in yet.")
            )
        if _basis_value(row, "draft_digest") not in ("", self.work.given_digest):
            raise ObstacleError(_("The approved draft translates an earlier text of the original."))


def has_news(row: Any) -> bool:
    """Whether there is something that readers do not have yet."""
    return bool(not row.live or row.has_unpublished_changes)


def has_workflow(row: Any) -> bool:
    """Whether drafts of the row are moderated."""
    return isinstance(row, WorkflowMixin) and row.get_workflow() is not None


def is_current(row: Any, given: str) -> bool:
    """Whether the target is published as it is, from the text that translators were given."""
    return not has_news(row) and _basis_value(row, "source_digest") == given


def missing_of(members: Iterable[ReleaseMember], readiness: Readiness) -> dict[str, str]:
    """What keeps each of the members that are to go together from going, by language code."""
    found = {
        member.locale.language_code: readiness.obstacle(member) for member in members if member.when == When.TOGETHER
    }
    return {code: reason for code, reason in found.items() if reason}


def _basis_value(row: Any, name: str) -> str:
    found: str | None = (
        TranslationBasis.objects.filter(translation_key=row.translation_key, locale_id=row.locale_id)
        .values_list(name, flat=True)
        .first()
    )
    return found or ""

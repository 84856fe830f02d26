"""A work as a release sees it: its rows, its original, and what translators were given."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Locale, Page
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation, TranslationSource

from cms.translation.basis import published_digest
from cms.translation.models import Release, Submission
from cms.translation.permissions import EVERY_LOCALE, LocalePermissionPolicy, may
from cms.translation.texts import digest_of, digest_of_submitted


@dataclass
class ReleasedWork:
    """Read once; asks the database when it is first asked itself."""

    content_type: ContentType
    key: UUID

    @classmethod
    def of(cls, release: Release) -> ReleasedWork:
        """The work that a release publishes."""
        return cls(release.content_type, release.translation_key)

    @cached_property
    def rows(self) -> dict[int, Any]:
        """The stored rows by locale id, the first written one first."""
        model: Any = self.content_type.model_class()
        rows = model._default_manager.filter(translation_key=self.key).select_related("locale").order_by("pk")
        return {row.locale_id: row for row in rows}

    @cached_property
    def source(self) -> TranslationSource | None:
        """What translators were given, if anything."""
        return TranslationSource.objects.filter(object_id=self.key).select_related("locale").order_by("pk").first()

    @cached_property
    def translations(self) -> dict[int, Translation]:
        """The translations that are made from strings, by locale id."""
        if self.source is None:
            return {}
        found = self.source.translations.filter(enabled=True).select_related("source__locale", "target_locale")
        return {translation.target_locale_id: translation for translation in found}

    @cached_property
    def original_locale_id(self) -> int | None:
        """The locale in which the work was first written."""
        if self.source is not None:
            return self.source.locale_id
        return next(iter(self.rows), None)

    @property
    def original(self) -> Any | None:
        """The original's row; None when it was deleted."""
        return self.rows.get(self.original_locale_id) if self.original_locale_id is not None else None

    @cached_property
    def given_digest(self) -> str:
        """The digest of the text that translators were given."""
        if self.source is None:
            return ""
        submission = Submission.objects.filter(source=self.source).first()
        return submission.digest if submission is not None else digest_of_submitted(self.source)

    def original_digest(self, *, of_draft: bool) -> str:
        """The digest of the original's text: of its latest draft, or of what is published."""
        original: Any = self.original
        return digest_of(original.get_latest_revision_as_object()) if of_draft else published_digest(original)

    def title(self) -> str:
        """What people know the work by."""
        row = self.original or next(iter(self.rows.values()), None)
        if row is None:
            return self.source.object_repr if self.source is not None else str(self.key)
        return row.get_admin_display_title() if isinstance(row, Page) else str(row)

    def may_publish(self, user: Any, locale: Locale) -> bool:
        """Whether the user may publish the work in the locale, be there a row or not."""
        row = self.rows.get(locale.pk)
        if row is not None:
            return may(user, "publish", row)
        original = self.original
        if original is None:
            return bool(user.is_superuser)
        if not isinstance(original, Page):
            policy = policy_registry.get(original)
            if not isinstance(policy, LocalePermissionPolicy):
                return bool(policy.user_has_permission(user, "publish"))
            allowed = policy.locales(user, "publish")
            return allowed is EVERY_LOCALE or locale.pk in allowed
        branches = Page.objects.filter(
            locale=locale, translation_key__in=original.get_ancestors().values("translation_key"), depth__gt=1
        )
        parent = branches.order_by("-depth").first() or original.get_root()
        return bool(parent.permissions_for_user(user).can_publish_subpage())

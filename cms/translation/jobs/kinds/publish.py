"""Publishing translations."""

from typing import Any

from django.db.models import QuerySet
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import policy_registry
from wagtail.snippets.models import get_snippet_models

from cms.translation.models import Job, JobItem, Target
from cms.translation.operations.publish import PublishTranslation

from ..options import JobOptions
from .base import DONE, NOTHING, JobKind, Outcome, translation_of_item


class PublishKind(JobKind):
    """An item is a work in one locale. What readers have already is left as it is."""

    name = Job.Kind.PUBLISH
    per_locale = True

    def may_order(self, user: Any) -> bool:
        return bool(PagePermissionPolicy().user_has_permission(user, "publish")) or any(
            policy_registry.get_by_type(model).user_has_permission(user, "publish") for model in get_snippet_models()
        )

    def concerned(self, targets: QuerySet[Target], options: JobOptions) -> QuerySet[Target]:
        return targets.filter(locale__in=options.locales, by_strings=True)

    def run(self, item: JobItem, options: JobOptions, user: Any) -> Outcome:
        translation = translation_of_item(item)
        if _is_published(item):
            return NOTHING
        PublishTranslation(translation=translation, partially=options.partially, user=user).execute()
        return DONE


def _is_published(item: JobItem) -> bool:
    """Whether readers have everything that is translated."""
    target = Target.objects.filter(translation_key=item.translation_key, locale_id=item.locale_id or 0).first()
    if target is None or not target.live or target.state != Target.State.CURRENT:
        return False
    model: Any = item.content_type.model_class()
    row = model._default_manager.filter(pk=target.row_pk).first()
    if row is None or row.has_unpublished_changes or row.last_published_at is None:
        return False
    return target.translated_at is None or target.translated_at <= row.last_published_at

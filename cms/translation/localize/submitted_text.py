"""The text of a source that translators are given: wagtail-localize's copy of the work and its segments."""

import json
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone
from modelcluster.models import ClusterableModel, get_serializable_data_for_fields, model_from_serializable_data
from wagtail.models import Page
from wagtail_localize.models import TranslatableObject, TranslationSource, get_schema_version
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from cms.translation.handing_over import SourceUpdate, carrying_over
from cms.translation.models import Submission
from cms.translation.texts import UNTRANSLATED_PATHS, digest

from .block_ids import give_own_ids
from .segment_rows import write_segments

TITLE_LENGTH = 200

BOOKKEEPING = frozenset(
    {
        "draft_title",
        "expire_at",
        "expired",
        "first_published_at",
        "go_live_at",
        "has_unpublished_changes",
        "last_published_at",
        "latest_revision",
        "latest_revision_created_at",
        "live",
        "live_revision",
        "locked",
        "locked_at",
        "locked_by",
        "numchild",
        "owner",
        "path",
        "depth",
        "url_path",
        "wagtail_admin_comments",
    }
)
"""Values of a row that are no part of what it says."""


@transaction.atomic
def store(source: TranslationSource, instance: Any, *, user: Any, unpublished: bool) -> SourceUpdate:
    """Makes `instance` (the source's row, or a draft of it, of its own class) the text that translators are given.

    No row and no draft of a target changes. Translations follow their texts to new places, and what fits no more is
    kept and proposed (`cms.translation.handing_over`). The number of queries does not grow with the text.
    `unpublished` says whether the text is a draft that nobody has published.
    """
    source.content_json = _dumped(_content_of(instance))
    source.object_repr = str(instance)[:TITLE_LENGTH]
    source.schema_version = get_schema_version(instance._meta.app_label)
    source.last_updated_at = timezone.now()
    source.save(update_fields=["content_json", "object_repr", "schema_version", "last_updated_at"])
    return _store_segments(source, _instance_of(instance, json.loads(source.content_json)), user, unpublished)


def source_for(row: Any) -> TranslationSource:
    """The TranslationSource of a source's row; a new one holds no text until `store` has been called."""
    row = getattr(row, "specific", row)
    translatable, _created = TranslatableObject.objects.get_or_create_from_instance(row)
    source, _created = TranslationSource.objects.get_or_create(
        object=translatable,
        locale_id=row.locale_id,
        defaults={
            "specific_content_type": ContentType.objects.get_for_model(type(row)),
            "object_repr": str(row)[:TITLE_LENGTH],
            "last_updated_at": timezone.now(),
        },
    )
    return source


def says_the_same(source: TranslationSource, instance: Any) -> bool:
    """Whether `instance` is what translators have: the same text with the same pictures and the like around it."""
    if not source.content_json:
        return False
    submitted, content = json.loads(source.content_json), json.loads(_dumped(_content_of(instance)))
    return all(submitted.get(name) == value for name, value in content.items() if name not in BOOKKEEPING)


def get_or_create_from_instance(cls: type[TranslationSource], instance: Any) -> tuple[TranslationSource, bool]:
    """Replaces `TranslationSource.get_or_create_from_instance`: a source that has a text keeps it."""
    source = source_for(instance)
    created = not source.content_json
    if created:
        _store_row(source, instance)
    return source, created


def update_or_create_from_instance(cls: type[TranslationSource], instance: Any) -> tuple[TranslationSource, bool]:
    """Replaces `TranslationSource.update_or_create_from_instance`."""
    source = source_for(instance)
    created = not source.content_json
    _store_row(source, instance)
    return source, created


def update_from_db(self: TranslationSource) -> None:
    """Replaces `TranslationSource.update_from_db`: what is published; of a source that is not, its latest draft.

    The original takes the stored row, in which later drafts are missing.
    """
    row = self.get_source_instance()
    if not getattr(row, "live", True) and row.latest_revision_id:
        row = row.get_latest_revision_as_object()
    _store_row(self, row)


@transaction.atomic
def refresh_segments(self: TranslationSource) -> None:
    """Replaces `TranslationSource.refresh_segments`, which needs more than ten queries for each string."""
    submission = Submission.objects.filter(source=self).first()
    instance = self.as_instance()
    unpublished = submission.unpublished if submission else not getattr(instance, "live", True)
    _store_segments(self, instance, submission.user if submission else None, unpublished)


def _store_row(source: TranslationSource, row: Any) -> None:
    row = getattr(row, "specific", row)
    store(source, row, user=None, unpublished=not getattr(row, "live", True))


def _store_segments(source: TranslationSource, instance: Any, user: Any, unpublished: bool) -> SourceUpdate:
    segments = extract_segments(instance)
    with carrying_over(source, user=user) as update:
        write_segments(source, instance, segments)
    text = (
        segment.string.data
        for segment in segments
        if isinstance(segment, StringSegmentValue) and segment.path not in UNTRANSLATED_PATHS
    )
    Submission.objects.update_or_create(
        source=source,
        defaults={"digest": digest(text), "unpublished": unpublished, "user": user, "at": timezone.now()},
    )
    return update


def _content_of(instance: Any) -> dict[str, Any]:
    """The work as it is stored, like a revision; every block has an id of its own."""
    if isinstance(instance, ClusterableModel):
        content: dict[str, Any] = instance.serializable_data()
    else:
        content = get_serializable_data_for_fields(instance)
    give_own_ids(type(instance), content)
    return content


def _dumped(content: dict[str, Any]) -> str:
    return json.dumps(content, cls=DjangoJSONEncoder)


def _instance_of(instance: Any, content: dict[str, Any]) -> Any:
    """What `TranslationSource.as_instance` will make of the stored content, without reading it again."""
    if isinstance(instance, Page):
        return instance.with_content_json(content)
    if isinstance(instance, ClusterableModel):
        copy = type(instance).from_serializable_data(content)
    else:
        copy = model_from_serializable_data(type(instance), content)
    copy.pk = instance.pk
    copy.locale = instance.locale
    copy.translation_key = instance.translation_key
    return copy

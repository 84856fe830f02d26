"""The text of a source that translators are given: wagtail-localize's copy of the work and its segments."""

import json
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Copy:
    """A text as translators are to get it."""

    content_json: str
    """Like that of a revision, every block with an id of its own."""
    row: Any
    """What `TranslationSource.as_instance` makes of it."""


def copy_of(instance: Any) -> Copy:
    """The text of a source's row, or of a draft of it."""
    content_json = json.dumps(_content_of(instance), cls=DjangoJSONEncoder)
    return Copy(content_json, _instance_of(instance, json.loads(content_json)))


def store(source: TranslationSource, instance: Any, *, user: Any, unpublished: bool) -> SourceUpdate:
    """Makes `instance` (the source's row, or a draft of it, of its own class) the text that translators are given.

    No row and no draft of a target changes. Translations follow their texts to new places, and what fits no more is
    kept and proposed (`cms.translation.handing_over`). The number of queries does not grow with the text.
    `unpublished` says whether the text is a draft that nobody has published.
    """
    return store_copy(source, copy_of(instance), user=user, unpublished=unpublished)


@transaction.atomic(savepoint=False)
def store_copy(source: TranslationSource, copy: Copy, *, user: Any, unpublished: bool) -> SourceUpdate:
    """`store` for who needs the copy for something else as well."""
    source.content_json = copy.content_json
    source.object_repr = str(copy.row)[:TITLE_LENGTH]
    source.schema_version = get_schema_version(copy.row._meta.app_label)
    source.last_updated_at = timezone.now()
    source.save(update_fields=["content_json", "object_repr", "schema_version", "last_updated_at"])
    return _store_segments(source, copy.row, user, unpublished)


def says_the_same(source: TranslationSource, copy: Copy) -> bool:
    """Whether translators have this text already, with the same pictures and the like around it."""
    if not source.content_json:
        return False
    submitted, content = json.loads(source.content_json), json.loads(copy.content_json)
    return all(submitted.get(name) == value for name, value in content.items() if name not in BOOKKEEPING)


def source_for(row: Any) -> TranslationSource:
    """The TranslationSource of a source's row; a new one holds no text until `store` has been called."""
    row = getattr(row, "specific", row)
    sources = TranslationSource.objects.filter(object_id=row.translation_key, locale_id=row.locale_id)
    source = sources.first()
    if source is not None:
        return source
    content_type = ContentType.objects.get_for_model(row.get_translation_model())
    TranslatableObject.objects.bulk_create(
        [TranslatableObject(translation_key=row.translation_key, content_type=content_type)], ignore_conflicts=True
    )
    new = TranslationSource(
        object_id=row.translation_key,
        locale_id=row.locale_id,
        specific_content_type=ContentType.objects.get_for_model(type(row)),
        object_repr=str(row)[:TITLE_LENGTH],
        last_updated_at=timezone.now(),
    )
    TranslationSource.objects.bulk_create([new], ignore_conflicts=True)
    return sources.get()


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
    """Replaces `TranslationSource.update_from_db`: hands over what is published, or the draft that is being translated.

    The original takes the stored row, in which later drafts are missing, and drops what is translated of every block
    that was made anew. Of a source that is not published, its latest draft is handed over.
    """
    from cms.translation.operations.update_from_source import hand_over

    hand_over(self)


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
    submission = Submission(source=source, digest=digest(text), unpublished=unpublished, user=user, at=timezone.now())
    Submission.objects.bulk_create(
        [submission],
        update_conflicts=True,
        unique_fields=["source"],
        update_fields=["digest", "unpublished", "user", "at"],
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

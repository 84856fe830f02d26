"""wagtail-localize's segments of a source, written in a number of queries that does not grow with the text."""

import json
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID, uuid5

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    String,
    StringSegment,
    Template,
    TemplateSegment,
    TranslatableObject,
    TranslationContext,
    TranslationSource,
)
from wagtail_localize.segments import (
    OverridableSegmentValue,
    RelatedObjectSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
)

Rows = list[dict[str, Any]]


def write_segments(source: TranslationSource, instance: Model, values: Sequence[Any]) -> None:
    """Makes the stored segments of `source` those of `values`, which were extracted from `instance`.

    A segment whose text and place in the blocks are still the same keeps its row, also when its position changed:
    somebody may have it on the screen. Runs within the caller's transaction.
    """
    contexts = _contexts(source, instance, values)
    strings = _strings(source, [value for value in values if isinstance(value, StringSegmentValue)])
    templates = _templates([value for value in values if isinstance(value, TemplateSegmentValue)])
    objects = _objects([value for value in values if isinstance(value, RelatedObjectSegmentValue)])
    rows: dict[type[Model], Rows] = {
        StringSegment: [],
        TemplateSegment: [],
        RelatedObjectSegment: [],
        OverridableSegment: [],
    }
    for value in values:
        row: dict[str, Any] = {"context_id": contexts[value.path], "order": value.order}
        if isinstance(value, TemplateSegmentValue):
            rows[TemplateSegment].append({**row, "template_id": templates[_template_uuid(value)]})
        elif isinstance(value, RelatedObjectSegmentValue):
            rows[RelatedObjectSegment].append({**row, "object_id": objects[value.translation_key]})
        elif isinstance(value, OverridableSegmentValue):
            rows[OverridableSegment].append({**row, "data_json": json.dumps(value.data, cls=DjangoJSONEncoder)})
        else:
            string = strings[_data_hash(value)]
            attrs = json.dumps(value.attrs, cls=DjangoJSONEncoder)
            rows[StringSegment].append({**row, "string_id": string, "attrs": attrs})
    for model, wanted in rows.items():
        _replace(model, source, wanted)


def _replace(model: Any, source: TranslationSource, wanted: Rows) -> None:
    """Deletes, moves and creates the rows of one kind of segment."""
    names = [name for name in (wanted[0] if wanted else ()) if name != "order"]
    stored: dict[Hashable, list[Any]] = {}
    for row in model.objects.filter(source=source).order_by("order", "pk"):
        stored.setdefault(_content(vars(row), names), []).append(row)
    new, moved = [], []
    for values in wanted:
        alike = stored.get(_content(values, names))
        if not alike:
            new.append(model(source=source, **values))
            continue
        row = alike.pop(0)
        if row.order != values["order"]:
            row.order = values["order"]
            moved.append(row)
    gone = [row.pk for alike in stored.values() for row in alike]
    if gone:
        model.objects.filter(pk__in=gone).delete()
    if moved:
        model.objects.bulk_update(moved, ["order"])
    if new:
        model.objects.bulk_create(new)


def _content(values: Mapping[str, Any], names: Iterable[str]) -> Hashable:
    return tuple(values[name] for name in names)


def _contexts(source: TranslationSource, instance: Model, values: Sequence[Any]) -> dict[str, int]:
    """The places in the text by path; new ones, and those that lack it, learn which field or block they are in."""
    paths = {TranslationContext._get_path_id(value.path): value.path for value in values}
    known = {
        context.path_id: context
        for context in TranslationContext.objects.filter(object_id=source.object_id, path_id__in=paths)
    }
    nameless = [context for context in known.values() if not context.field_path]
    for context in nameless:
        context.field_path = _field_path(context.path, instance)
    if nameless:
        TranslationContext.objects.bulk_update(nameless, ["field_path"])
    missing = [
        TranslationContext(
            object_id=source.object_id, path_id=path_id, path=path, field_path=_field_path(path, instance)
        )
        for path_id, path in paths.items()
        if path_id not in known
    ]
    TranslationContext.objects.bulk_create(
        missing, update_conflicts=True, unique_fields=["object", "path_id"], update_fields=["path"]
    )
    return {context.path: context.pk for context in (*known.values(), *missing)}


def _field_path(path: str, instance: Model) -> str:
    context = TranslationContext(path=path)
    context.save = _do_not_save
    field_path: str = context.get_field_path(instance)
    return field_path


def _do_not_save(**kwargs: Any) -> None:
    """`get_field_path` stores the context as soon as it knows; we store all of them at once."""


def _strings(source: TranslationSource, values: Iterable[StringSegmentValue]) -> dict[UUID, int]:
    texts = {_data_hash(value): value.string.data for value in values}
    strings = String.objects.filter(locale_id=source.locale_id, data_hash__in=texts)
    found: dict[UUID, int] = dict(strings.values_list("data_hash", "pk")) if texts else {}
    missing = [
        String(locale_id=source.locale_id, data_hash=data_hash, data=text)
        for data_hash, text in texts.items()
        if data_hash not in found
    ]
    String.objects.bulk_create(
        missing, update_conflicts=True, unique_fields=["locale", "data_hash"], update_fields=["data"]
    )
    return found | {string.data_hash: string.pk for string in missing}


def _data_hash(value: StringSegmentValue) -> UUID:
    data_hash: UUID = String._get_data_hash(value.string.data)
    return data_hash


def _templates(values: Iterable[TemplateSegmentValue]) -> dict[UUID, int]:
    wanted = {_template_uuid(value): value for value in values}
    templates = Template.objects.filter(uuid__in=wanted)
    found: dict[UUID, int] = dict(templates.values_list("uuid", "pk")) if wanted else {}
    missing = [
        Template(uuid=uuid, template=value.template, template_format=value.format, string_count=value.string_count)
        for uuid, value in wanted.items()
        if uuid not in found
    ]
    Template.objects.bulk_create(missing, update_conflicts=True, unique_fields=["uuid"], update_fields=["template"])
    return found | {template.uuid: template.pk for template in missing}


def _template_uuid(value: TemplateSegmentValue) -> UUID:
    return uuid5(uuid5(Template.BASE_UUID_NAMESPACE, value.format), value.template)


def _objects(values: Iterable[RelatedObjectSegmentValue]) -> dict[UUID, UUID]:
    wanted = {value.translation_key: value.content_type for value in values}
    found = TranslatableObject.objects.filter(translation_key__in=wanted).values_list("translation_key", flat=True)
    known = set(found) if wanted else set()
    missing = [
        TranslatableObject(translation_key=key, content_type=content_type)
        for key, content_type in wanted.items()
        if key not in known
    ]
    if missing:
        TranslatableObject.objects.bulk_create(missing, ignore_conflicts=True)
    return {key: key for key in wanted}

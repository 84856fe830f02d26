"""Reading the strings of a target with as many queries for a thousand as for one."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count
from wagtail_localize.models import StringSegment, StringTranslation, TemplateSegment, Translation

from cms.translation.models import Comment, Proposal, StringChange

from .places import Places
from .rows import Row, Rows, Thread


def load_rows(translation: Translation, target_pk: int | None) -> Rows:
    """Every string that was submitted, in the order of the source's editor. Six queries, however many there are."""
    source = translation.source
    segments = list(
        StringSegment.objects.filter(source=source).select_related("string", "context").order_by("order", "pk")
    )
    stored, renewed = _translations(translation, {(segment.context_id, segment.string_id) for segment in segments})
    rich = set(TemplateSegment.objects.filter(source=source).values_list("context_id", flat=True))
    here = {"locale_id": translation.target_locale_id, "context__object_id": source.object_id}
    proposals = {
        (found.context_id, found.string_id): found
        for found in Proposal.objects.filter(**here).select_related("translated_by")
    }
    changes = {
        (context_id, string_id): count
        for context_id, string_id, count in StringChange.objects.filter(**here)
        .order_by()
        .values_list("context_id", "string_id")
        .annotate(Count("pk"))
    }
    changed_places = Counter({context_id: 0 for context_id, _string in changes})
    for (context_id, _string_id), count in changes.items():
        changed_places[context_id] += count
    threads = threads_of(target_pk)
    places = places_of(translation)
    rows: dict[tuple[int, int], Row] = {}
    for segment in segments:
        key = (segment.context_id, segment.string_id)
        if key in rows:
            continue
        rows[key] = Row(
            segment=segment,
            plain=segment.context_id not in rich,
            place=places.at(segment.context.path),
            stored=stored.get(key),
            proposal=proposals.get(key),
            renewed=segment.context_id in renewed,
            changes=changes.get(key, 0) or changed_places[segment.context_id],
            threads=[],
        )
    ordered = sorted(rows.values(), key=lambda row: (row.place.order, row.segment.order))
    for context_id, of_place in list(threads.items()):
        first = next((row for row in ordered if row.segment.context_id == context_id), None)
        if first is not None:
            first.threads = of_place
            del threads[context_id]
    general = [thread for of_place in threads.values() for thread in of_place]
    return Rows(ordered, sorted(general, key=lambda thread: thread.opener.written_at), rich, places)


def places_of(translation: Translation) -> Places:
    """What the places of the submitted text are called."""
    model: Any = ContentType.objects.get_for_id(translation.source.specific_content_type_id).model_class()
    return Places(model, json.loads(translation.source.content_json))


def threads_of(target_pk: int | None) -> dict[int | None, list[Thread]]:
    """All talks about a target by the place (context) they are about, the oldest first; one query."""
    threads: dict[int, Thread] = {}
    if target_pk is not None:
        comments = Comment.objects.filter(target_id=target_pk).select_related("author", "resolved_by", "context")
        for comment in sorted(comments, key=lambda comment: (comment.thread_id is not None, comment.written_at)):
            if comment.thread_id is None:
                threads[comment.pk] = Thread(comment)
            elif comment.thread_id in threads:
                threads[comment.thread_id].answers.append(comment)
    by_place: defaultdict[int | None, list[Thread]] = defaultdict(list)
    for thread in threads.values():
        by_place[thread.opener.context_id].append(thread)
    return dict(by_place)


def _translations(
    translation: Translation, wanted: set[tuple[int, int]]
) -> tuple[dict[tuple[int, int], StringTranslation], set[int]]:
    """The translations of these strings in their places, and the places that had other strings translated."""
    stored = {}
    renewed = set()
    for found in StringTranslation.objects.filter(
        context__object_id=translation.source.object_id, locale_id=translation.target_locale_id
    ).select_related("last_translated_by", "translation_of", "context"):
        key = (found.context_id, found.translation_of_id)
        if key in wanted:
            stored[key] = found
        elif found.context_id is not None:
            renewed.add(found.context_id)
    return stored, renewed

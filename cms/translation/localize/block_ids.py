"""An id of its own for every block and list item: translations are kept by it.

Two blocks of the same id (copied by a program, written through an API) would be one place for translators, and the
translation of one would stand in both. List items that were stored without ids have no place at all.
"""

import json
from collections.abc import Iterable
from typing import Any
from uuid import UUID, uuid5

from django.db.models import Model
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.blocks import Block, ListBlock, StreamBlock, StructBlock
from wagtail.fields import StreamField

_NAMESPACE = UUID("0f6d7c1e-6c0b-4d0a-9d3e-2b1a7c5f8e64")


def own_ids(ids: Iterable[str | None]) -> list[str]:
    """One id for each sibling, the given one if it is the first to have it. The same ones for the same siblings."""
    own: list[str] = []
    seen: set[str] = set()
    for index, given in enumerate(ids):
        block_id = given or str(uuid5(_NAMESPACE, str(index)))
        occurrence = 1
        while block_id in seen:
            occurrence += 1
            block_id = str(uuid5(_NAMESPACE, f"{given}.{occurrence}"))
        seen.add(block_id)
        own.append(block_id)
    return own


def give_own_ids(model: type[Model], content: dict[str, Any]) -> None:
    """Gives every block in `content` (a row of the model, as in a revision) an id of its own, in place."""
    for field in model._meta.get_fields():
        if isinstance(field, StreamField) and content.get(field.name):
            raw = json.loads(content[field.name])
            content[field.name] = json.dumps(_with_own_ids(field.stream_block, raw), ensure_ascii=False)
    if issubclass(model, ClusterableModel):
        for relation in get_all_child_relations(model):
            for child in content.get(relation.get_accessor_name()) or ():
                give_own_ids(relation.related_model, child)


def _with_own_ids(block: Block, raw: Any) -> Any:
    if isinstance(block, StreamBlock) and isinstance(raw, list):
        children: list[Any] = [child for child in raw if isinstance(child, dict)]
        return [
            {**child, "id": own, "value": _with_own_ids(block.child_blocks[child["type"]], child["value"])}
            if child["type"] in block.child_blocks
            else child
            for child, own in zip(children, own_ids(child.get("id") for child in children), strict=True)
        ]
    if isinstance(block, ListBlock) and isinstance(raw, list):
        items = [item if block._item_is_in_block_format(item) else {"type": "item", "value": item} for item in raw]
        return [
            {**item, "id": own, "value": _with_own_ids(block.child_block, item["value"])}
            for item, own in zip(items, own_ids(item.get("id") for item in items), strict=True)
        ]
    if isinstance(block, StructBlock) and isinstance(raw, dict):
        return {
            name: _with_own_ids(block.child_blocks[name], value) if name in block.child_blocks else value
            for name, value in raw.items()
        }
    return raw

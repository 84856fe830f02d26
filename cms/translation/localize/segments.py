"""Reading strings out of blocks."""

from typing import Any

from wagtail.blocks import Block, StreamValue
from wagtail.blocks.list_block import ListValue
from wagtail_localize.segments.extract import StreamFieldSegmentExtractor

from .block_ids import own_ids

_handle_block = StreamFieldSegmentExtractor.handle_block


def handle_block(
    self: StreamFieldSegmentExtractor, block_type: Block, block_value: Any, raw_value: Any = None
) -> list[Any]:
    """Replaces `StreamFieldSegmentExtractor.handle_block`, which fails on optional text and embed blocks left empty."""
    if block_value is None:
        return []
    return _handle_block(self, block_type, block_value, raw_value=raw_value)


def handle_stream_block(self: StreamFieldSegmentExtractor, stream_block: StreamValue) -> list[Any]:
    """Replaces `StreamFieldSegmentExtractor.handle_stream_block`, which takes two blocks of one id for one place."""
    children = list(stream_block)
    return [
        segment.wrap(own)
        for index, (child, own) in enumerate(zip(children, own_ids(child.id for child in children), strict=True))
        for segment in self.handle_block(child.block, child.value, raw_value=stream_block.raw_data[index])
    ]


def handle_list_block(self: StreamFieldSegmentExtractor, list_block: ListValue, raw_value: Any = None) -> list[Any]:
    """Replaces `StreamFieldSegmentExtractor.handle_list_block`, which leaves out items that were stored without ids."""
    stored = raw_value.get("value") if isinstance(raw_value, dict) else raw_value
    items = list(list_block.bound_blocks)
    raw_items = stored if isinstance(stored, list) and len(stored) == len(items) else [None] * len(items)
    ids = own_ids(
        item.id if raw is None or list_block.list_block._item_is_in_block_format(raw) else None
        for item, raw in zip(items, raw_items, strict=True)
    )
    return [
        segment.wrap(own)
        for item, raw, own in zip(items, raw_items, ids, strict=True)
        for segment in self.handle_block(item.block, item.value, raw_value=raw)
    ]

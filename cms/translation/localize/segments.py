"""Reading strings out of blocks."""

from typing import Any

from wagtail.blocks import Block
from wagtail_localize.segments.extract import StreamFieldSegmentExtractor

_handle_block = StreamFieldSegmentExtractor.handle_block


def handle_block(
    self: StreamFieldSegmentExtractor, block_type: Block, block_value: Any, raw_value: Any = None
) -> list[Any]:
    """Replaces `StreamFieldSegmentExtractor.handle_block`, which fails on optional text and embed blocks left empty."""
    if block_value is None:
        return []
    return _handle_block(self, block_type, block_value, raw_value=raw_value)

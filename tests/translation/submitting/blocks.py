"""Bodies with a word of its own in every text, so that a test can look for each."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any
from uuid import UUID

from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.images.blocks import ImageBlock

from cms.core.blocks import FactBlock

FIGURES = (blocks.BooleanBlock, blocks.IntegerBlock, blocks.FloatBlock, blocks.DecimalBlock)
CHOICES = (
    blocks.ChooserBlock,
    blocks.ChoiceBlock,
    blocks.MultipleChoiceBlock,
    blocks.StaticBlock,
    blocks.DateBlock,
    blocks.TimeBlock,
    blocks.DateTimeBlock,
)


@dataclass
class Filling:
    """Block values with the words in them that a translator must get, and those that are facts."""

    texts: dict[str, str] = field(default_factory=dict)
    """Each word with the place it stands in."""
    facts: dict[str, str] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=count)

    def body(self, block: blocks.StreamBlock, place: str) -> list[dict[str, Any]]:
        """One block of each type."""
        return [
            {"type": name, "id": self._id(), "value": self._value(child, f"{place}.{name}")}
            for name, child in block.child_blocks.items()
        ]

    def _value(self, block: Any, place: str) -> Any:
        if isinstance(block, TableBlock):
            cells = [self._word(block, f"{place}.{number}") for number in range(2)]
            caption = self._word(block, f"{place}.caption")
            return {"data": [cells], "table_caption": caption, "table_header_choice": "neither"}
        if isinstance(block, ImageBlock):
            return {"image": None, "decorative": False, "alt_text": self._word(block, f"{place}.alt_text")}
        if isinstance(block, blocks.StreamBlock):
            return self.body(block, place)
        if isinstance(block, blocks.StructBlock):
            return {name: self._value(child, f"{place}.{name}") for name, child in block.child_blocks.items()}
        if isinstance(block, blocks.ListBlock):
            values = [self._value(block.child_block, f"{place}.{number}") for number in range(2)]
            return [{"type": "item", "id": self._id(), "value": value} for value in values]
        return self._leaf(block, place)

    def _leaf(self, block: Any, place: str) -> Any:
        if isinstance(block, CHOICES):
            return None
        if isinstance(block, FIGURES):
            return 0
        if isinstance(block, blocks.URLBlock):
            return f"https://example.org/{next(self._numbers)}"
        if isinstance(block, blocks.RichTextBlock):
            return f"<p>{self._word(block, place)}</p>"
        if isinstance(block, blocks.CharBlock | blocks.TextBlock | blocks.BlockQuoteBlock | blocks.RawHTMLBlock):
            return self._word(block, place)
        raise NotImplementedError(f"{place}: say here what a {type(block).__name__} holds")

    def _word(self, block: Any, place: str) -> str:
        word = f"Wort{next(self._numbers)}x"
        (self.facts if isinstance(block, FactBlock) else self.texts)[word] = place
        return word

    def _id(self) -> str:
        return str(UUID(int=next(self._numbers)))

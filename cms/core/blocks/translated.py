"""Leaf blocks whose value is translated.

wagtail-localize asks a block for its segments if it offers them. Ours do, because its own handling fails on an optional
text that was left empty and on a value that is missing from older content.
"""

from collections.abc import Sequence

from wagtail import blocks
from wagtail_localize.segments.types import StringSegmentValue


class TranslatedText:
    """Mixin for a block that holds one plain string in the language of its page."""

    def get_translatable_segments(self, value: str | None) -> list[StringSegmentValue]:
        """Return the one segment of this text, or none where it is empty."""
        return [StringSegmentValue("", value)] if value else []

    def restore_translated_segments(self, value: str | None, segments: Sequence[StringSegmentValue]) -> str:
        """Return the translation; an untranslated text stays as it is."""
        return segments[0].render_text() if segments else value or ""


class TranslatedCharBlock(TranslatedText, blocks.CharBlock):
    """A line of text that is translated."""


class TranslatedTextBlock(TranslatedText, blocks.TextBlock):
    """A longer text without formatting that is translated."""

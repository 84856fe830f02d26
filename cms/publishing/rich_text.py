"""What rich text is in documents, and which fields of them hold it.

Documents store rich text as HTML. A field that does is declared as `RichText` in the shape of its document, and
nowhere else is HTML guessed at: the content API finds these fields through the shapes, describes them in its schema,
and answers them as HTML, as Markdown or as a tree.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field, GetCoreSchemaHandler
from typing_extensions import TypeAliasType, TypedDict

RICH_TEXT = "RichText"
"""Name of the component in the schema."""


class TextNode(TypedDict):
    """Some words."""

    type: Literal["text"]
    text: str


class BreakNode(TypedDict):
    """The end of a line inside a paragraph."""

    type: Literal["break"]


class MarkNode(TypedDict):
    """Words that are set apart from those around them."""

    type: Literal["strong", "emphasis", "subscript", "superscript"]
    children: list[RichTextInline]


class LinkNode(TypedDict):
    """A link. `url` is absolute, or a place on the same page; `locale` is named where another language begins."""

    type: Literal["link"]
    url: str
    locale: str | None
    children: list[RichTextInline]


class ParagraphNode(TypedDict):
    """A paragraph."""

    type: Literal["paragraph"]
    children: list[RichTextInline]


class HeadingNode(TypedDict):
    """A heading of the second to the fourth level."""

    type: Literal["heading"]
    level: int
    children: list[RichTextInline]


class ListItemNode(TypedDict):
    """An entry of a list: its text is a paragraph, a list below it follows."""

    type: Literal["list_item"]
    children: list[RichTextBlock]


class ListNode(TypedDict):
    """A list, numbered where `ordered`."""

    type: Literal["list"]
    ordered: bool
    children: list[ListItemNode]


class QuoteNode(TypedDict):
    """A passage that is quoted."""

    type: Literal["quote"]
    children: list[RichTextBlock]


class RuleNode(TypedDict):
    """A line across the page."""

    type: Literal["rule"]


class RootNode(TypedDict):
    """The whole text."""

    type: Literal["root"]
    children: list[RichTextBlock]


RichTextInline = TypeAliasType(
    "RichTextInline", Annotated[TextNode | BreakNode | MarkNode | LinkNode, Field(discriminator="type")]
)
RichTextBlock = TypeAliasType(
    "RichTextBlock",
    Annotated[ParagraphNode | HeadingNode | ListNode | QuoteNode | RuleNode, Field(discriminator="type")],
)
_Answered = TypeAliasType(  # type: ignore[misc]  # it is named as the schema names it
    RICH_TEXT,
    Annotated[
        str | RootNode,
        Field(description="HTML or, with `rich_text=markdown`, CommonMark; with `rich_text=tree` an object."),
    ],
)


class _RichTextShape:
    """Describes the field as answers hold it: HTML or Markdown, or a tree."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> Any:
        return handler.generate_schema(_Answered)


RichText: TypeAlias = Annotated[str, _RichTextShape()]
"""HTML in a document. Answers hold it as the parameter `rich_text` asks."""

"""What every body block can do: become part of an edition's document."""

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar, NotRequired

from typing_extensions import TypedDict

if TYPE_CHECKING:
    from cms.publishing.context import Context

Json = dict[str, Any]


class BlockDocument(TypedDict):
    """One block of a body. ``value`` has the shape that the block's class names in ``document_type``.

    ``value`` is None where what the block shows is not public; ``reason`` then says why. ``lang`` is the locale of its
    text where that is untranslated, at least partly.
    """

    type: str
    id: str
    value: Json | None
    reason: NotRequired[str]
    lang: NotRequired[str]


class DocumentBlock:
    """Mixin for the blocks of a body."""

    document_type: ClassVar[type]
    """The ``TypedDict`` that describes what ``to_document`` returns; the API's schema is made from it."""

    @abstractmethod
    def to_document(self, value: Any, context: "Context") -> Any:
        """Return the block's value as JSON in the edition's locale, or None where its target is not public."""
        raise NotImplementedError

    def to_text(self, document: Json) -> str:
        """Return what a reader could search for in ``document``, the result of ``to_document``, without markup."""
        return ""

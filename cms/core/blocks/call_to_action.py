"""An invitation to do something."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from typing_extensions import TypedDict
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from cms.core.rich_text import is_safe_address
from cms.publishing.page_links import PAGE_LINK

from .block_document import DocumentBlock, Json
from .facts import FactPageBlock
from .translated import TranslatedCharBlock, TranslatedTextBlock

if TYPE_CHECKING:
    from cms.publishing.context import Context


class CallToActionDocument(TypedDict):
    """A text and a button."""

    text: str
    label: str
    url: str


class CallToActionBlock(DocumentBlock, blocks.StructBlock):
    """A button that leads to a page of this site or to another one."""

    document_type = CallToActionDocument

    text = TranslatedTextBlock(label=_("Text"), required=False, rows=2)
    label = TranslatedCharBlock(label=_("Label of the button"), max_length=100)
    page = FactPageBlock(label=_("Page of this site"), required=False)
    url = blocks.URLBlock(
        label=_("Other address"), required=False, help_text=_("Choose a page or give an address, not both.")
    )

    class Meta:
        icon = "link-external"
        label = _("Call to action")
        group = _("Media")
        label_format = "{label}"

    def clean(self, value: Any) -> Any:
        """Refuse a button that leads nowhere or to two places."""
        cleaned = super().clean(value)
        if bool(cleaned.get("page")) == bool(cleaned.get("url")):
            message = _("Choose a page or give an address, not both.")
            raise StructBlockValidationError(block_errors={"url": ValidationError(message, code="one_target")})
        return cleaned

    def to_document(self, value: Any, context: "Context") -> CallToActionDocument | None:
        """Return the button, or None where its page is not public."""
        url = self._address(value, context)
        if not url:
            return None
        return {"text": value.get("text") or "", "label": value.get("label") or "", "url": url}

    def to_text(self, document: Json) -> str:
        """Return the text and the label."""
        return " ".join(filter(None, (document["text"], document["label"])))

    def _address(self, value: Any, context: "Context") -> str | None:
        if page := value.get("page"):
            target = context.asset(PAGE_LINK, page.pk)
            summary = context.summary(*target) if target else None
            return summary["url"] if summary else None
        url: str = value.get("url") or ""
        return url if is_safe_address(url) else None

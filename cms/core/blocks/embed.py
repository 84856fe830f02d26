"""Video and audio from other sites."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from typing_extensions import TypedDict
from wagtail import blocks

from cms.core.embed_players import PLAYERS, find_player

from .block_document import DocumentBlock, Json
from .facts import FactBlock
from .translated import TranslatedCharBlock

if TYPE_CHECKING:
    from cms.publishing.context import Context


class EmbedDocument(TypedDict):
    """A video or sound. ``html`` is the player and must not be put into a page before the reader has agreed."""

    url: str
    provider: str
    title: str
    html: str


class PlayableURLBlock(FactBlock, blocks.URLBlock):
    """The address of something that one of our players can play."""

    def clean(self, value: Any) -> Any:
        """Refuse sites that we have no privacy-friendly player for."""
        cleaned = super().clean(value)
        if cleaned and find_player(cleaned) is None:
            sites = ", ".join(player.provider for player in PLAYERS)
            message = _now("Only these sites can be embedded: %(sites)s. Use a call to action to link to any other.")
            raise ValidationError(message % {"sites": sites}, code="no_player")
        return cleaned


class EmbedBlock(DocumentBlock, blocks.StructBlock):
    """A video or sound that is loaded only when a reader asks for it.

    Nothing is fetched from the other site, neither while editing nor while an edition is built.
    """

    document_type = EmbedDocument

    url = PlayableURLBlock(label=_("Address"), help_text=_("Of the page on which the video is shown."))
    title = TranslatedCharBlock(
        label=_("Title"), required=False, max_length=255, help_text=_("What readers see before they load it.")
    )

    class Meta:
        icon = "media"
        label = _("Video or sound")
        group = _("Media")
        label_format = "{title} {url}"

    def to_document(self, value: Any, context: "Context") -> EmbedDocument | None:
        """Return the player, or None for an address that cannot be embedded."""
        url = value.get("url") or ""
        player = find_player(url)
        if player is None:
            return None
        title = value.get("title") or ""
        return {"url": url, "provider": player.provider, "title": title, "html": str(player.frame(url, title))}

    def to_text(self, document: Json) -> str:
        """Return the title."""
        return str(document["title"])

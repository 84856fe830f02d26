"""Files offered for download."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from wagtail.documents.models import AbstractDocument, DocumentQuerySet

from .published_asset import PublishedAsset, PublishedAssetQuerySet


class PublishedDocumentQuerySet(PublishedAssetQuerySet["Document"], DocumentQuerySet):
    """Wagtail's document queryset whose bulk changes reach the editions."""


class Document(PublishedAsset, AbstractDocument):
    """A file. In a private collection it is never named in an edition."""

    asset_kind: ClassVar[str] = "document"
    unpublished_fields: ClassVar[frozenset[str]] = frozenset({"file_hash"})

    objects = PublishedDocumentQuerySet.as_manager()

    tags = TaggableManager(_("tags"), blank=True, help_text=None, related_name="core_documents")

    admin_form_fields = ("title", "file", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        # Wagtail's own model of this name, which nothing uses, has the plain reverse names.
        default_related_name = "core_documents"
        permissions = (("choose_document", _("Can choose document")),)

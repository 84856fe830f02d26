"""How what is not a work (pictures, files, site settings) is loaded for many editions at a time."""

from collections.abc import Collection, Mapping
from typing import Any

from wagtail.models import CollectionViewRestriction

from cms.core.images.addresses import opened_for_preview
from cms.core.models import Document, Image, SiteSettings
from cms.publishing.assets import register_asset
from cms.publishing.preview import register_opener


def load_images(keys: Collection[str], locale: str) -> Mapping[str, Any]:
    """Return pictures by id."""
    return {str(image.pk): image for image in Image.objects.filter(pk__in=_numbers(keys))}


def load_documents(keys: Collection[str], locale: str) -> Mapping[str, Any]:
    """Return files by id, without those in a private collection."""
    private = list(CollectionViewRestriction.objects.values_list("collection__path", flat=True))
    documents = Document.objects.filter(pk__in=_numbers(keys)).select_related("collection")
    return {
        str(document.pk): document
        for document in documents
        if not any(document.collection.path.startswith(path) for path in private)
    }


def load_settings(keys: Collection[str], locale: str) -> Mapping[str, Any]:
    """Return the site settings of the locale whatever key was asked for."""
    settings = SiteSettings.objects.filter(locale__language_code=locale).first()
    return dict.fromkeys(keys, settings) if settings else {}


def register() -> None:
    """Announce the assets that core owns, and how drafts show them. Called when the app registry is ready."""
    register_asset("image", load_images)
    register_asset("document", load_documents)
    register_asset("settings", load_settings)
    register_opener(opened_for_preview)


def _numbers(keys: Collection[str]) -> list[int]:
    return [int(key) for key in keys if key.isascii() and key.isdigit()]

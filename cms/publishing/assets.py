"""What documents are built from that is not a work: images, documents, page links, site settings.

Whoever owns such a thing registers how it is loaded, many at a time, and calls `Publication.touch_asset` when one
changes.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Any

AssetLoader = Callable[[Collection[str], str], Mapping[str, Any]]
"""(ids, locale) -> those that may be shown in public, by id. Must not query per id."""

_loaders: dict[str, AssetLoader] = {}


class UnknownAssetError(LookupError):
    """Nobody has registered a loader for that kind of asset."""


def register_asset(kind: str, loader: AssetLoader) -> None:
    """Makes `context.asset(kind, id)` work. Called from `AppConfig.ready()`."""
    _loaders[kind] = loader


def load_assets(kind: str, keys: Collection[str], locale: str) -> Mapping[str, Any]:
    """The assets among `keys` that may be shown, by id. Raises UnknownAssetError."""
    try:
        loader = _loaders[kind]
    except KeyError:
        raise UnknownAssetError(kind) from None
    return loader(keys, locale)

"""Addresses of pictures, and the tokens in them."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

if TYPE_CHECKING:
    from cms.core.models import Image

ROOT: Final = "/images"
SIZE_AND_FORMAT: Final = "{size}.{format}"
"""The end of a template (RFC 6570)."""

PREVIEW_DAYS: Final = 7

_SALT: Final = "cms.core.images"
_TOKEN: Final = re.compile(r"([0-9a-f]{20})-([0-9a-f]{8})(?:-(20[0-9]{6}))?")
_PUBLIC: Final = re.compile(rf"(?<={ROOT}/)([0-9]+)/([0-9a-f]{{20}})-([0-9a-f]{{8}})/")


def template(image: Image) -> str:
    """The path of every size and format of a picture, which take the places of `{size}` and `{format}`."""
    return f"{ROOT}/{image.pk}/{token(image)}/{SIZE_AND_FORMAT}"


def path(image: Image, size: str, extension: str) -> str:
    """The path of one file."""
    return f"{ROOT}/{image.pk}/{token(image)}/{size}.{extension}"


def token(image: Image) -> str:
    """A signature, and a version that changes with the picture's file and focal point."""
    return f"{_signature(str(image.pk), settings.SECRET_KEY)}-{version(image)}"


def version(image: Image) -> str:
    """Eight letters for what the picture shows."""
    focal_point = (image.focal_point_x, image.focal_point_y, image.focal_point_width, image.focal_point_height)
    shown = f"{image.file.name}|{int(image.width)}x{int(image.height)}|{focal_point}"
    return hashlib.sha256(shown.encode()).hexdigest()[:8]


class BadTokenError(ValueError):
    """We did not sign this, or not for as long."""


def check(image_id: int, text: str) -> tuple[str, bool]:
    """The version in a token, and whether it is one for previews. Raises BadTokenError."""
    match = _TOKEN.fullmatch(text)
    if match is None:
        raise BadTokenError(text)
    signature, found, expiry = match.groups()
    if expiry and expiry < f"{datetime.now(UTC):%Y%m%d}":
        raise BadTokenError(text)
    subject = f"{image_id}-{expiry}" if expiry else str(image_id)
    keys = [str(key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]
    if not any(constant_time_compare(signature, _signature(subject, key)) for key in keys):
        raise BadTokenError(text)
    return found, bool(expiry)


def opened_for_preview(value: Any) -> Any:
    """A copy of a draft's document whose pictures are served for some days, although nothing public shows them."""
    if isinstance(value, str):
        return _PUBLIC.sub(_opened, value)
    if isinstance(value, dict):
        return {name: opened_for_preview(part) for name, part in value.items()}
    return [opened_for_preview(part) for part in value] if isinstance(value, list) else value


def _opened(match: re.Match[str]) -> str:
    image_id, signature, shown = match.groups()
    if not constant_time_compare(signature, _signature(image_id, settings.SECRET_KEY)):
        return match[0]
    expiry = f"{datetime.now(UTC) + timedelta(days=PREVIEW_DAYS):%Y%m%d}"
    return f"{image_id}/{_signature(f'{image_id}-{expiry}', settings.SECRET_KEY)}-{shown}-{expiry}/"


def _signature(subject: str, secret: str) -> str:
    return salted_hmac(_SALT, subject, secret=secret, algorithm="sha256").hexdigest()[:20]

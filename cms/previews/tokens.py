"""Tokens of preview grants: `<number>.<secret>.<signature>`.

A token needs both the row (number and secret) and the site's key (signature). So neither a copy of the database nor the
key alone lets anybody in, and an editor can be shown the link again.
"""

from __future__ import annotations

from django.core.signing import BadSignature, Signer
from django.utils.crypto import constant_time_compare

from .errors import NoSuchPreviewError
from .models import PreviewGrant

MAX_LENGTH = 300
"""More is no token, and is not looked at."""


def _signer() -> Signer:
    return Signer(salt="cms.previews.grant", sep=".")


def token_of(grant: PreviewGrant) -> str:
    """The token that opens the grant."""
    return _signer().sign(f"{grant.pk}.{grant.secret}")


def grant_behind(token: str) -> PreviewGrant:
    """The grant that a token opens, live or over. One query. Raises NoSuchPreviewError."""
    if len(token) > MAX_LENGTH:
        raise NoSuchPreviewError
    try:
        number, _dot, secret = _signer().unsign(token).partition(".")
    except BadSignature:
        raise NoSuchPreviewError from None
    grant = PreviewGrant.objects.select_related("created_by", "content_type").filter(pk=int(number)).first()
    if grant is None or not constant_time_compare(grant.secret, secret):
        raise NoSuchPreviewError
    return grant

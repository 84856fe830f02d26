"""API keys as clients write them: `Authorization: Bearer trilog_<prefix>_<secret>`.

Never in the address: addresses are logged, bookmarked, and sent on as referrers.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from datetime import datetime, timedelta
from functools import partial

from django.db import OperationalError
from django.db.models import Q
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.publishing.patience import without_waiting

from .errors import ProblemError
from .models import ApiKey

SCHEME = "bearer"
FORM = re.compile(r"trilog_(?P<prefix>[0-9a-f]{12})_[0-9A-Za-z_-]{43}")
NOTED_EVERY = timedelta(minutes=1)
INVALID_KEY = "urn:trilog:problem:key"


class InvalidKeyError(ProblemError):
    """The request names a key that does not open anything (any more)."""

    def __init__(self, detail: str) -> None:
        challenge = 'Bearer realm="content-api", error="invalid_token"'
        super().__init__(401, kind=INVALID_KEY, detail=detail, headers={"WWW-Authenticate": challenge})


def issue(key: ApiKey) -> str:
    """Gives an unsaved `key` its secret, and returns what its client has to send. It cannot be had again.

    Saving the row is left to the caller.
    """
    key.prefix = secrets.token_hex(6)
    token = f"trilog_{key.prefix}_{secrets.token_urlsafe(32)}"
    key.digest = _digest(token)
    return token


def named_key(request: HttpRequest) -> str | None:
    """The key that the request names, be it any good or not; None where it names none.

    Other schemes than Bearer are none of ours: a proxy in front may ask for a password of its own.
    """
    scheme, _space, token = request.META.get("HTTP_AUTHORIZATION", "").strip().partition(" ")
    return token.strip() if scheme.lower() == SCHEME else None


def key_of(token: str) -> ApiKey:
    """The key that a client has sent: one query, so a revoked one is refused at once. Raises InvalidKeyError."""
    form = FORM.fullmatch(token)
    key = ApiKey.objects.filter(prefix=form["prefix"]).first() if form else None
    if key is None or not secrets.compare_digest(key.digest, _digest(token)):
        raise InvalidKeyError(_("There is no such API key. Without a key, everything public can be read."))
    if key.state == ApiKey.State.REVOKED:
        raise InvalidKeyError(_("This API key has been revoked."))
    if key.state == ApiKey.State.EXPIRED:
        raise InvalidKeyError(_("This API key has expired."))
    return key


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def note_use(key: ApiKey, response: HttpResponseBase) -> None:
    """Has the use of the key written down once the client has its answer, at most once a minute."""
    now = timezone.now()
    if key.last_used_at is None or key.last_used_at <= now - NOTED_EVERY:
        # What Django itself calls when the server is done with a response.
        response._resource_closers.append(partial(_write_use, key.pk, now))  # type: ignore[attr-defined]  # no stubs


def _write_use(pk: int, moment: datetime) -> None:
    """Writes it down, unless the database is busy: then the next request's will be."""
    stale = Q(last_used_at=None) | Q(last_used_at__lt=moment)
    try:
        with without_waiting(ApiKey):
            ApiKey.objects.filter(stale, pk=pk).update(last_used_at=moment)
    except OperationalError:
        return

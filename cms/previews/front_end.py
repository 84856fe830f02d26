"""Wagtail's preview panel shown by a front end, where one is configured.

Storage, template and signal are wagtail-headless-preview's. Its own mixin is not used: its tokens never expire, two
editors who preview the same page within a second share one, it knows pages only, and it rebuilds a page that has been
deleted meanwhile.
"""

from __future__ import annotations

import json
import secrets
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from wagtail_headless_preview.models import PagePreview
from wagtail_headless_preview.signals import preview_update

from . import conf
from .errors import NoSuchPreviewError
from .opening import Draft, edition_of, edition_of_unsaved, open_grant, stored_row
from .sharing import is_shareable
from .tokens import MAX_LENGTH

KEPT = 5
"""Previews of one object that one editor's panel keeps: the panel loads the next while it still shows the last."""


def _signer() -> TimestampSigner:
    return TimestampSigner(salt="cms.previews.front_end", sep=".")


def preview_on_front_end(request: HttpRequest, row: Any) -> HttpResponse | None:
    """The front end's page with this draft, in a frame; None where this site shows drafts itself."""
    settings = conf.load()
    if not settings.front_end or not is_shareable(type(row)):
        return None
    preview = _keep(row, getattr(request.user, "pk", None) if hasattr(request, "user") else None)
    preview_update.send(sender=PagePreview, token=preview.token)
    address = settings.front_end_address(
        preview.token, row.locale.language_code, content_type=type(row)._meta.label_lower
    )
    response = render(request, "wagtail_headless_preview/preview.html", {"preview_url": address})
    # The frame's own requests must not name the admin's address, nor the front end's tell others the token.
    response["Referrer-Policy"] = "no-referrer"
    return response


def open_any(token: str) -> Draft:
    """The draft behind a grant's token, or behind one of the preview panel's. Raises PreviewError."""
    try:
        return open_grant(token)
    except NoSuchPreviewError:
        if not conf.load().front_end:
            raise
    return _open_panel(token)


def _keep(row: Any, user_pk: Any) -> PagePreview:
    PagePreview.garbage_collect()
    content_type = ContentType.objects.get_for_model(type(row))
    shown = f"{user_pk}-{content_type.pk}-{row.pk or 'new'}"
    token = _signer().sign(f"{shown}-{secrets.token_urlsafe(12)}")
    preview: PagePreview = PagePreview.objects.create(
        token=token, content_type=content_type, content_json=row.to_json()
    )
    earlier = PagePreview.objects.filter(content_type=content_type, token__startswith=f"{shown}-")
    PagePreview.objects.filter(pk__in=list(earlier.order_by("-pk").values_list("pk", flat=True)[KEPT:])).delete()
    return preview


def _open_panel(token: str) -> Draft:
    lifetime = conf.load().lifetime
    if len(token) > MAX_LENGTH:
        raise NoSuchPreviewError
    try:
        _signer().unsign(token, max_age=lifetime)
    except BadSignature:
        raise NoSuchPreviewError from None
    preview = PagePreview.objects.select_related("content_type").filter(token=token).first()
    if preview is None:
        raise NoSuchPreviewError
    content = json.loads(preview.content_json)
    now = timezone.now()
    if content["pk"] is None:
        return Draft(edition=edition_of_unsaved(preview.content_type, content, now), valid_until=now + lifetime)
    row = stored_row(preview.content_type, str(content["pk"]))
    if row is None:
        raise NoSuchPreviewError
    return Draft(edition=edition_of(row, content, now), valid_until=now + lifetime)

"""Serves pictures; a size is made when it is first asked for."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe
from wagtail.images.models import SourceImageIOError

from cms.core.models import Image
from cms.publishing.models import Edition

from . import addresses, sizes

FOREVER = "max-age=31536000, immutable"
"""An address never shows anything else: it changes with the picture."""

MOVED = "public, max-age=300"
PREVIEW = "private, no-store"


@require_safe
def serve_image(request: HttpRequest, image_id: int, token: str, name: str) -> HttpResponseBase:
    """A picture in one size and format.

    404 without a valid token, for a size off the list, and where nothing that is published shows the picture; a
    redirect where the picture has changed since the address was made.
    """
    size = sizes.parse(name)
    try:
        version, is_preview = addresses.check(image_id, token)
    except addresses.BadTokenError:
        raise Http404 from None
    image = Image.objects.filter(pk=image_id).first() if size else None
    if size is None or image is None or size.extension not in sizes.extensions(image):
        raise Http404
    caching = PREVIEW if is_preview else _caching(image_id)
    if version != addresses.version(image):
        if is_preview:
            raise Http404
        target = addresses.path(image, *name.rsplit(".", 1))
        return HttpResponseRedirect(target, headers={"Cache-Control": MOVED, **_shared_headers(image)})
    headers = {"Cache-Control": caching, "ETag": f'"{token}/{name}"', **_shared_headers(image)}
    unchanged = get_conditional_response(request, headers["ETag"]) if "If-None-Match" in request.headers else None
    if unchanged is not None:
        for header, value in headers.items():
            unchanged[header] = value
        return unchanged
    return _file(image, size, headers, head=request.method == "HEAD")


def _caching(image_id: int) -> str:
    """How long an answer may be kept, and by whom. Raises Http404 where nothing published shows the picture."""
    showing = Edition.everything.filter(references__type=Image.asset_kind, references__key=str(image_id))
    restricted = showing.order_by("restricted").values_list("restricted", flat=True).first()
    if restricted is None:
        raise Http404
    return f"private, {FOREVER}" if restricted else f"public, {FOREVER}"


def _shared_headers(image: Image) -> dict[str, str]:
    return {
        "Surrogate-Key": f"image-{image.pk}",
        "Access-Control-Allow-Origin": "*",
        "Cross-Origin-Resource-Policy": "cross-origin",
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        "X-Content-Type-Options": "nosniff",
    }


def _file(image: Image, size: sizes.Size, headers: dict[str, str], *, head: bool) -> HttpResponseBase:
    try:
        rendition = image.get_rendition(size.spec)
        if head:
            length = {"Content-Length": str(rendition.file.size)}
            return HttpResponse(content_type=size.media_type, headers=headers | length)
        return FileResponse(rendition.file.open("rb"), content_type=size.media_type, headers=headers)
    except (SourceImageIOError, FileNotFoundError):
        return HttpResponse(status=410, headers={"Cache-Control": PREVIEW})

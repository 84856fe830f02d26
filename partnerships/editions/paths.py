"""Where a library entry has its page."""

from __future__ import annotations

from cms.publishing.addresses import ORIGIN
from cms.publishing.context import Context

LIBRARY_KIND = "library"


def entry_path(context: Context, listing_type: str, slug: str) -> str | None:
    """The site path of an entry: below the public library page of the context's locale that lists its type, or None.

    A draft may have no address yet.
    """
    if not slug:
        return None
    for page in context.summaries("page", LIBRARY_KIND):
        if page["locale"] == context.locale and page.get("listing_type") == listing_type and page["url"]:
            return f"{page['url'].removeprefix(ORIGIN)}{slug}/"
    return None

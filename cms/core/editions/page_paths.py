"""Site paths of pages."""

from wagtail.models import Page


def page_path(page: Page) -> str | None:
    """Return the path of a page on its site, such as ``/de/presse/``, or None where it is below no site.

    It begins with the page's own locale, whatever language is active; letters outside ASCII are percent-encoded.
    """
    parts = page.get_url_parts()
    return parts[2] if parts else None

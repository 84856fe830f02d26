"""Addresses of translated pages."""

from django.utils.text import slugify
from wagtail.coreutils import find_available_slug
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, TranslationSource


def slug_for(source: TranslationSource, locale: Locale, page: Page, stored: str) -> str:
    """The slug of the target `page`, in its own script.

    What the translator wrote; else, as long as nobody can have linked to the page, made from the translated title; else
    `stored`, the slug it has now. Homes of a locale keep theirs: it belongs to no address.
    """
    if page.depth <= 2:
        return stored
    translated = dict(
        StringSegment.objects.filter(source=source, context__path__in=("slug", "title"))
        .annotate_translation(locale)
        .filter(translation__isnull=False)
        .values_list("context__path", "translation")
    )
    wanted = translated.get("slug")
    if not wanted and page.first_published_at is None:
        wanted = translated.get("title")
    slug = slugify(wanted or "", allow_unicode=True) or stored
    return slug if slug == stored else find_available_slug(page.get_parent(), slug, ignore_page_id=page.pk)

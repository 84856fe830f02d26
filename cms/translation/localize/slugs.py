"""Addresses of translated pages."""

import unicodedata
from html import unescape

from anyascii import anyascii
from django.conf import settings
from django.utils.text import slugify
from wagtail.coreutils import find_available_slug
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, TranslationSource

MAX_LENGTH = 100
"""Of what is made from a title. Percent-encoded, one Cyrillic letter takes six characters of an address."""
MAX_TYPED_LENGTH = 245
"""What the database holds, with room for a number that tells it from others."""


def slug_for(source: TranslationSource, locale: Locale, page: Page, stored: str) -> str:
    """The slug of the target `page`.

    What the translator typed, in any script; else, as long as nobody can have linked to the page, made from the
    translated title (see `slug_from`); else `stored`, the slug it has now. Homes of a locale keep theirs: it belongs to
    no address.
    """
    if page.depth <= 2:
        return stored
    translated = dict(
        StringSegment.objects.filter(source=source, context__path__in=("slug", "title"))
        .annotate_translation(locale)
        .filter(translation__isnull=False)
        .values_list("context__path", "translation")
    )
    slug = _shortened(slugify(unescape(translated.get("slug", "")), allow_unicode=True), MAX_TYPED_LENGTH)
    if not slug and page.first_published_at is None:
        slug = slug_from(unescape(translated.get("title", "")), locale.language_code)
    return available_slug(page.get_parent(), slug or stored, page, stored)


def slug_from(title: str, language_code: str) -> str:
    """What an address made from `title` ends in: in its own script, or in Latin letters where the site wants that
    (`TRANSLITERATED_SLUGS`). "" where nothing of the title can stand in an address."""
    text = unicodedata.normalize("NFC", title).lower()
    transliterated = language_code in settings.TRANSLITERATED_SLUGS
    if transliterated:
        letters = settings.TRANSLITERATIONS.get(language_code, {})
        for letter in sorted(letters, key=len, reverse=True):
            text = text.replace(letter, letters[letter])
        text = anyascii(text)
    return _shortened(slugify(text, allow_unicode=not transliterated), MAX_LENGTH)


def available_slug(parent: Page, slug: str, page: Page, stored: str = "") -> str:
    """`slug`, with a number where another child of `parent` has it; `stored` is what the page has already."""
    return slug if slug == stored else find_available_slug(parent, slug, ignore_page_id=page.pk)


def _shortened(slug: str, length: int) -> str:
    """Cut between words where that leaves most of it."""
    if len(slug) <= length:
        return slug
    cut = slug[: length + 1]
    words = cut.rpartition("-")[0]
    return words if len(words) > length // 2 else slug[:length].rstrip("-")

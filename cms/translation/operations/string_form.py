"""What a translated string may look like."""

from __future__ import annotations

import re
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.element import PreformattedString
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail_localize.models import StringSegment, TranslationSource
from wagtail_localize.strings import INLINE_TAGS, StringValue, extract_ids

from cms.translation.errors import TranslationError


class InvalidStringError(TranslationError):
    """The text has markup that its source has not, or is too long for its field."""


_MARKUP = re.compile("[<>&]")


def normalised(text: str) -> str:
    """Inline HTML as wagtail-localize writes it: characters escaped, open tags closed, no space around it."""
    text = text.replace("\r\n", "\n").replace("\x00", "").strip()
    return str(BeautifulSoup(text, "html.parser")) if _MARKUP.search(text) else text


def read(text: str) -> str:
    """Inline HTML as plain text."""
    plain: str = StringValue(text).render_text() if _MARKUP.search(text) else text
    return plain


def refuse_invalid(segment: StringSegment, text: str, source: TranslationSource) -> None:
    """Raises InvalidStringError, in words for the translator, for what could not be put into the work."""
    if "<" in text:
        for part in BeautifulSoup(text, "html.parser").descendants:
            if isinstance(part, Tag):
                _refuse_tag(part)
            elif isinstance(part, PreformattedString):
                # A comment (or the like) may end elsewhere for a browser, and what follows it be a tag.
                raise InvalidStringError(_("Comments cannot be used here: leave out what begins with “<!” or “<?”."))
    unknown = extract_ids(text) - extract_ids(segment.string.data) if "<" in text else set()
    if unknown:
        raise InvalidStringError(
            ngettext(
                "The source has no link “%(links)s”. Take the number of the link from the source.",
                "The source has no links “%(links)s”. Take the numbers of the links from the source.",
                len(unknown),
            )
            % {"links": ", ".join(sorted(unknown))}
        )
    longest = _longest(segment.context.path, source)
    length = len(read(text))
    if longest is not None and length > longest:
        raise InvalidStringError(
            _("The text has %(length)d characters; there is room for %(longest)d.")
            % {"length": length, "longest": longest}
        )


def _refuse_tag(tag: Tag) -> None:
    if tag.name not in INLINE_TAGS:
        raise InvalidStringError(
            _("The tag <%(tag)s> cannot be used here. Use the tags that the source has.") % {"tag": tag.name}
        )
    foreign = set(tag.attrs) - ({"id"} if tag.name == "a" else set())
    if foreign:
        raise InvalidStringError(
            _("The tag <%(tag)s> cannot have an attribute “%(attribute)s” here. Copy the tag from the source.")
            % {"tag": tag.name, "attribute": sorted(foreign)[0]}
        )
    if tag.name == "a" and "id" not in tag.attrs:
        raise InvalidStringError(_("A link needs its number: copy the tag <a id=…> from the source."))


def _longest(path: str, source: TranslationSource) -> int | None:
    """How many characters a work's own field holds. Fields of rows and blocks are checked with the whole work."""
    model: Any = ContentType.objects.get_for_id(source.specific_content_type_id).model_class()
    try:
        field = model._meta.get_field(path)
    except FieldDoesNotExist:
        return None
    longest: int | None = getattr(field, "max_length", None)
    return longest

"""Reading a string without regard to how it is set: quotes, dashes, spaces, hyphenation."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from html import escape, unescape

_QUOTES = "\u0022\u0027\u00ab\u00bb\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2039\u203a\u2032\u2033\u00b4\u0060"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_CHARACTERS = str.maketrans(
    {**dict.fromkeys(_QUOTES, '"'), **dict.fromkeys(_DASHES, "-"), **dict.fromkeys(_INVISIBLE, ""), "\u2026": "..."}
)
_TAG = re.compile(r"(<[^>]*>)")
_BREAK = re.compile(r"<br\s*/?>")
_ID = re.compile(r'\sid="[^"]*"')
_SPACE = re.compile(r"\s+")
_SPACE_AROUND_DASH = re.compile(r" ?- ?")


@lru_cache(maxsize=4096)
def canonical(string: str) -> str:
    """Equal for two strings that say the same in the same tags and differ in nothing but typography.

    Link ids count: a translation names them.
    """
    parts = _TAG.split(_BREAK.sub("<br/>", string))
    parts[::2] = [escape(_plain(unescape(part)), quote=False) for part in parts[::2]]
    return _SPACE_AROUND_DASH.sub("-", _SPACE.sub(" ", "".join(parts))).strip()


def canonical_without_ids(string: str) -> str:
    """Like `canonical`, but links are known by their order only, as they are where a text is divided otherwise."""
    return _ID.sub("", canonical(string))


@lru_cache(maxsize=4096)
def words_of(string: str) -> str:
    """What is read, without tags and typography."""
    text = unescape(_TAG.sub("", _BREAK.sub(" ", string)))
    return _SPACE.sub(" ", _plain(text)).strip()


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).translate(_CHARACTERS)

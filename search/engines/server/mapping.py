"""What an index holds, and how a document is put into it."""

from __future__ import annotations

import hashlib
import unicodedata
from typing import Any, Final

import orjson

from ...asking import MAX_HITS
from ...documents import SearchDocument
from . import analysis

Json = dict[str, Any]

MAX_TEXT: Final = 500_000
"""Letters of a body that are indexed. Servers refuse to highlight in texts of more than a million."""
MAX_PHRASE: Final = 10_000
"""The same of a title, a lead, a name."""
MAX_KEYWORD: Final = 200


def definition(locale: str) -> Json:
    """Settings and mappings of a locale's index. Its fingerprint is noted in it."""
    definition = {
        "settings": {
            "number_of_shards": 1,
            "auto_expand_replicas": "0-1",
            "refresh_interval": "1s",
            "max_result_window": MAX_HITS,
            # How long versions of what was taken out are remembered, so that late writers do not bring it back.
            "gc_deletes": "1h",
            "analysis": analysis.analysis(locale),
        },
        # Unknown fields are ignored: documents of a newer version of the code can be found until a rebuild.
        "mappings": {"dynamic": False, "properties": PROPERTIES},
    }
    definition["mappings"]["_meta"] = {"fingerprint": _fingerprint(definition)}
    return definition


def fingerprint(locale: str) -> str:
    """Changes whenever an index has to be built anew because of how documents are analysed or stored."""
    return str(definition(locale)["mappings"]["_meta"]["fingerprint"])


def source(document: SearchDocument) -> Json:
    """What is sent of a document. Names of facets are names of fields."""
    return {
        **{facet: list(values) for facet, values in document.facets.items()},
        "key": document.ref.key,
        "version": document.version,
        "locales": list(document.locales),
        "day": document.day.isoformat() if document.day else None,
        "title": _composed(document.title[:MAX_PHRASE]),
        "names": [_composed(name[:MAX_PHRASE]) for name in document.names],
        "lead": _composed(document.lead[:MAX_PHRASE]),
        "body": _composed(document.body[:MAX_TEXT]),
        "about": [_composed(name[:MAX_PHRASE]) for name in document.about],
    }


def _composed(text: str) -> str:
    """Letters and their marks in one: servers compare what is written."""
    return unicodedata.normalize("NFC", text)


def _fingerprint(definition: Json) -> str:
    return hashlib.sha256(orjson.dumps(definition, option=orjson.OPT_SORT_KEYS)).hexdigest()[:16]


def _text(*, offsets: bool = False, exact: bool = False) -> Json:
    field: Json = {
        "type": "text",
        "analyzer": analysis.WRITTEN,
        "search_analyzer": analysis.ASKED,
        "copy_to": "spelling",
    }
    if offsets:
        # Highlighting need not analyse the text again.
        field["index_options"] = "offsets"
    if exact:
        field["fields"] = {"exact": {"type": "text", "analyzer": analysis.EXACT}}
    return field


_KEYWORD: Final[Json] = {"type": "keyword", "ignore_above": MAX_KEYWORD}

PROPERTIES: Final[Json] = {
    **dict.fromkeys(("type", "kind", "place", "region", "year", "language"), _KEYWORD),
    "key": _KEYWORD,
    "locales": _KEYWORD,
    "version": {"type": "long"},
    "day": {"type": "date", "format": "strict_date"},
    "title": _text(offsets=True, exact=True),
    "names": _text(exact=True),
    "lead": _text(offsets=True),
    "body": _text(offsets=True),
    "about": _text(),
    # Every word as it is written, small: what other spellings are looked for in.
    "spelling": {"type": "text", "analyzer": analysis.SPELLING, "norms": False, "index_options": "freqs"},
}

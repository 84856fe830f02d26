"""How a server takes texts to pieces, in the language of a locale. What a language needs is in `search.language`."""

from __future__ import annotations

from typing import Any, Final

from . import language_filters

Json = dict[str, Any]

WRITTEN: Final = "written"
"""For texts: every word in its basic form, compounds with their parts."""
ASKED: Final = "asked"
"""For what is looked for: the same without the parts, so that a compound does not find all that shares one of them."""
EXACT: Final = "exact"
"""Every word in the form it has, however it is spelled: so that this form counts for more."""
SPELLING: Final = "spelling"
"""Every word as it is written, to suggest it."""


def analysis(locale: str) -> Json:
    """The `analysis` section of an index's settings. A language that nothing is known of is not stemmed."""
    spelling = language_filters.spelling_of(locale)
    compounds = language_filters.compounds_of(locale)
    stemming = language_filters.stemming_of(locale)
    spelled = ["lowercase", "asciifolding", *spelling]
    letters = [f"{one}=>{other}" for one, other in language_filters.SAME_LETTERS]
    return {
        "char_filter": {"letters": {"type": "mapping", "mappings": letters}},
        "filter": {**spelling, **compounds, **stemming},
        "analyzer": {
            WRITTEN: _analyzer([*spelled, *compounds, *stemming]),
            ASKED: _analyzer([*spelled, *stemming]),
            EXACT: _analyzer(spelled),
            SPELLING: {"type": "custom", "tokenizer": "standard", "filter": ["lowercase"]},
        },
    }


def plain(locale: str) -> Json:
    """The same names for a server that lacks all analysis of languages, as the one in the tests of Elasticsearch."""
    return {"analyzer": {name: {"type": "standard"} for name in (WRITTEN, ASKED, EXACT, SPELLING)}}


def _analyzer(filters: list[str]) -> Json:
    return {"type": "custom", "tokenizer": "standard", "char_filter": ["letters"], "filter": filters}

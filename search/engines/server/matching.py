"""What of a query has to be found, and where it counts for how much."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any, Final

from ...language.language import searched_languages
from ...understanding import Alternative, Part, Understood

Json = dict[str, Any]

WORDS: Final = ("title^4", "names^4", "lead^2", "about^3", "body")
"""Where words are looked for."""
TYPED: Final = ("title.exact^3", "names.exact^3")
"""Where what was typed counts for more if it is there in that very form."""
MISSPELT: Final = ("title.exact^4", "spelling")
"""Where other spellings are looked for: the second one has all words of an edition."""
TIE_BREAKER: Final = 0.2
MISSPELT_BOOST: Final = 0.3
PLACE_BOOST: Final = 6.0
REGION_BOOST: Final = 6.0
PHRASE_BOOST: Final = 1.5

SHORTEST_MISSPELT: Final = 5
"""Letters of a word that may be misspelt; of shorter ones, each letter makes another word."""
TWO_ERRORS: Final = 8
"""Letters of a word that may have two of them wrong."""
SPELLINGS: Final = 8
"""Other spellings of a word that are looked for, those that are most alike."""

MAX_PARTS: Final = 24
MAX_OTHERS: Final = 16
MAX_OTHERS_TOGETHER: Final = 48
MAX_MISSPELT: Final = 6
"""Servers take about a thousand conditions. Whoever looks for more gets what the first of them find."""
MAX_LETTERS: Final = 200
"""Of one part."""


class Matching:
    """The conditions that stand for what somebody looks for, in the languages of `locales`."""

    def __init__(self, understood: Understood, locales: Sequence[str]) -> None:
        self._languages = searched_languages(locales)
        wanted = [part for part in understood.wanted if _has_words(part)][:MAX_PARTS]
        telling = [part for part in wanted if part.exact or not self._says_nothing(part)]
        self.wanted: list[Part] = telling or wanted
        self.unwanted = [part for part in understood.unwanted if _has_words(part)][:MAX_PARTS]
        self._others = _shared_out(self.wanted)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it that could be found or kept out."""
        return not self.wanted and not self.unwanted

    def query(self) -> Json:
        """What documents have to meet, with scores. Without anything wanted, all that is not unwanted."""
        loose = [self._part(number, part) for number, part in enumerate(self.wanted) if not part.exact]
        quoted = [self._part(number, part) for number, part in enumerate(self.wanted) if part.exact]
        query: Json = {}
        if quoted:
            query["must"] = quoted
        if loose:
            query["should"] = loose
            # All of one or two; of more, three quarters of them will do.
            query["minimum_should_match"] = "2<75%"
        if self.unwanted:
            query["must_not"] = [_said(part.said, WORDS) for part in self.unwanted]
        return (
            {"bool": query} if len(self.wanted) < 2 else {"bool": {"must": {"bool": query}, "should": self._phrase()}}
        )

    def highlighted(self) -> Json:
        """What is marked in the hits: every way to say what was looked for, in any field. No ids, no guesses."""
        ways = [way for number, part in enumerate(self.wanted) for way in (part.said, *self._others[number])]
        return {"bool": {"should": [_said(way, ("body",)) for way in ways]}}

    def _part(self, number: int, part: Part) -> Json:
        conditions = [_said(part.said, (*WORDS, *TYPED))]
        conditions += [_said(way, WORDS) for way in self._others[number]]
        if part.places:
            conditions.append(_carrying("place", part.places, PLACE_BOOST))
        if part.regions:
            conditions.append(_carrying("region", part.regions, REGION_BOOST))
        if self._may_be_misspelt(part) and number < MAX_MISSPELT:
            conditions.append(_misspelt(part.said.text))
        if len(conditions) == 1:
            return conditions[0]
        return {"dis_max": {"queries": conditions, "tie_breaker": TIE_BREAKER}}

    def _phrase(self) -> Json:
        """The more for titles and leads that have all of it together."""
        text = _cut(" ".join(part.said.text for part in self.wanted))
        return {
            "multi_match": {
                "query": text,
                "type": "phrase",
                "slop": 2,
                "fields": ["title^4", "names^4", "lead^2", "body"],
                "boost": PHRASE_BOOST,
            }
        }

    def _says_nothing(self, part: Part) -> bool:
        text = part.said.text.strip()
        return not part.places and any(language.is_stop_word(text) for language in self._languages)

    def _may_be_misspelt(self, part: Part) -> bool:
        """Not what we know: names of places, and words that compounds are made of."""
        text = part.said.text.strip()
        if part.exact or part.places or part.regions or len(text) < SHORTEST_MISSPELT or not text.isalpha():
            return False
        return not any(language.normalise(text) in language.compound_words for language in self._languages)


def _said(way: Alternative, fields: Sequence[str]) -> Json:
    """The words together, in any of their forms; loose ones anywhere."""
    loose = way.loose and " " in way.text.strip()
    match: Json = {"query": _cut(way.text), "type": "phrase", "fields": list(fields), "tie_breaker": TIE_BREAKER}
    if loose:
        match |= {
            "type": "cross_fields",
            "operator": "and",
            "fields": [field for field in fields if field not in TYPED],
        }
    return {"multi_match": match}


def _carrying(facet: str, values: Sequence[str], boost: float) -> Json:
    return {"constant_score": {"filter": {"terms": {facet: list(values)}}, "boost": boost}}


def _misspelt(text: str) -> Json:
    """In few fields and small ones, because this is what costs most of a search."""
    return {
        "multi_match": {
            "query": _cut(text),
            "fields": list(MISSPELT),
            "fuzziness": f"AUTO:{SHORTEST_MISSPELT},{TWO_ERRORS}",
            "prefix_length": 1,
            "max_expansions": SPELLINGS,
            "boost": MISSPELT_BOOST,
        }
    }


def _shared_out(parts: Sequence[Part]) -> list[tuple[Alternative, ...]]:
    """Other ways to say each part, as many as all of them together may have."""
    left = MAX_OTHERS_TOGETHER
    shared = []
    for part in parts:
        others = tuple(way for way in part.others if any(map(str.isalnum, way.text)))[: min(MAX_OTHERS, left)]
        left -= len(others)
        shared.append(others)
    return shared


def _has_words(part: Part) -> bool:
    return any(map(str.isalnum, part.said.text))


def _cut(text: str) -> str:
    """As much of a text as one looks for at once, each letter in one piece."""
    return unicodedata.normalize("NFC", text[:MAX_LETTERS])

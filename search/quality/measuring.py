"""Asking engines judged queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean

from ..asking import SearchQuery
from ..engines import Engine
from ..understanding import understand
from .gain import RANKS, ndcg
from .judged import Judged


@dataclass(frozen=True, slots=True)
class Answer:
    """What an engine answered to one query."""

    judged: Judged
    found: tuple[str, ...]
    """Works, best first."""

    @property
    def ndcg(self) -> float:
        """See `search.quality.gain`."""
        return ndcg(self.found, self.judged.grades)

    @property
    def is_absurd(self) -> bool:
        """Whether it is nothing, though there is an obvious answer."""
        return not self.found and self.judged.has_obvious_answer


@dataclass(frozen=True, slots=True)
class Quality:
    """How well an engine answers."""

    engine: str
    answers: tuple[Answer, ...]

    @property
    def by_locale(self) -> dict[str, float]:
        """The mean nDCG@10 of each locale's queries, in the order of the file."""
        figures: dict[str, list[float]] = defaultdict(list)
        for answer in self.answers:
            figures[answer.judged.locale].append(answer.ndcg)
        return {locale: fmean(of_locale) for locale, of_locale in figures.items()}

    @property
    def absurd(self) -> tuple[Answer, ...]:
        """Those that are nothing where an obvious answer was there."""
        return tuple(answer for answer in self.answers if answer.is_absurd)


def quality(engine: Engine, queries: Iterable[Judged]) -> Quality:
    """Asks the engine all of these. Raises EngineError."""
    return Quality(engine.name, tuple(_answer(engine, judged) for judged in queries))


def _answer(engine: Engine, judged: Judged) -> Answer:
    locales = (judged.locale,)
    query = SearchQuery(text=judged.query, locales=locales, limit=RANKS)
    found = engine.search(query, understand(judged.query, locales))
    return Answer(judged, tuple(hit.ref.key for hit in found.hits))

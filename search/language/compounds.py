"""Taking compounds apart by a list of the words that they are made of."""

from __future__ import annotations

from collections.abc import Callable

from .known import Compounds

SHORTEST_COMPOUND = 7
SHORTEST_REST = 4
"""Letters of a part that is in no list."""
SURE_FIRST = 5
SURE_LAST = 6
"""Letters of a listed part that is trusted beside one that is in no list."""


class Splitter:
    """Takes a language's compounds apart. All words are normalised, those asked for as those of the list."""

    def __init__(self, known: Compounds, normalise: Callable[[str], str]) -> None:
        self.words = frozenset(map(normalise, known.words))
        self._prefixes = frozenset(map(normalise, known.prefixes))
        self._links = ("", *known.links)
        self._endings = ("", *known.endings)
        self._suffixes = tuple(map(normalise, known.suffixes))
        self._longest = max(map(len, self.words | self._prefixes), default=0)

    def parts(self, word: str) -> tuple[str, ...]:
        """The words that it is made of in their order, without what links them; empty where it is no compound."""
        if len(word) < SHORTEST_COMPOUND or not self.words:
            return ()
        bare = [word.removesuffix(ending) for ending in self._endings if word.endswith(ending)]
        if not self.words.isdisjoint(bare):
            return ()
        for form in bare:
            if whole := self._whole(form):
                return tuple(part for part in whole if part in self.words)
        return next(filter(None, map(self._halves, bare)), ())

    def _whole(self, word: str) -> tuple[str, ...] | None:
        """The fewest listed words that make up all of it."""
        best: list[tuple[str, ...] | None] = [None] * (len(word) + 1)
        best[0] = ()
        for start in range(len(word)):
            before = best[start]
            if before is None:
                continue
            for end in range(start + 2, min(len(word), start + self._longest) + 1):
                part = word[start:end]
                if not (part in self.words or (start == 0 and part in self._prefixes)):
                    continue
                for link in self._links if part in self.words and end < len(word) else ("",):
                    after = end + len(link)
                    if not word.startswith(link, end) or (link and after == len(word)):
                        continue
                    reached = best[after]
                    if reached is None or len(before) + 1 < len(reached):
                        best[after] = (*before, part)
        return best[len(word)]

    def _halves(self, word: str) -> tuple[str, ...]:
        """A listed word and a rest that is in no list: a surname, a town, a word that nobody thought of."""
        for end in range(len(word) - SHORTEST_REST, SURE_FIRST - 1, -1):
            first = word[:end]
            if first not in self.words:
                continue
            for link in sorted(self._links, key=len, reverse=True):
                rest = word[end + len(link) :]
                if word.startswith(link, end) and len(rest) >= SHORTEST_REST and not rest.startswith(self._suffixes):
                    return (first, rest)
        for start in range(SHORTEST_REST, len(word) - SURE_LAST + 1):
            if word[start:] in self.words:
                return (word[:start], word[start:])
        return ()

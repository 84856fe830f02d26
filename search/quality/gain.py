"""Normalised discounted cumulative gain, the figure that judged queries are summed up in.

For the first ten hits, DCG = Σ (2^grade - 1) / log2(rank + 1), the rank of the first one being 1. nDCG is that divided
by the DCG of the best order that there could be: 1.0 means that nothing is missing and all is in its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from math import log2
from typing import Final

RANKS: Final = 10
"""Hits that are looked at: readers seldom look at more."""


def ndcg(found: Sequence[str], grades: Mapping[str, int]) -> float:
    """Of works in the order in which they were found. A work counts once; some grade must be above 0."""
    best = sorted(grades.values(), reverse=True)
    return _dcg(grades.get(work, 0) for work in dict.fromkeys(found)) / _dcg(best)


def _dcg(grades: Iterable[int]) -> float:
    ranked = enumerate(islice(grades, RANKS), start=1)
    return sum((2**grade - 1) / log2(rank + 1) for rank, grade in ranked)

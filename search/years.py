"""The years that a work can be narrowed to."""

from datetime import date

LONGEST = 10
"""Years that are told of something that lasts; of what lasts longer, those of its beginning and its end."""


def years_of(earliest: date | None, latest: date | None) -> tuple[int, ...]:
    """Every year that it touches. What has no end counts for its beginning, as a partnership does."""
    if earliest is None:
        return (latest.year,) if latest else ()
    first, last = earliest.year, (latest or earliest).year
    if last - first < LONGEST:
        return tuple(range(first, last + 1))
    return (first, last)

"""How all indices are, for operators."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count
from django.utils import timezone

from cms.publishing.admin.standings import Standing, standings
from cms.publishing.locales import content_locales

from ..documents import searchable
from ..models import DeadLetter, Rebuild
from .index import Index, IndexState, IndexUnavailableError
from .registered import indices

SHOWN = 50
"""Dead letters that are listed; all are counted."""


@dataclass(frozen=True, slots=True)
class LocaleStatus:
    """An index in one locale, beside what is public."""

    state: IndexState
    editions: int

    @property
    def built(self) -> bool:
        """Whether there is an index at all."""
        return bool(self.state.name)

    @property
    def difference(self) -> int:
        """How many more editions there are than entries."""
        return self.editions - self.state.count


@dataclass(frozen=True, slots=True)
class IndexStatus:
    """One engine's index."""

    engine: str
    unavailable: str
    """Why it cannot be asked; empty where it can."""
    locales: list[LocaleStatus]
    """Empty where it cannot be asked."""
    follower: Standing | None
    """Where its follower stands; None where it never ran."""
    rebuilding_since: datetime | None
    dead_letters: int
    some_dead_letters: list[DeadLetter]

    @property
    def outdated(self) -> bool:
        """Whether it was built by other rules than those of this version of the code."""
        return any(locale.built and not locale.state.current for locale in self.locales)

    @property
    def incomplete(self) -> bool:
        """Whether a locale has no index."""
        return any(not locale.built for locale in self.locales)

    @property
    def in_order(self) -> bool:
        """Whether nobody has to do anything. Being behind for a moment is in order."""
        failing = self.follower is not None and bool(self.follower.failure)
        return not (self.unavailable or self.outdated or self.incomplete or self.dead_letters or failing)


def status() -> list[IndexStatus]:
    """Every engine's. Asks the search server, for a second at most where it is silent."""
    editions = dict(searchable().values_list("locale").annotate(Count("pk")).order_by())
    followers = {standing.name: standing for standing in standings()}
    return [_status(index, editions, followers.get(index.follower)) for index in indices()]


def _status(index: Index, editions: dict[str, int], follower: Standing | None) -> IndexStatus:
    unavailable = index.is_away()
    locales = []
    try:
        if not unavailable:
            locales = [LocaleStatus(index.state(locale), editions.get(locale, 0)) for locale in content_locales()]
    except IndexUnavailableError as error:
        unavailable = str(error)
    letters = DeadLetter.objects.filter(engine=index.engine)
    running = Rebuild.objects.filter(engine=index.engine, leased_until__gt=timezone.now()).first()
    return IndexStatus(
        engine=index.engine,
        unavailable=unavailable,
        locales=locales,
        follower=follower,
        rebuilding_since=running.started_at if running else None,
        dead_letters=letters.count(),
        some_dead_letters=list(letters[:SHOWN]),
    )

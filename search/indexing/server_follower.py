"""The follower that tells a search server what has changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from cms.publishing.followers import RemoteFollower
from cms.publishing.locales import content_locales
from cms.publishing.models import Change

from . import dead_letters
from .index import IndexUnavailableError
from .leases import is_running
from .replaying import news_of
from .server_index import ServerIndex


class ServerIndexFollower(RemoteFollower):
    """Writes to the server's indices, in the order of the log.

    A server that is away or takes nothing holds it up, and nothing is lost; an edition that the server refuses becomes
    a dead letter and holds up nobody. What it may repeat does no harm: nothing older replaces anything newer.
    """

    batch_size = 200
    longest_pause = timedelta(seconds=30)

    def __init__(self, index: ServerIndex) -> None:
        self._index = index
        self.name = index.follower  # type: ignore[misc]  # each product has a cursor of its own

    def step(self) -> int:
        """See `LogFollower.step`. While the first indices are made there is nothing to do: they read the log, too."""
        if is_running(self._index.engine) and not self._index.built():
            return 0
        return super().step()

    def handle(self, changes: Sequence[Change]) -> None:
        self._look_at_server()
        news = news_of(changes, content_locales())
        rejected = self._index.write(news.documents, news.gone)
        dead_letters.record(self._index.engine, news.refs, rejected)
        if len(changes) < self.batch_size:
            self._index.refresh()

    def _look_at_server(self) -> None:
        """Raises IndexUnavailableError, within a second also where the server is silent."""
        if trouble := self._index.is_away():
            raise IndexUnavailableError(trouble)
        if is_running(self._index.engine):
            return
        if missing := self._index.unbuilt():
            from .tasks import build_soon

            build_soon(self._index, missing)
            raise IndexUnavailableError(f"There is no index for {', '.join(missing)} yet: it is being built")

"""The indices on a search server: one a locale, each behind an alias."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from cms.publishing.locales import content_locales
from cms.publishing.types import Ref

from ..documents import SearchDocument
from ..engines.server import names
from ..engines.server.client import Client, Outcome, Write
from ..engines.server.errors import MissingIndexError, RefusedError, ServerError
from ..engines.server.mapping import fingerprint, source
from ..models import BuiltIndex
from .index import Entry, Index, IndexState, IndexUnavailableError, Progress, Rejected

WRITES_AT_A_TIME = 500
LETTERS_AT_A_TIME = 1_500_000
"""About what a bulk request holds: servers take a hundred megabytes, but have to keep it in memory."""
TIMEOUT = 20.0
"""Seconds for one bulk request. With another attempt at another node still within a follower's lease."""


class ServerIndex(Index):
    """All that a search server knows."""

    def __init__(self, client: Client, prefix: str) -> None:
        self.client = client
        self.prefix = prefix
        self.engine = client.product  # type: ignore[misc]  # which one it is, is known here
        self.follower = f"search-{client.product}"  # type: ignore[misc]

    def write(self, documents: Sequence[SearchDocument], gone: Mapping[Ref, int]) -> list[Rejected]:
        return [*self.put(documents), *self.take_out(gone)]

    def put(self, documents: Iterable[SearchDocument], into: Mapping[str, str] | None = None) -> list[Rejected]:
        """Writes documents, by default to what is behind the alias; otherwise to the named index of each locale."""
        rejected: list[Rejected] = []
        for portion in portions(documents):
            rejected += self.send([self._put(document, into) for document in portion])
        return rejected

    def take_out(self, gone: Mapping[Ref, int], of: Mapping[str, str] | None = None) -> list[Rejected]:
        """Removes documents, unless there is something newer of them."""
        writes = [self._write(ref, version, of) for ref, version in gone.items()]
        starts = range(0, len(writes), WRITES_AT_A_TIME)
        return [one for start in starts for one in self.send(writes[start : start + WRITES_AT_A_TIME])]

    def send(self, writes: Sequence[Write]) -> list[Rejected]:
        """One bulk request. Raises IndexUnavailableError unless the server has said of each what became of it."""
        outcomes = self._outcomes(writes)
        for outcome in outcomes:
            if outcome.passing:
                raise IndexUnavailableError(f"{outcome.write.index}: {outcome.reason}")
        return [
            Rejected(self._ref(outcome.write), outcome.write.version, outcome.reason)
            for outcome in outcomes
            if outcome.rejected
        ]

    def entries(self, locale: str) -> Iterator[Entry]:
        alias = names.alias(self.prefix, locale)
        try:
            self.client.refresh(alias)
            for entry in self.client.entries(alias):
                yield Entry(*entry)
        except ServerError as error:
            raise IndexUnavailableError(str(error)) from error

    def state(self, locale: str) -> IndexState:
        try:
            name = self.client.behind(names.alias(self.prefix, locale))
            if name is None:
                return IndexState(locale, "", 0, current=False)
            current = self.client.meta(name).get("fingerprint") == fingerprint(locale)
            return IndexState(locale, name, self.client.count(name), current=current)
        except MissingIndexError:
            return IndexState(locale, "", 0, current=False)
        except ServerError as error:
            raise IndexUnavailableError(str(error)) from error

    def rebuild(self, locales: Sequence[str], progress: Progress | None = None) -> dict[str, int]:
        from .rebuilding import ServerRebuild

        try:
            return ServerRebuild(self, locales, progress).run()
        except ServerError as error:
            raise IndexUnavailableError(str(error)) from error

    def is_away(self) -> str:
        """Why the server does not answer, found out within a second; empty where it does."""
        try:
            self.client.health()
        except ServerError as error:
            return str(error)
        return ""

    def unbuilt(self) -> list[str]:
        """Locales of which the server does not have the index that was built for this database.

        Its alias is missing, or points to an index of another life: another server, prefix or database.
        """
        # Twice, because a rebuild that ends in between would look like it.
        return self._unbuilt() and self._unbuilt()

    def _unbuilt(self) -> list[str]:
        try:
            indices = self.client.indices(f"{self.prefix}-")
        except MissingIndexError:
            indices = {}
        except ServerError as error:
            raise IndexUnavailableError(str(error)) from error
        ours = self.built()
        return [
            locale
            for locale in content_locales()
            if names.alias(self.prefix, locale) not in indices.get(ours.get(locale, ""), ())
        ]

    def built(self) -> dict[str, str]:
        """Names of the indices that were built for this database, by locale."""
        rows = BuiltIndex.objects.filter(engine=self.engine).values_list("locale", "name")
        return {locale: name for locale, name in rows if names.is_index(name, self.prefix, locale)}

    def refresh(self) -> None:
        """Lets everything be found at once that was written."""
        try:
            self.client.refresh(*(names.alias(self.prefix, locale) for locale in content_locales()))
        except ServerError as error:
            raise IndexUnavailableError(str(error)) from error

    def _put(self, document: SearchDocument, into: Mapping[str, str] | None) -> Write:
        write = self._write(document.ref, document.version, into)
        return Write(write.index, write.id, write.version, source(document), to_alias=write.to_alias)

    def _write(self, ref: Ref, version: int, into: Mapping[str, str] | None) -> Write:
        index = into[ref.locale] if into else names.alias(self.prefix, ref.locale)
        return Write(index, names.document_id(ref), version, None, to_alias=into is None)

    def _outcomes(self, writes: Sequence[Write]) -> list[Outcome]:
        try:
            return self.client.bulk(writes, timeout=TIMEOUT)
        except RefusedError as error:
            # Too large as a whole, or something in it that the server cannot even read: find out which.
            if len(writes) == 1:
                return [Outcome(writes[0], error.status, "refused", error.reason)]
            half = len(writes) // 2
            return [*self._outcomes(writes[:half]), *self._outcomes(writes[half:])]
        except ServerError as error:
            raise IndexUnavailableError(str(error)) from error

    def _ref(self, write: Write) -> Ref:
        for locale in content_locales():
            if write.index == names.alias(self.prefix, locale) or names.is_index(write.index, self.prefix, locale):
                return names.ref_of(write.id, locale)
        raise ValueError(write.index)


def portions(documents: Iterable[SearchDocument]) -> Iterator[list[SearchDocument]]:
    """As many documents at a time as go into one request."""
    portion: list[SearchDocument] = []
    letters = 0
    for document in documents:
        size = len(document.body) + len(document.lead) + len(document.title)
        if portion and (len(portion) >= WRITES_AT_A_TIME or letters + size > LETTERS_AT_A_TIME):
            yield portion
            portion, letters = [], 0
        portion.append(document)
        letters += size
    if portion:
        yield portion

"""What we ask of a search server, whichever product it is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final
from urllib.parse import quote

import orjson

from ... import conf
from .errors import MissingIndexError, RefusedError, UnavailableError
from .transport import ATTEMPTS, Product, Transport, is_passing, reason_of

Json = dict[str, Any]

WRITING_TIMEOUT: Final = 30.0
"""Seconds for one request that is not a reader's."""
PROBE_TIMEOUT: Final = 1.0
SCANNED_AT_A_TIME: Final = 5_000


@dataclass(frozen=True, slots=True)
class Write:
    """One document to put into an index (or an alias), or to take out of it."""

    index: str
    id: str
    version: int
    source: Json | None
    """None: take it out."""
    to_alias: bool = True
    """Whether `index` is an alias. Where it is missing, the write fails instead of making an index of that name."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one write."""

    write: Write
    status: int
    kind: str = ""
    reason: str = ""

    @property
    def done(self) -> bool:
        """Whether the index has that version or a newer one now, or is rid of what was to be taken out."""
        return self.status < 300 or self.status == 409 or (self.status == 404 and not self.kind)

    @property
    def passing(self) -> bool:
        """Whether nothing is wrong with the document: the same write may be done later."""
        return not self.done and (is_passing(self.status, self.kind) or self.status in (401, 403, 404))

    @property
    def rejected(self) -> bool:
        """Whether this document will never be taken as it is. `reason` says why."""
        return not self.done and not self.passing


class Client:
    """A server's nodes, asked by one process. Safe for threads. All methods raise ServerError."""

    def __init__(self, product: Product, transport: Transport) -> None:
        self.product = product
        self._transport = transport

    def search(self, indices: Sequence[str], body: Json, *, timeout: float | None = None) -> Json:
        """The answer to a search, complete: shards that fail fail it."""
        return self._dict(
            "POST",
            f"/{_joined(indices)}/_search",
            body,
            {"allow_partial_search_results": "false"},
            timeout,
        )

    def bulk(self, writes: Sequence[Write], *, timeout: float | None = None) -> list[Outcome]:
        """What became of each, in the same order. Nothing older replaces anything newer.

        A server that takes none of them at all raises.
        """
        if not writes:
            return []
        body = b"".join(_lines(writes))
        answer = self._ask("POST", "/_bulk", body, {}, timeout, lines=True)
        items = answer.get("items") if isinstance(answer, dict) else None
        if not isinstance(items, list) or len(items) != len(writes):
            raise UnavailableError(f"nonsense in answer to a bulk request: {str(answer)[:200]}")
        return [_outcome(write, item) for write, item in zip(writes, items, strict=True)]

    def create_index(self, name: str, definition: Json) -> None:
        """Makes an index of these settings and mappings. Raises RefusedError where it exists."""
        self._dict("PUT", f"/{_quoted(name)}", definition)

    def delete_index(self, name: str) -> None:
        """Deletes an index, if there is one."""
        try:
            self._dict("DELETE", f"/{_quoted(name)}")
        except MissingIndexError:
            return

    def indices(self, prefix: str) -> dict[str, frozenset[str]]:
        """Every index whose name begins so, with its aliases."""
        answer = self._dict("GET", f"/{_quoted(prefix)}*/_alias", params={"expand_wildcards": "all"})
        return {name: frozenset(index.get("aliases", ())) for name, index in answer.items()}

    def behind(self, alias: str) -> str | None:
        """The index behind an alias."""
        try:
            answer = self._dict("GET", f"/_alias/{_quoted(alias)}")
        except RefusedError as error:
            if error.status == 404:
                return None
            raise
        except MissingIndexError:
            return None
        return next(iter(sorted(answer, reverse=True)), None)

    def point(self, alias: str, index: str) -> None:
        """Moves an alias to an index, in one step: searches meet the old one or the new one."""
        others = self._aliased(alias) - {index}
        actions = [{"remove": {"index": other, "alias": alias}} for other in sorted(others)]
        self.update_aliases([*actions, {"add": {"index": index, "alias": alias, "is_write_index": True}}])

    def update_aliases(self, actions: Sequence[Json]) -> None:
        """Carries out all of the actions, or none."""
        self._dict("POST", "/_aliases", {"actions": list(actions)})

    def meta(self, name: str) -> Json:
        """What was noted in an index's mapping when it was made."""
        answer = self._dict("GET", f"/{_quoted(name)}/_mapping")
        for index in answer.values():
            return dict(index.get("mappings", {}).get("_meta", {}))
        return {}

    def change_settings(self, name: str, settings: Json) -> None:
        """Changes settings of an index that may be changed while it is in use."""
        self._dict("PUT", f"/{_quoted(name)}/_settings", {"index": settings})

    def refresh(self, *names: str) -> None:
        """Makes everything that was written to be found at once."""
        self._dict("POST", f"/{_joined(names)}/_refresh")

    def count(self, name: str) -> int:
        """Documents of an index that can be found."""
        return int(self._dict("GET", f"/{_quoted(name)}/_count")["count"])

    def entries(self, name: str) -> Iterator[tuple[str, str, int]]:
        """Type, key and version of every document that can be found, ordered by type and key, in portions."""
        after: list[Any] = []
        while True:
            body: Json = {
                "size": SCANNED_AT_A_TIME,
                "_source": False,
                "docvalue_fields": ["version"],
                "sort": [{"type": "asc"}, {"key": "asc"}],
                "track_total_hits": False,
            }
            if after:
                body["search_after"] = after
            try:
                hits = self.search([name], body)["hits"]["hits"]
                found = [(*hit["sort"], int(hit["fields"]["version"][0])) for hit in hits]
            except (KeyError, IndexError, TypeError, ValueError) as error:
                raise UnavailableError(f"nonsense in answer to a search: {error!r}") from error
            yield from found
            if len(found) < SCANNED_AT_A_TIME:
                return
            after = list(found[-1][:2])

    def health(self) -> str:
        """`green`, `yellow` or `red`. Answers quickly or raises."""
        return str(self._dict("GET", "/_cluster/health", timeout=PROBE_TIMEOUT)["status"])

    def _aliased(self, alias: str) -> set[str]:
        try:
            return set(self._dict("GET", f"/_alias/{_quoted(alias)}"))
        except (RefusedError, MissingIndexError):
            return set()

    def _dict(
        self,
        method: str,
        path: str,
        body: Json | None = None,
        params: Mapping[str, str] | None = None,
        timeout: float | None = None,
    ) -> Json:
        answer = self._ask(method, path, None if body is None else encoded(body), params, timeout)
        if not isinstance(answer, dict):
            raise UnavailableError(f"nonsense in answer to {method} {path}: {str(answer)[:200]}")
        return answer

    def _ask(
        self,
        method: str,
        path: str,
        body: bytes | None,
        params: Mapping[str, str] | None,
        timeout: float | None,
        lines: bool = False,
    ) -> Any:
        return self._transport.ask(method, path, body=body, params=params, timeout=timeout, lines=lines)


def for_readers() -> Client:
    """The client of the server in the settings that gives up within `SEARCH_TIMEOUT`, all attempts together."""
    settings = conf.load()
    attempts = ATTEMPTS if len(settings.nodes) > 1 else 1
    return client(settings.server or "elasticsearch", settings.nodes, settings.timeout / attempts)


def for_writers() -> Client:
    """The patient one."""
    settings = conf.load()
    return client(settings.server or "elasticsearch", settings.nodes, WRITING_TIMEOUT)


@cache
def client(product: Product, nodes: tuple[str, ...], timeout: float) -> Client:
    """A client with connections of its own, one a process. `timeout` is for one attempt, in seconds."""
    return Client(product, _transport(product, nodes, timeout))


def _transport(product: Product, nodes: tuple[str, ...], timeout: float) -> Transport:
    if product == "elasticsearch":
        from .elasticsearch_transport import ElasticsearchTransport

        return ElasticsearchTransport(nodes, timeout)
    from .opensearch_transport import OpenSearchTransport

    return OpenSearchTransport(nodes, timeout)


def encoded(value: Json) -> bytes:
    """JSON in UTF-8, also of text with halves of characters, which become question marks."""
    try:
        return orjson.dumps(value)
    except TypeError:
        return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")


def _lines(writes: Iterable[Write]) -> Iterator[bytes]:
    for write in writes:
        action = {
            "_index": write.index,
            "_id": write.id,
            "version": write.version,
            "version_type": "external_gte",
            "require_alias": write.to_alias,
        }
        yield encoded({"delete" if write.source is None else "index": action})
        yield b"\n"
        if write.source is not None:
            yield encoded(write.source)
            yield b"\n"


def _outcome(write: Write, item: Any) -> Outcome:
    result = next(iter(item.values()), None) if isinstance(item, dict) else None
    status = result.get("status") if isinstance(result, dict) else None
    if not isinstance(result, dict) or not isinstance(status, int):
        raise UnavailableError(f"nonsense in answer to a bulk request: {str(item)[:200]}")
    if "error" not in result:
        return Outcome(write, status)
    kind, reason = reason_of(result)
    return Outcome(write, status, kind, f"{kind}: {reason}")


def _quoted(name: str) -> str:
    return quote(name, safe="-_.")


def _joined(names: Sequence[str]) -> str:
    return ",".join(map(_quoted, names))

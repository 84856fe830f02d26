"""How requests reach a server: through the official client of its product, whose node pool and TLS are used.

Both are asked the same way, because their typed methods differ in names and in what they take.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from typing import Any, Literal, Protocol

import elastic_transport
import elasticsearch
import opensearchpy

from .errors import MissingIndexError, RefusedError, ServerError, UnavailableError, WrongProductError

Product = Literal["elasticsearch", "opensearch"]

CONNECTIONS = 32
"""Kept open to a node: as many as threads that search at the same time."""
ATTEMPTS = 2
"""With several nodes, one that is dead costs one more attempt at another. It is left alone for a while then."""
# Each failure is raised, and told once by whoever goes on without the server: not for every request.
for _name in ("opensearch", "elastic_transport"):
    logging.getLogger(_name).setLevel(logging.ERROR)

RETRIED = (502, 503, 504)
TOO_BUSY = 429


class Transport(Protocol):
    """Sends requests to whichever node is alive."""

    def ask(
        self,
        method: str,
        path: str,
        *,
        body: bytes | None = None,
        lines: bool = False,
        params: Mapping[str, str] | None = None,
        timeout: float | None = None,
    ) -> Any:
        """The answer's JSON. `lines`: the body is JSON by the line. `timeout` is for one attempt, in seconds.

        Raises ServerError.
        """


class ElasticsearchTransport:
    """Through `elasticsearch`, which refuses servers of any other product."""

    def __init__(self, nodes: Sequence[str], timeout: float) -> None:
        several = len(nodes) > 1
        self._client = elasticsearch.Elasticsearch(
            list(nodes),
            connections_per_node=CONNECTIONS,
            request_timeout=timeout,
            max_retries=ATTEMPTS - 1,
            retry_on_timeout=several,
            retry_on_status=RETRIED if several else (),
            dead_node_backoff_factor=5,
            max_dead_node_backoff=60,
        )

    def ask(
        self,
        method: str,
        path: str,
        *,
        body: bytes | None = None,
        lines: bool = False,
        params: Mapping[str, str] | None = None,
        timeout: float | None = None,
    ) -> Any:
        headers = {"accept": "application/json"}
        if body is not None:
            headers["content-type"] = _content_type(lines)
        client = self._client if timeout is None else self._client.options(request_timeout=timeout)
        try:
            return client.perform_request(method, path, params=params, headers=headers, body=body).body
        except elasticsearch.UnsupportedProductError as error:
            raise WrongProductError(str(error)) from error
        except elasticsearch.ApiError as error:
            raise refusal(error.status_code, error.body) from error
        except elastic_transport.TransportError as error:
            raise UnavailableError(f"{type(error).__name__}: {error}") from error


class OpenSearchTransport:
    """Through `opensearch-py`."""

    def __init__(self, nodes: Sequence[str], timeout: float) -> None:
        several = len(nodes) > 1
        self._client = opensearchpy.OpenSearch(
            list(nodes),
            pool_maxsize=CONNECTIONS,
            timeout=timeout,
            max_retries=ATTEMPTS - 1,
            retry_on_timeout=several,
            retry_on_status=RETRIED if several else (),
            dead_timeout=5,
        )

    def ask(
        self,
        method: str,
        path: str,
        *,
        body: bytes | None = None,
        lines: bool = False,
        params: Mapping[str, str] | None = None,
        timeout: float | None = None,
    ) -> Any:
        headers = {"content-type": _content_type(lines)} if body is not None else None
        try:
            return self._client.transport.perform_request(
                method, path, params=dict(params or {}), body=body, headers=headers, timeout=timeout
            )
        except opensearchpy.ConnectionError as error:
            raise UnavailableError(f"{type(error).__name__}: {error.info}") from error
        except opensearchpy.TransportError as error:
            raise refusal(error.status_code, error.info) from error
        except opensearchpy.OpenSearchException as error:
            raise UnavailableError(f"{type(error).__name__}: {error}") from error


TRANSPORTS: Mapping[Product, type[ElasticsearchTransport | OpenSearchTransport]] = {
    "elasticsearch": ElasticsearchTransport,
    "opensearch": OpenSearchTransport,
}


def refusal(status: Any, answer: Any) -> ServerError:
    """The error that an answer with such a status stands for."""
    kind, reason = reason_of(answer)
    text = f"{status} {kind}: {reason}"
    if not isinstance(status, int) or status >= 500 or is_passing(status, kind):
        return UnavailableError(text)
    if status == 404 and kind == "index_not_found_exception":
        return MissingIndexError(text)
    if status in (401, 403):
        # An operator mends the password or the role, and then all goes on.
        return UnavailableError(text)
    return RefusedError(status, f"{kind}: {reason}")


def is_passing(status: int, kind: str) -> bool:
    """Whether a refusal has nothing to do with what was refused: too much at once, a full disk, a read-only index."""
    return status == TOO_BUSY or status >= 500 or kind == "cluster_block_exception"


def reason_of(answer: Any) -> tuple[str, str]:
    """The type of an error and what the server says of it, from an answer of whatever shape."""
    error = answer.get("error", answer) if isinstance(answer, dict) else answer
    if not isinstance(error, dict):
        return "unknown", str(error)[:500]
    reason = str(error.get("reason", ""))
    cause = error.get("caused_by")
    if isinstance(cause, dict) and cause.get("reason"):
        reason = f"{reason} ({cause['reason']})"
    return str(error.get("type", "unknown")), reason[:500]


def _content_type(lines: bool) -> str:
    return "application/x-ndjson" if lines else "application/json"

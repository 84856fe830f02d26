"""The way to Elasticsearch. Imported only where there is one: its client takes a second to load."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import elastic_transport
import elasticsearch

from .errors import UnavailableError, WrongProductError
from .transport import ATTEMPTS, CONNECTIONS, REST_OF_DEAD_NODE, RETRIED, content_type, refusal


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
            dead_node_backoff_factor=REST_OF_DEAD_NODE,
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
            headers["content-type"] = content_type(lines)
        client = self._client if timeout is None else self._client.options(request_timeout=timeout)
        try:
            return client.perform_request(method, path, params=params, headers=headers, body=body).body
        except elasticsearch.UnsupportedProductError as error:
            raise WrongProductError(str(error)) from error
        except elasticsearch.ApiError as error:
            raise refusal(error.status_code, error.body) from error
        except elastic_transport.TransportError as error:
            raise UnavailableError(f"{type(error).__name__}: {error}") from error

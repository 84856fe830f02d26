"""The way to OpenSearch. Imported only where there is one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import opensearchpy

from .errors import UnavailableError
from .transport import ATTEMPTS, CONNECTIONS, REST_OF_DEAD_NODE, RETRIED, content_type, refusal


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
            dead_timeout=REST_OF_DEAD_NODE,
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
        headers = {"content-type": content_type(lines)} if body is not None else None
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

"""How requests reach a server: through the official client of its product, whose node pool and TLS are used.

Both are asked the same way, because their typed methods differ in names and in what they take.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any, Final, Literal, Protocol

from .errors import MissingIndexError, RefusedError, ServerError, UnavailableError

Product = Literal["elasticsearch", "opensearch"]

CONNECTIONS: Final = 32
"""Kept open to a node: as many as threads that search at the same time."""
ATTEMPTS: Final = 2
"""With several nodes, one that is dead costs one more attempt at another. It is left alone for a while then."""
RETRIED: Final = (502, 503, 504)
REST_OF_DEAD_NODE: Final = 5
"""Seconds after which it is tried again, and longer after each time."""
TOO_BUSY: Final = 429

# Each failure is raised, and told once by whoever goes on without the server: not for every request.
for _name in ("opensearch", "elastic_transport"):
    logging.getLogger(_name).setLevel(logging.ERROR)


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
    causes = [error.get("caused_by"), *(error.get("root_cause") or ())[:1]]
    for cause in causes:
        if isinstance(cause, dict) and cause.get("reason") and cause["reason"] != error.get("reason"):
            reason = f"{reason} ({cause['reason']})"
    return str(error.get("type", "unknown")), reason[:500]


def content_type(lines: bool) -> str:
    """Of a request's body."""
    return "application/x-ndjson" if lines else "application/json"

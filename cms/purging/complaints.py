"""Wagtail's own backends log what goes wrong and go on. Whoever relies on them has to listen to the log."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from .backends import PurgeFailedError

LOGGERS = ("wagtail.frontendcache", "root")
"""Where they complain; the one for Cloudflare in the root logger too."""


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self._thread = threading.get_ident()
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread == self._thread and record.name in LOGGERS:
            self.heard.append(record.getMessage())


@contextmanager
def complaints_raised() -> Iterator[None]:
    """Raises PurgeFailedError at the end if a backend has logged an error meanwhile."""
    listener = _Listener()
    root = logging.getLogger()
    root.addHandler(listener)
    try:
        yield
    finally:
        root.removeHandler(listener)
    if listener.heard:
        raise PurgeFailedError("; ".join(listener.heard[:3]))

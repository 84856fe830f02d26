"""Whether this process has been asked to stop: what takes long looks here between two steps."""

import threading

stop_asked = threading.Event()


def is_stopping() -> bool:
    """Whether to leave the rest of the work to the next process."""
    return stop_asked.is_set()

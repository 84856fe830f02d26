"""What people do to translations, each a small object that checks and executes (see `base`).

The admin, the commands, the background jobs and the tests all lead through these; nothing else changes a translation.
"""

from .base import Operation

__all__ = ["Operation"]

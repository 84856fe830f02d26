"""The publishing core's own ticks."""

from .following import due_followers
from .tasks import follow, tidy
from .ticks import Tick, ticks


def register() -> None:
    """Called once, when the app registry is ready."""
    ticks.register(Tick(follow, every=10, is_due=lambda: bool(due_followers())))
    ticks.register(Tick(tidy, every=3600))

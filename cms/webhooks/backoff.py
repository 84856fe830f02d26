"""When to try again: soon at first, then ever more rarely, over two days."""

import random
from datetime import timedelta

from . import conf

JITTER = 0.1
LONGEST_WISH = timedelta(hours=1)
"""A receiver may ask to be left alone for so long at a time."""


def delay_after(attempts: int) -> timedelta | None:
    """The pause after so many failed attempts of one message; None when that was the last one."""
    delays = conf.load().retry_delays
    if attempts > len(delays):
        return None
    return _jittered(delays[attempts - 1])


def hold_after(failures: int) -> timedelta | None:
    """How long to leave an endpoint alone after so many failures in a row.

    None after the first: another message may be welcome where one was not.
    """
    if failures < 2:
        return None
    delays = conf.load().retry_delays
    return _jittered(delays[min(failures - 2, len(delays) - 1)])


def wished(seconds: float | None) -> timedelta:
    """What a receiver asked for by Retry-After, within reason."""
    return min(timedelta(seconds=seconds or 0), LONGEST_WISH)


def whole_schedule() -> timedelta:
    """How long a message is tried for, about."""
    return timedelta(seconds=sum(conf.load().retry_delays) * (1 + JITTER))


def _jittered(seconds: int) -> timedelta:
    return timedelta(seconds=seconds * (1 + JITTER * random.random()))  # noqa: S311 - spreads load, guards nothing

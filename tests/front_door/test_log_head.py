from threading import Event, Thread

import pytest

from cms.front_door.log_head import LogHead


class Looks:
    """Looks at a log that end when they are told to."""

    def __init__(self) -> None:
        self.log = 0
        self.count = 0
        self.begun = [Event() for _ in range(5)]
        self.may_end = [Event() for _ in range(5)]

    def __call__(self) -> int:
        number, seen = self.count, self.log
        self.count += 1
        self.begun[number].set()
        assert self.may_end[number].wait(10)
        return seen


def asking(head: LogHead, found: list[object]) -> Thread:
    thread = Thread(target=lambda: found.append(head.read()))
    thread.start()
    return thread


def until(condition) -> None:
    for _ in range(1000):
        if condition():
            return
        Event().wait(0.01)
    raise AssertionError


def test_who_comes_during_a_look_is_answered_by_the_next_one() -> None:
    looks, first, later = Looks(), [], []
    head = LogHead(looks)
    threads = [asking(head, first)]
    assert looks.begun[0].wait(10)
    looks.log = 1  # committed after the first look, before the others ask
    threads += [asking(head, later) for _ in range(8)]
    until(lambda: len(head._turn._waiters) == 8)
    looks.may_end[0].set()
    assert looks.begun[1].wait(10)
    looks.may_end[1].set()
    for thread in threads:
        thread.join(10)

    assert (first, later, looks.count) == ([0], [1] * 8, 2)


def test_without_others_each_asks_for_itself() -> None:
    log = iter(range(5))
    head = LogHead(lambda: next(log))

    assert [head.read() for _ in range(5)] == [0, 1, 2, 3, 4]


def test_a_look_that_fails_harms_nobody_after_it() -> None:
    outcomes = iter([ZeroDivisionError(), 7])

    def look() -> int:
        outcome = next(outcomes)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    head = LogHead(look)
    with pytest.raises(ZeroDivisionError):
        head.read()
    assert head.read() == 7

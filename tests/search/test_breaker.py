"""A search server that does not answer costs readers as little as can be."""

import logging
import threading

import pytest

from search.breaker import FAILURES, PAUSE, Breaker
from search.engines import EngineError, QueryRefusedError


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


class Server:
    """Answers, fails or hangs, as it is told."""

    def __init__(self) -> None:
        self.asked = 0
        self.error: Exception | None = None
        self.silent_until: threading.Event | None = None
        self.was_asked = threading.Event()

    def __call__(self) -> str:
        self.asked += 1
        self.was_asked.set()
        if self.silent_until:
            self.silent_until.wait(30)
        if self.error:
            raise self.error
        return "found"


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def breaker(clock):
    return Breaker("opensearch", 5, now=clock)


@pytest.fixture
def server():
    return Server()


def open_it(breaker: Breaker, server: Server, error: Exception | None = None) -> None:
    server.error = error or EngineError("connection refused")
    for _ in range(FAILURES):
        with pytest.raises(EngineError):
            breaker.call(server)


def settle(breaker: Breaker, *, is_open: bool) -> None:
    """Waits until what goes on in the background has shown."""
    waited = threading.Event()
    for _ in range(500):
        if breaker.state.open == is_open:
            return
        waited.wait(0.01)
    raise AssertionError(breaker.state)


def test_after_some_failures_in_a_row_the_server_is_left_alone(breaker, server, caplog):
    open_it(breaker, server)

    for _ in range(10):
        with pytest.raises(EngineError, match="left alone: connection refused"):
            breaker.call(server)

    assert server.asked == FAILURES
    assert breaker.state.open
    assert [record.levelno for record in caplog.records] == [logging.WARNING]


def test_failures_that_are_not_in_a_row_open_nothing(breaker, server):
    for _ in range(3 * FAILURES):
        server.error = EngineError("reset")
        with pytest.raises(EngineError):
            breaker.call(server)
        server.error = None
        assert breaker.call(server) == "found"
    assert not breaker.state.open
    assert not breaker.state.reason


def test_it_is_back_by_itself_and_nobody_waits_to_find_out(breaker, server, clock, caplog):
    open_it(breaker, server)
    server.error, server.silent_until = None, threading.Event()
    server.was_asked.clear()
    clock.now += PAUSE

    for _ in range(5):
        with pytest.raises(EngineError, match="left alone"):
            breaker.call(server)
    assert server.was_asked.wait(10)
    assert server.asked == FAILURES + 1, "one question in the background, whoever else comes"

    server.silent_until.set()
    settle(breaker, is_open=False)
    assert breaker.call(server) == "found"
    assert [record.getMessage() for record in caplog.records][1:] == ["opensearch answers searches again"]


def test_the_pause_grows_while_it_stays_away(breaker, server, clock, caplog):
    open_it(breaker, server)
    pauses = []
    for _ in range(8):
        waited = 0.0
        asked = server.asked
        server.was_asked.clear()
        while server.asked == asked and waited < 100:
            clock.now += 1
            waited += 1
            with pytest.raises(EngineError):
                breaker.call(server)
            server.was_asked.wait(0.05)
        pauses.append(waited)
    assert pauses[:3] == [2, 4, 8]
    assert pauses[-1] == 30
    assert len(caplog.records) == 1, "told once, not for every probe"


def test_a_server_that_never_answers_is_given_up(server):
    breaker = Breaker("opensearch", 0.05)
    server.silent_until = threading.Event()
    with pytest.raises(EngineError, match=r"No answer within 0\.05 seconds"):
        breaker.call(server)
    server.silent_until.set()


def test_calls_that_hang_do_not_pile_up_without_end(clock, server):
    breaker = Breaker("opensearch", 0.01, now=clock)
    server.silent_until = threading.Event()
    for _ in range(40):
        clock.now += 100
        with pytest.raises(EngineError):
            breaker.call(server)
    assert server.asked <= FAILURES + 1
    server.silent_until.set()


def test_a_query_that_is_refused_is_no_reason_to_leave_the_server_alone(breaker, server):
    open_it(breaker, server, QueryRefusedError("too many clauses"))
    assert not breaker.state.open
    server.error = None
    assert breaker.call(server) == "found"


def test_nonsense_that_nobody_thought_of_is_a_failure(breaker, server):
    open_it(breaker, server, KeyError("hits"))
    assert breaker.state.open
    assert breaker.state.reason == "'hits'"

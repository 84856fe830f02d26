"""Servers that cost a careless client its time: readers are answered by the database all the same."""

import socket
import threading
import time

import pytest

from search import conf, searching
from search.asking import SearchQuery
from search.engines import chosen
from search.engines.database.index import DatabaseFollower
from search.indexing import registered
from tests.api.editions import make_article

pytestmark = [pytest.mark.django_db]

PROMISED = 2.0
ON_A_BUSY_MACHINE = 2 * PROMISED


@pytest.fixture
def listener():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener


@pytest.fixture
def readers(settings, monkeypatch):
    """Searches on a site with a server at that address."""
    make_article(title="Essen")
    DatabaseFollower().catch_up()
    remembered = (conf.load, chosen.server_engine, registered.server_index, searching.breaker)

    def search(url, count=6):
        settings.OPENSEARCH_URL, settings.ELASTICSEARCH_URL = url, ""
        for function in remembered:
            function.cache_clear()
        took = []
        for _ in range(count):
            began = time.monotonic()
            answered = searching.search(SearchQuery(text="Essen", locales=("de",)))
            took.append(time.monotonic() - began)
            assert (answered.engine, answered.degraded) == ("database", True)
            assert [row.edition.title for row in answered.rows] == ["Essen"]
        return took

    yield search
    for function in remembered:
        function.cache_clear()


def address(listener):
    return f"http://127.0.0.1:{listener.getsockname()[1]}"


def answering(listener, answer):
    """A server that says always the same."""

    def serve():
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                connection.recv(65536)
                connection.sendall(answer)

    threading.Thread(target=serve, daemon=True).start()


def test_one_that_accepts_and_never_answers(readers, listener):
    took = readers(address(listener))
    assert max(took) < ON_A_BUSY_MACHINE
    assert searching.breaker().state.open


def test_one_whose_packets_get_lost(readers):
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        # Whoever comes when the queue is full gets no answer at all, as from an address that nobody has.
        waiting = []
        for _ in range(4):
            client = socket.socket()
            client.setblocking(False)
            client.connect_ex(listener.getsockname())
            waiting.append(client)
        try:
            assert max(readers(address(listener))) < ON_A_BUSY_MACHINE
        finally:
            for client in waiting:
                client.close()


def test_a_name_server_that_never_answers(readers, monkeypatch):
    answered = threading.Event()
    resolve = socket.getaddrinfo

    def hang(host, *arguments, **options):
        if host == "search.example.org":
            answered.wait(30)
        return resolve("127.0.0.1" if host == "search.example.org" else host, *arguments, **options)

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    try:
        assert max(readers("http://search.example.org:9")) < ON_A_BUSY_MACHINE
    finally:
        answered.set()


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nContent-Length: 15\r\nConnection: close\r\n\r\n<html>Hello</ht",
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}",
        b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9\r\nConnection: close\r\n\r\n{"hits":7',
        b"HTTP/1.1 302 Found\r\nLocation: /login\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        b"HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        b"HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        b"\x16\x03\x01 not HTTP at all",
    ],
)
def test_one_that_answers_nonsense(readers, listener, answer):
    answering(listener, answer)
    readers(address(listener), count=3)


def test_one_that_is_not_there(readers, listener):
    url = address(listener)
    listener.close()
    readers(url, count=3)

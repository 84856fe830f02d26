"""What becomes of answers that no search server should give, and of nodes that give none."""

import json
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from search.engines import EngineError
from search.engines.server.client import Write, client
from search.engines.server.errors import MissingIndexError, RefusedError, UnavailableError, WrongProductError

PRODUCTS = ["elasticsearch", "opensearch"]
PATIENCE = 5.0

pytestmark = pytest.mark.parametrize("product", PRODUCTS)


@pytest.fixture
def answering():
    """Starts servers that answer everything with the same."""
    servers = []

    def start(status=200, body="{}", content_type="application/json", product="Elasticsearch"):
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self):
                self.rfile.read(int(self.headers.get("content-length", 0)))
                asked.append(self.path)
                sent = body.encode()
                self.send_response(status)
                self.send_header("content-type", content_type)
                self.send_header("content-length", str(len(sent)))
                if product:
                    self.send_header("x-elastic-product", product)
                self.end_headers()
                self.wfile.write(sent)

            do_GET = do_POST = do_PUT = do_DELETE = answer  # noqa: N815 - what http.server calls

            def log_message(self, *_args):
                pass

        asked = []
        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.asked = asked
        server.url = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return server

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def silent():
    """The address of a server that accepts and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"


@pytest.fixture
def dead():
    """An address where nothing is."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    return f"http://127.0.0.1:{port}"


def error(status, kind, reason="because"):
    return {"status": status, "body": json.dumps({"error": {"type": kind, "reason": reason}, "status": status})}


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (error(404, "index_not_found_exception"), MissingIndexError),
        (error(400, "parsing_exception"), RefusedError),
        (error(403, "cluster_block_exception"), UnavailableError),
        (error(429, "cluster_block_exception"), UnavailableError),
        (error(429, "es_rejected_execution_exception"), UnavailableError),
        (error(503, "no_shard_available_action_exception"), UnavailableError),
        ({"status": 502, "body": "<h1>Bad gateway</h1>", "content_type": "text/html"}, UnavailableError),
        ({"status": 401, "body": "who are you?", "content_type": "text/plain"}, UnavailableError),
        ({"body": "<h1>Welcome to nginx</h1>", "content_type": "text/html"}, UnavailableError),
        ({"body": "{not json"}, UnavailableError),
        ({"body": "[]"}, UnavailableError),
        ({"body": "null"}, UnavailableError),
        ({"body": ""}, UnavailableError),
    ],
)
def test_every_kind_of_failure_is_told_apart(product, answering, answer, expected):
    server = client(product, (answering(**answer).url,), PATIENCE)

    with pytest.raises(expected) as raised:
        server.search(["x"], {})

    assert isinstance(raised.value, EngineError)


def test_dead_nodes_are_named_as_such(product, dead):
    with pytest.raises(UnavailableError):
        client(product, (dead,), PATIENCE).health()


def test_a_silent_node_costs_no_more_than_the_timeout(product, silent):
    started = time.monotonic()

    with pytest.raises(UnavailableError):
        client(product, (silent,), 0.2).search(["x"], {})

    assert time.monotonic() - started < PATIENCE


def test_another_node_answers_for_one_that_is_dead_or_silent(product, answering, silent, dead):
    alive = answering()
    server = client(product, (alive.url, silent), 0.5)
    other = client(product, (dead, alive.url), 0.5)

    for _number in range(6):
        assert server.search(["x"], {}) == {}
        assert other.search(["x"], {}) == {}


def test_a_node_that_failed_is_left_alone_for_a_while(product, answering):
    failing, alive = answering(**error(503, "no_shard_available_action_exception")), answering()
    server = client(product, (failing.url, alive.url), PATIENCE)

    for _number in range(12):
        assert server.search(["x"], {}) == {}

    assert len(failing.asked) < 4


def test_who_is_asked_may_need_a_password(product, answering):
    alive = answering()

    server = client(product, (alive.url.replace("//", "//user:pass%40word@"),), PATIENCE)

    assert server.search(["x"], {}) == {}


def test_writing_tells_of_each_document_what_became_of_it(product, answering):
    items = [
        {"index": {"status": 201}},
        {"index": {"status": 409, "error": {"type": "version_conflict_engine_exception", "reason": "older"}}},
        {"index": {"status": 400, "error": {"type": "document_parsing_exception", "reason": "bad day"}}},
        {"index": {"status": 429, "error": {"type": "es_rejected_execution_exception", "reason": "busy"}}},
        {"index": {"status": 403, "error": {"type": "cluster_block_exception", "reason": "read-only"}}},
        {"index": {"status": 404, "error": {"type": "index_not_found_exception", "reason": "no index"}}},
        {"delete": {"status": 404, "result": "not_found"}},
    ]
    server = client(product, (answering(body=json.dumps({"errors": True, "items": items})).url,), PATIENCE)

    outcomes = server.bulk([Write("x", str(number), 1, {} if number < 6 else None) for number in range(7)])

    assert [outcome.done for outcome in outcomes] == [True, True, False, False, False, False, True]
    assert [outcome.rejected for outcome in outcomes] == [False, False, True, False, False, False, False]
    assert [outcome.passing for outcome in outcomes] == [False, False, False, True, True, True, False]
    assert "bad day" in outcomes[2].reason


@pytest.mark.parametrize("body", ['{"items": []}', '{"items": [{}]}', '{"items": [{"index": {}}]}', '{"took": 1}'])
def test_half_an_answer_to_writing_is_none(product, answering, body):
    server = client(product, (answering(body=body).url,), PATIENCE)

    with pytest.raises(UnavailableError):
        server.bulk([Write("x", "1", 1, {})])


def test_another_product_is_refused_by_a_client_that_looks(product, answering):
    server = client(product, (answering(product="").url,), PATIENCE)

    if product == "elasticsearch":
        with pytest.raises(WrongProductError):
            server.search(["x"], {})
    else:
        assert server.search(["x"], {}) == {}

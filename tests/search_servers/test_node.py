"""Servers that are killed, paused and started again, as drills need it."""

import contextlib
import signal
import socket
import subprocess
import sys
import urllib.error
from pathlib import Path

import pytest

from tests.search_servers.cluster import TwoNodes
from tests.search_servers.distributions import Kind
from tests.search_servers.fixtures import StartSearchNode
from tests.search_servers.node import NodeDiedError, SearchNode

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.search_server


@pytest.mark.parametrize("kind", ["opensearch", "elasticsearch"])
def test_a_killed_node_comes_back_with_its_data(kind: Kind, start_search_node: StartSearchNode) -> None:
    node = start_search_node(kind)
    node.request("PUT", "/places/_doc/1?refresh=true", {"name": "Nischni Nowgorod"})

    node.pause()
    with pytest.raises(TimeoutError):
        node.request("GET", "/places/_doc/1", timeout=0.3)
    node.resume()
    assert node.request("GET", "/places/_doc/1")["found"]

    node.kill()
    with pytest.raises(urllib.error.URLError, match="refused"):
        node.request("GET", "/places/_doc/1")

    node.start().wait_until_up()
    assert node.request("GET", "/places/_doc/1")["_source"] == {"name": "Nischni Nowgorod"}


def test_one_of_two_nodes_may_die(search_cluster: TwoNodes) -> None:
    first, second = search_cluster.first, search_cluster.second
    second.request("PUT", "/places", {"settings": {"number_of_replicas": 1}})
    second.request("PUT", "/places/_doc/1?refresh=true&wait_for_active_shards=2", {"name": "Essen"})

    second.kill()

    assert first.request("GET", "/places/_doc/1")["found"]


def test_a_node_ends_with_the_process_that_started_it() -> None:
    """Though that is killed, and Elasticsearch is two processes."""
    starts = (
        "import time; from tests.search_servers.node import SearchNode\n"
        "node = SearchNode('elasticsearch', quick=True).start().wait_until_up()\n"
        "print(node.port, flush=True); time.sleep(600)"
    )
    with subprocess.Popen([sys.executable, "-c", starts], cwd=ROOT, stdout=subprocess.PIPE, text=True) as starter:
        port = starter.stdout.readline()
        with socket.create_connection(("127.0.0.1", int(port)), timeout=60) as connection:
            starter.send_signal(signal.SIGKILL)
            # Ends, rather than times out, when the other side is gone.
            with contextlib.suppress(ConnectionResetError):
                assert connection.recv(1) == b""


def test_a_node_that_cannot_start_says_why() -> None:
    node = SearchNode("elasticsearch", settings={"no.such.setting": 1}, quick=True)
    try:
        with pytest.raises(NodeDiedError, match=r"no\.such\.setting"):
            node.start().wait_until_up()
    finally:
        node.close()

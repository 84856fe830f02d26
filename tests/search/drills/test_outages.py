"""A search server goes away, is full, or falls silent: nobody is kept from publishing or searching, nothing is lost."""

import threading
import time

import pytest

pytestmark = [pytest.mark.search_server, pytest.mark.postgresql]


def index_settings(node, drill, **settings):
    node.request("PUT", f"/{drill.index.prefix}-*/_settings", {"index": settings})


def watermarks(node, **used):
    prefix = "cluster.routing.allocation.disk"
    levels = {f"{prefix}.watermark.{level}": percent for level, percent in used.items()}
    node.request("PUT", "/_cluster/settings", {"persistent": {f"{prefix}.threshold_enabled": True, **levels}})


def trouble(drill, renamed, deleted):
    """What editors do meanwhile, and readers."""
    for number in range(10):
        drill.publish(f"Meanwhile {number}")
    drill.rename(renamed, "Chemnitz")
    drill.delete(deleted)


def test_a_server_that_is_killed_while_editors_publish(drill, node):
    towns = [drill.publish(name) for name in ("Essen", "Karl-Marx-Stadt", "Nowhere")]
    drill.wait_until_complete()
    drill.wait_until_back("Essen")

    killed = threading.Timer(0.3, node.kill)
    killed.start()
    for number in range(30):
        drill.publish(f"Town {number}")
    killed.join()
    trouble(drill, towns[1], towns[2])
    for _ in range(10):
        answered = drill.search("Essen")
        assert (answered.engine, answered.degraded) == ("database", True)
    assert drill.search("Chemnitz").degraded
    node.start().wait_until_up()

    drill.wait_until_complete()
    drill.wait_until_back("Chemnitz")


def test_a_server_that_accepts_and_never_answers(drill, node):
    towns = [drill.publish(name) for name in ("Essen", "Karl-Marx-Stadt", "Nowhere")]
    drill.wait_until_complete()
    drill.wait_until_back("Essen")

    node.pause()
    try:
        trouble(drill, towns[1], towns[2])
        for _ in range(8):
            began = time.monotonic()
            assert drill.search("Essen").degraded
            # What is promised to readers; four seconds, because this machine may be busy with other tests.
            assert time.monotonic() - began < 4
    finally:
        node.resume()

    drill.wait_until_complete()
    drill.wait_until_back("Chemnitz")


def test_indices_that_somebody_made_read_only(drill, node):
    towns = [drill.publish(name) for name in ("Essen", "Karl-Marx-Stadt", "Nowhere")]
    drill.wait_until_complete()

    index_settings(node, drill, **{"blocks.write": True})
    trouble(drill, towns[1], towns[2])
    _wait_for_failure(drill)
    assert "block" in drill.failure().lower()
    assert not drill.search("Essen").degraded, "what it knows it goes on finding"
    index_settings(node, drill, **{"blocks.write": None})

    drill.wait_until_complete()
    assert drill.failure() == ""


def test_a_disk_that_is_full(start_drill, filling_node):
    node, drill = filling_node, start_drill(filling_node)
    towns = [drill.publish(name) for name in ("Essen", "Karl-Marx-Stadt", "Nowhere")]
    drill.wait_until_complete()

    # Every disk is as full as that: the server protects itself, and lets go when there is room again.
    watermarks(node, low="0.001%", high="0.001%", flood_stage="0.001%")
    trouble(drill, towns[1], towns[2])
    number = 0
    while not drill.failure():
        # Until the server has looked at its disk, it takes what it is given.
        drill.publish(f"Before it notices {(number := number + 1)}")
        threading.Event().wait(1)
        assert number < 60
    assert "disk" in drill.failure() or "read-only" in drill.failure()
    drill.publish("Suhl")
    assert not drill.search("Essen").degraded
    watermarks(node, low="99.97%", high="99.98%", flood_stage="99.99%")

    drill.wait_until_complete()
    assert drill.failure() == ""


def _wait_for_failure(drill):
    from .conftest import wait_until

    wait_until(drill.failure, "the follower says why it does not get on")

"""One of two nodes dies while readers search."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

pytestmark = [pytest.mark.search_server, pytest.mark.postgresql]

SEARCHES = 200


def test_readers_do_not_notice_that_a_node_is_killed(drill_on_two, search_cluster):
    drill = drill_on_two
    drill.publish("Essen")
    drill.wait_until_complete()
    drill.wait_until_back("Essen")
    search_cluster.first.request("GET", "/_cluster/health?wait_for_status=green&timeout=60s", timeout=70)

    def look(number):
        try:
            if number == SEARCHES // 4:
                search_cluster.second.kill()
            return drill.search("Essen").degraded
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as readers:
        degraded = list(readers.map(look, range(SEARCHES)))

    # Those that were under way on the dead node may be answered by the database; all are answered.
    assert sum(degraded) < SEARCHES // 2
    drill.publish("Fulda")
    drill.wait_until_complete()
    drill.wait_until_back("Fulda")

"""The servers that all tests share, and what keeps tests apart on them."""

import pytest
from elasticsearch import Elasticsearch
from opensearchpy import OpenSearch

pytestmark = pytest.mark.search_server


def test_each_answers_the_client_made_for_it(opensearch_url: str, elasticsearch_url: str, search_prefix: str) -> None:
    with OpenSearch(opensearch_url) as opensearch, Elasticsearch(elasticsearch_url) as elasticsearch:
        assert opensearch.info()["version"]["distribution"] == "opensearch"
        for client in (opensearch, elasticsearch):
            client.indices.create(index=f"{search_prefix}places")
            client.index(index=f"{search_prefix}places", id="1", body={"name": "Нижний Новгород"}, refresh=True)
            found = client.search(index=f"{search_prefix}places", body={"query": {"match": {"name": "новгород"}}})
            assert found["hits"]["total"]["value"] == 1

"""Elasticsearch and OpenSearch: the same requests, sent through the official client of each."""

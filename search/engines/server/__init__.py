"""Elasticsearch and OpenSearch: the same requests, sent through the official client of each."""

from .engine import ServerEngine

__all__ = ["ServerEngine"]

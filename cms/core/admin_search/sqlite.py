"""On SQLite."""

from modelsearch.backends.database.sqlite import sqlite

from .folded import FoldedIndexer, FoldedSearch


class Indexer(FoldedIndexer, sqlite.ObjectIndexer):  # type: ignore[misc]  # Wagtail has no types
    """What is stored of an object."""


# The index looks it up by this name, and offers no other way to choose.
sqlite.ObjectIndexer = Indexer


class Backend(FoldedSearch, sqlite.SQLiteSearchBackend):  # type: ignore[misc]  # Wagtail has no types
    """The backend."""

"""On PostgreSQL."""

from modelsearch.backends.database.postgres import postgres

from .folded import FoldedIndexer, FoldedSearch


class Indexer(FoldedIndexer, postgres.ObjectIndexer):  # type: ignore[misc]  # Wagtail has no types
    """What is stored of an object."""


# The index looks it up by this name, and offers no other way to choose.
postgres.ObjectIndexer = Indexer


class Backend(FoldedSearch, postgres.PostgresSearchBackend):  # type: ignore[misc]  # Wagtail has no types
    """The backend."""

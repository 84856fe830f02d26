"""Makes editions known to the database's search and to suggestions, as the worker does."""

from cms.publishing.models import Edition
from search.engines.database.index import DatabaseFollower
from search.suggestions import SuggestionFollower


def index(*editions: Edition) -> tuple[Edition, ...]:
    """Has the followers catch up with the log, and returns the editions."""
    DatabaseFollower().catch_up()
    SuggestionFollower().catch_up()
    return editions

from .built_index import BuiltIndex, Rebuild
from .dead_letter import DeadLetter
from .empty_search import EmptySearch
from .entry import SearchEntry
from .suggestion import Suggestion
from .synonym import Synonym
from .word import SearchWord

__all__ = ["BuiltIndex", "DeadLetter", "EmptySearch", "Rebuild", "SearchEntry", "SearchWord", "Suggestion", "Synonym"]

from .built_index import BuiltIndex, Rebuild
from .dead_letter import DeadLetter

__all__ = ["BuiltIndex", "DeadLetter", "Rebuild"]

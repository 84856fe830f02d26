from .understand import understand
from .understood import Alternative, Part, Understood

__all__ = ["Alternative", "Part", "Understood", "understand"]

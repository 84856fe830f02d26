from .understood import Alternative, Part, Understood

__all__ = ["Alternative", "Part", "Understood"]

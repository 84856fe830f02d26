from .base import Engine, EngineError

__all__ = ["Engine", "EngineError"]

from .base import Engine, EngineError, QueryRefusedError

__all__ = ["Engine", "EngineError", "QueryRefusedError"]

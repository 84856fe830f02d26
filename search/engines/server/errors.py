"""What can go wrong with a search server. For readers all of it is an EngineError; writers look closer."""

from ..base import EngineError, QueryRefusedError


class ServerError(EngineError):
    """The server did not do what it was asked. Its text is for the log."""


class UnavailableError(ServerError):
    """It is away, too slow, too busy, read-only, full, or answers nonsense. Later it may do what it was asked."""


class WrongProductError(UnavailableError):
    """Whatever answers there, it is not the product that the settings name."""


class MissingIndexError(ServerError):
    """It has no such index: nothing was built yet, or somebody deleted it."""


class RefusedError(ServerError, QueryRefusedError):
    """It understood, and will refuse the same request again."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(f"{status}: {reason}")
        self.status = status
        self.reason = reason

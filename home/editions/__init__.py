"""How pages that are no articles become editions."""

from .page import PageEditionType

__all__ = ["PageEditionType"]
